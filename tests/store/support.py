"""Ledgers and documents for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sayso.store.connection import Writer, writer
from sayso.store.taken import Input, save_input, save_outcomes
from sayso.types.document import Basis, Document, Known, Rejection, Stage
from tests.readings import document

NOW = "2026-01-02T03:04:05Z"


def article(text: str, **facts: str) -> Document:
    """A document; facts are told by the input's own fields."""
    known = {name: Known(value, Basis.METADATA) for name, value in facts.items()}
    nothing: dict[str, Known | None] = {"title": None, "publisher": None, "published": None, "url": None}
    return replace(document(text), **(nothing | known))


def refused(origin: str) -> Rejection:
    return Rejection(origin, Stage.INTAKE, "empty", f"{origin}: holds no text")


@contextmanager
def new_ledger(folder: Path) -> Iterator[Writer]:
    with writer(folder / "a.sayso", create=True) as ledger:
        yield ledger


def take(ledger: Writer, *outcomes: Document | Rejection, origin: str = "a.txt") -> Input:
    """Take in one file that holds these outcomes."""
    given = save_input(ledger, origin, origin, 10, NOW)
    save_outcomes(ledger, given, 0, outcomes, NOW, last=True)
    return given
