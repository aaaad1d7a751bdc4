"""Claims across articles: which there are, how each stands, on how many origins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sayso.export import trace_words, words
from sayso.export.place_words import country
from sayso.export.row_records import PROPOSITIONS
from sayso.store.assertions import find_waiting_claims
from sayso.store.claimed import (
    find_copied_count,
    find_proposition_count,
    find_propositions,
    find_undated_proposition_count,
)
from sayso.store.connection import Reader
from sayso.store.ids import find_short
from sayso.store.lists import find_articles
from sayso.store.remembered import remembered
from sayso.types.listed import ArticleWanted, ListedProposition, PropositionSort, PropositionWanted
from sayso.web.filters import FILTERS, SORT, choices, strip_of, wanted_of
from sayso.web.page import LIMIT, SKIP, Asked, Page, Rows, Shown

COUNTED: Final = 1_000  # claims up to which they are counted


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims are asked for, and are left out as undated or read in copies only; up to ``COUNTED`` each."""

    found: int
    undated: int
    copied: int


def _counts(ledger: Reader, wanted: PropositionWanted) -> Counts:
    dated = wanted.since or wanted.until
    return Counts(
        find_proposition_count(ledger, wanted, COUNTED),
        find_undated_proposition_count(ledger, wanted, COUNTED) if dated else 0,
        find_copied_count(ledger, wanted, COUNTED),
    )


def look(ledger: Reader, asked: Asked) -> Shown:
    """The claims that are asked for."""
    wanted = wanted_of(asked, asked.limit, asked.skip)
    rows = tuple(find_propositions(ledger, wanted))
    all_of_them = replace(wanted, limit=None, skip=0, sort=PropositionSort.ARTICLES)
    counts = remembered(ledger, ("counts of claims", all_of_them), lambda: _counts(ledger, all_of_them))
    found = max(counts.found, asked.skip + len(rows))
    return Shown(
        title="Claims",
        context={
            "rows": [_row(ledger, row) for row in rows],
            "found": found,
            "counted": COUNTED,
            "skip": asked.skip,
            "limit": asked.limit,
            "undated": counts.undated,
            "copied": counts.copied,
            "waiting": find_waiting_claims(ledger),
            "empty": not rows and next(find_articles(ledger, ArticleWanted(limit=1)), None) is None,
            "strip": strip_of(ledger, wanted),
            **choices(),
        },
        rows=Rows(PROPOSITIONS, rows, found, COUNTED),
    )


def _row(ledger: Reader, row: ListedProposition) -> dict[str, object]:
    """A claim as its line in the list shows it."""
    return {
        "it": row,
        "short": find_short(ledger, row.id),
        "standing": row.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[row.standing].lower(),
        "kind": trace_words.MODALITIES[row.modality],
        "spot": ", ".join(filter(None, (row.site, country(row.country) if row.country else None))),
        "who_is_for": trace_words.several(row.who_is_for),
        "who_is_against": trace_words.several(row.who_is_against),
        "articles": words.number(row.articles, "article"),
        "texts": words.number(row.texts, "text"),
    }


PAGE: Final = Page(
    name="claims",
    path="/claims",
    help="Claims across articles: how each stands, on how many independent origins, who is for it and who against.",
    look=look,
    params=(*FILTERS, SORT, LIMIT, SKIP),
    menu="Claims",
    styles=("strip.css",),
    scripts=("list.js", "strip.js"),
    lists=PROPOSITIONS,
)
