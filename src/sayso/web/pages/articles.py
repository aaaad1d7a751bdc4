"""The articles of the ledger: which there are, and which of them are copies of which."""

from __future__ import annotations

from typing import Any, Final

from sayso.engine.asked import day_after, first_day
from sayso.engine.wanted import member
from sayso.export import words
from sayso.export.lineage_words import KINDS
from sayso.export.row_records import ARTICLES
from sayso.store.connection import Reader
from sayso.store.families import find_main_parents, find_relatives
from sayso.store.ids import find_short
from sayso.store.lists import find_article_count, find_articles, find_undated_article_count
from sayso.types.lineage import Kind
from sayso.types.listed import ArticleSort, ArticleWanted, ListedArticle, Relative, State
from sayso.web.page import LIMIT, SKIP, Asked, Page, Param, Rows, Shown

COUNTED: Final = 1_000  # articles up to which they are counted
PARAMS: Final = (
    Param("outlet", "The outlet's name holds these letters."),
    Param("since", "Published on this day, month or year, or later."),
    Param("until", "Published on this day, month or year, or earlier."),
    Param("state", "Read, waiting to be read, or set aside.", {"type": "string", "enum": [s.value for s in State]}),
    Param("sort", "What stands first.", {"type": "string", "enum": [s.value for s in ArticleSort]}),
    LIMIT,
    SKIP,
)
SORTS: Final = {
    ArticleSort.OUTLET: "outlets by name",
    ArticleSort.TITLE: "titles by name",
    ArticleSort.CLAIMS: "most claims",
}


def look(ledger: Reader, asked: Asked) -> Shown:
    """The articles that are asked for."""
    wanted = ArticleWanted(
        since=first_day(asked.get("since"), "since"),
        until=day_after(asked.get("until"), "until"),
        outlet=asked.get("outlet"),
        state=member(State, asked.get("state")),
        sort=member(ArticleSort, asked.get("sort")) or ArticleSort.DATE,
        limit=asked.limit,
        skip=asked.skip,
    )
    rows = tuple(find_articles(ledger, wanted))
    found = max(find_article_count(ledger, wanted, COUNTED), asked.skip + len(rows))
    parents = find_main_parents(ledger, (row.id for row in rows))
    known = find_relatives(ledger, (parent for _, parent in parents.values()))
    dated = wanted.since or wanted.until
    return Shown(
        title="Articles",
        context={
            "rows": [_row(ledger, row, parents.get(row.id), known) for row in rows],
            "found": found,
            "counted": COUNTED,
            "skip": asked.skip,
            "limit": asked.limit,
            "undated": find_undated_article_count(ledger, wanted, COUNTED) if dated else 0,
            "empty": not rows and next(find_articles(ledger, ArticleWanted(limit=1)), None) is None,
            "states": [s.value for s in State],
            "sorts": [(sort.value, told) for sort, told in SORTS.items()],
        },
        rows=Rows(ARTICLES, rows, found, COUNTED),
    )


def _row(
    ledger: Reader, row: ListedArticle, parent: tuple[Kind, str] | None, known: dict[str, Relative]
) -> dict[str, Any]:
    """An article as its line in the list shows it."""
    return {
        "it": row,
        "short": find_short(ledger, row.id),
        "time": words.date(row.published).partition(", ")[2] if row.published else "",
        "claims": words.number(row.claims, "claim"),
        "kind": KINDS[parent[0]] if parent else None,
        "parent": known.get(parent[1]) if parent else None,
    }


PAGE: Final = Page(
    name="articles",
    path="/articles",
    help="The articles of the ledger, the latest published first.",
    look=look,
    params=PARAMS,
    menu="Articles",
    styles=("article.css",),
    scripts=("list.js",),
)
