"""Exactly one article, from a file or a text at hand: what ``sayso.read`` does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sayso.engine.read import Ground, Reader, read_documents
from sayso.errors import InputError, UsageError
from sayso.intake import Facts, documents, text_document
from sayso.intake.dates import iso_date
from sayso.types.claim import Report
from sayso.types.document import Basis, Document, Known, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the caller says about an article; each counts for more than what its file says."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def facts(self) -> Facts:
        """The facts that are told. Raises ``UsageError`` for a date that is none."""
        published = iso_date(self.published) if self.published else None
        if self.published and published is None:
            raise UsageError(f"published={self.published!r} is no full date; write it as 2022-03-08 (ISO 8601)")
        return Facts(
            title=_known(self.title),
            publisher=_known(self.publisher),
            published=_known(published),
            url=_known(self.url),
        )


def _known(value: str | None) -> Known | None:
    return Known(value, Basis.CALLER) if value else None


def read_one(
    path: str | os.PathLike[str] | None, text: str | None, told: Told, reader: Reader, ground: Ground | None = None
) -> Report:
    """What the one article at ``path`` or in ``text`` says; ``ground`` as in ``read_documents``.

    Raises ``UsageError`` unless exactly one of them is given and holds one article, ``InputError`` when
    the article is set aside.
    """
    facts = told.facts()
    if text is not None and path is None:
        found = [text_document(text, facts=facts)]
    elif path is not None and text is None:
        found = list(islice(_from_path(os.fspath(path), facts), 2))
    else:
        raise UsageError("give either a path or text=..., one of the two")
    if not found:
        raise InputError(f"{os.fspath(path or '')}: there is nothing to read in it; name a file with an article")
    if len(found) > 1:
        raise UsageError(f"{os.fspath(path or '')} holds more than one article; use sayso.read_all for it")
    (outcome,) = read_documents(found, reader, ground=ground)
    if isinstance(outcome, Rejection):
        raise InputError(outcome.message)
    return outcome


def _from_path(path: str, told: Facts) -> Iterator[Document | Rejection]:
    for found in documents([path]):
        if isinstance(found, Document):
            found = replace(
                found,
                title=told.title or found.title,
                publisher=told.publisher or found.publisher,
                published=told.published or found.published,
                url=told.url or found.url,
            )
        yield found
