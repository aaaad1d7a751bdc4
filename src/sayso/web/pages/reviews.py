"""All that people decided, the latest first: who, when, what, and what has become of it."""

from __future__ import annotations

from typing import Final

from sayso.engine.history import find_history, find_latest
from sayso.export.row_records import DECISIONS
from sayso.store.connection import Reader
from sayso.store.reviews import find_review_count
from sayso.web.page import LIMIT, SKIP, Asked, Page, Param, Rows, Shown
from sayso.web.review_panel import decided

CLAIM: Final = Param("claim", "Only what was decided about this claim, or about what this article's claim says.")
BY: Final = Param("by", "Only what this person decided, by the name as it is kept.")


def look(ledger: Reader, asked: Asked) -> Shown:
    """The decisions that are asked for."""
    by, claim = asked.get("by"), asked.get("claim")
    if claim is not None:
        every = [row for row in find_history(ledger, claim) if by in (None, row.by)]
        rows, found = tuple(every[::-1][asked.skip :][: asked.limit]), len(every)
    else:
        rows, found = tuple(find_latest(ledger, asked.limit, asked.skip, by)), find_review_count(ledger, by)
    return Shown(
        title="Reviews",
        context={
            "decisions": decided(ledger, rows),
            "found": found,
            "skip": asked.skip,
            "limit": asked.limit,
        },
        rows=Rows(DECISIONS, rows, found),
    )


PAGE: Final = Page(
    name="reviews",
    path="/reviews",
    help="What people decided about claims, the latest first: who, when, what, and what has become of it.",
    look=look,
    params=(CLAIM, BY, LIMIT, SKIP),
    menu="Reviews",
    styles=("review.css",),
)
