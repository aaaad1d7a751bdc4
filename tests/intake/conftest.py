"""A way to take in bytes as if they lay in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Document, Rejection

Take = Callable[..., list[Document | Rejection]]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Write ``content`` to a file called ``name`` and give what intake makes of it."""

    def taken(content: bytes | str, name: str = "article.txt", **settings: int | bool) -> list[Document | Rejection]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return list(documents([path], IntakeSettings(**settings)))

    return taken


@pytest.fixture
def document(take: Take) -> Callable[..., Document]:
    """The one document in a file that holds one."""

    def taken(content: bytes | str, name: str = "article.txt") -> Document:
        (outcome,) = take(content, name)
        assert isinstance(outcome, Document), outcome
        return outcome

    return taken


@pytest.fixture
def refused(take: Take) -> Callable[..., Rejection]:
    """The one rejection of a file that cannot be taken in: its message is one line that names the file."""

    def taken(content: bytes | str, name: str = "article.txt", **settings: int | bool) -> Rejection:
        (outcome,) = take(content, name, **settings)
        assert isinstance(outcome, Rejection), outcome
        assert name in outcome.message and len(outcome.message.splitlines()) == 1
        return outcome

    return taken
