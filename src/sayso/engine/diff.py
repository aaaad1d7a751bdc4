"""Two articles of a ledger side by side: what ``Ledger.diff`` gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.engine.lineage import compare
from sayso.export import lineage_diff
from sayso.store.connection import Reader
from sayso.store.ids import find_article
from sayso.store.taken import find_document
from sayso.types.document import Document
from sayso.types.lineage import Change, Comparison, QuotedAgain


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from one article to another: ``compared`` holds all of it, typed and frozen."""

    compared: Comparison

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was replaced, put in and left out, each with its places in both texts."""
        return self.compared.changes

    @property
    def quotes(self) -> tuple[QuotedAgain, ...]:
        """Quotations that stand in both, and what was altered in them."""
        return self.compared.quotes

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, as ``sayso diff --output-format json`` writes it."""
        return lineage_diff.record(self.compared)


def find_diff(ledger: Reader, first: str, second: str) -> Diff:
    """The articles with these ids, or the beginnings of some. Raises ``UsageError`` where there are none."""
    return Diff(compare(article(ledger, first), article(ledger, second)))


def article(ledger: Reader, given: str) -> Document:
    """The article with this id, or the beginning of one. Raises ``UsageError``."""
    found = find_document(ledger, find_article(ledger, given))
    assert found is not None
    return found
