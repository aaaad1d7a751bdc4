"""What is new since somebody looked last: claims told for the first time, and what became of those told before.

New is what was taken in since, whatever the dates of the articles. The mark is kept in the reader's own cookie; what
``sayso watch`` remembers is neither read nor changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.engine.arrived import find_news
from sayso.engine.asked import keys_of
from sayso.errors import UsageError
from sayso.export import news_words, trace_words, words
from sayso.export.row_records import PROPOSITIONS, RowKind, record
from sayso.store.arrived import (
    MOST,
    Intake,
    Touched,
    find_arrived_count,
    find_intake,
    find_lowest,
    find_mark,
    find_newest,
    find_touched,
)
from sayso.store.assertions import find_waiting_claims
from sayso.store.claimed import find_propositions_numbered
from sayso.store.connection import Reader
from sayso.store.remembered import remembered
from sayso.text.codec import Record
from sayso.types.listed import ListedProposition
from sayso.types.news import News
from sayso.web.actions import Action, Form
from sayso.web.page import LIMIT, SKIP, Asked, Page, Param, Rows, Shown

COUNTED: Final = 10_000  # articles up to which new ones are counted
TOLD: Final = 12  # claims told before that are weighed anew for the first view
NEW: Final = 15
WEIGHED: Final = 25  # for one view of the others: each takes some milliseconds
DAY: Final = len("2022-03-08")
SINCE: Final = Param("since", "Taken in on this day or later; 2022-03-08, or with a time in UTC 2022-03-08T10:00.")
ABOUT: Final = Param("about", "Who acts or is acted upon, or words of the claim.")
MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?", re.ASCII)
LOOKED: Final = re.compile(r"(d_[0-9a-f]{16}) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)", re.ASCII)
NEWS_FIELDS: Final = (
    "news", "claim", "text", "modality", "standing", "standing_before", "reason", "support", "support_before",
    "against", "against_before", "who", "who_is_against", "article", "published", "outlet", "url",
)  # fmt: skip


def _of_news(name: str, found: News) -> Any:
    return news_words.record(found)[name]


NEWS: Final[RowKind[News]] = RowKind("news", {name: partial(_of_news, name) for name in NEWS_FIELDS})


@dataclass(frozen=True, slots=True)
class Since:
    """From where on something is new: behind the document number ``mark``, taken in at ``taken``.

    ``chosen`` is how that came to be: "asked", "looked" or "latest", the day of the last intake.
    """

    mark: int
    taken: str
    chosen: str


@dataclass(frozen=True, slots=True)
class _Came:
    """What came in since: how many articles there are, the mark from which they are gone through, and their claims."""

    since: Since | None
    newest: Intake | None
    articles: int
    mark: int
    touched: Touched


def since(ledger: Reader, asked: Asked, newest: Intake) -> Since:
    """What is asked for, else what the reader's cookie says, else the day of the last intake. Raises ``UsageError``."""
    given = asked.get("since")
    if given is not None:
        if not MOMENT.fullmatch(given):
            raise UsageError(f"since {given[:40]!r} is no date or time; write 2022-03-08 or 2022-03-08T10:00 (UTC)")
        return Since(find_mark(ledger, given.removesuffix("Z")), given, "asked")
    looked = LOOKED.fullmatch(asked.looked or "")
    if looked is not None:
        there = find_intake(ledger, looked[1])
        # An article that was forgotten since has no number any more; its time still says where it stood.
        return Since(there.n if there else find_mark(ledger, looked[2] + "~"), looked[2], "looked")
    day = newest.taken[:DAY]
    return Since(find_mark(ledger, day), day, "latest")


def _came(ledger: Reader, asked: Asked) -> _Came:
    newest = find_newest(ledger)
    if newest is None:
        return _Came(None, None, 0, 0, Touched((), ()))
    found, about = since(ledger, asked, newest), asked.get("about")
    articles = find_arrived_count(ledger, found.mark, COUNTED)
    mark = find_lowest(ledger, found.mark) if articles > MOST else found.mark
    look_up = partial(find_touched, ledger, mark, about, keys_of(about))
    return _Came(found, newest, articles, mark, remembered(ledger, ("touched", mark, about), look_up))


def _news(ledger: Reader, came: _Came, skip: int, limit: int) -> tuple[tuple[News, ...], int]:
    """What there is to tell of claims told before, ``limit`` behind the first ``skip``; how many claims those are."""
    numbers = came.touched.again[skip : skip + limit]

    def look_up() -> tuple[News, ...]:
        claims = find_propositions_numbered(ledger, numbers)
        return tuple(item for claim in claims for item in find_news(ledger, claim.id, came.mark))

    return remembered(ledger, ("news", came.mark, numbers), look_up), len(numbers)


def look(ledger: Reader, asked: Asked) -> Shown:
    """The first of everything that is new."""
    came = _came(ledger, asked)
    news, weighed = _news(ledger, came, 0, TOLD)
    rows = find_propositions_numbered(ledger, came.touched.new[:NEW])

    def whole() -> Record:
        return {
            "kind": "watch",
            "since": came.since.taken if came.since else None,
            "newest": came.newest.taken if came.newest else None,
            "articles": came.articles,
            "gone_through": min(came.articles, MOST),
            "told_again": len(came.touched.again),
            "new_claims": len(came.touched.new),
            "news": [record(NEWS, item) for item in news],
            "new": [record(PROPOSITIONS, row) for row in rows],
        }

    context = _context(ledger, came) | {
        "news": [_told(item) for item in news],
        "weighed": weighed,
        "rows": [_row(row) for row in rows],
    }
    return Shown(title="What is new", context=context, record=whole, rows=Rows(PROPOSITIONS, rows))


def look_at_changed(ledger: Reader, asked: Asked) -> Shown:
    """What became of claims that were told before, some of them at a time."""
    came = _came(ledger, asked)
    limit = min(asked.limit, WEIGHED)
    news, weighed = _news(ledger, came, asked.skip, limit)
    paged = {"news": [_told(item) for item in news], "weighed": weighed, "skip": asked.skip, "limit": limit}
    return Shown(
        title="What changed",
        context=_context(ledger, came) | paged | {"found": len(came.touched.again)},
        rows=Rows(NEWS, news, len(came.touched.again)),
    )


def look_at_new(ledger: Reader, asked: Asked) -> Shown:
    """The claims that were told for the first time."""
    came = _came(ledger, asked)
    rows = find_propositions_numbered(ledger, came.touched.new[asked.skip : asked.skip + asked.limit])
    paged = {"rows": [_row(row) for row in rows], "skip": asked.skip, "limit": asked.limit}
    return Shown(
        title="New claims",
        context=_context(ledger, came) | paged | {"found": len(came.touched.new)},
        rows=Rows(PROPOSITIONS, rows, len(came.touched.new)),
    )


def _context(ledger: Reader, came: _Came) -> dict[str, object]:
    """What all three views say at their top."""
    many = f"at least {COUNTED:,} articles" if came.articles >= COUNTED else words.number(came.articles, "article")
    return {
        "since": came.since,
        "newest": came.newest,
        "articles": came.articles,
        "many": many,
        "cut": MOST if came.articles > MOST else 0,
        "new_many": len(came.touched.new),
        "again_many": len(came.touched.again),
        "waiting": find_waiting_claims(ledger),
    }


def _told(found: News) -> dict[str, object]:
    return {
        "it": found,
        "head": news_words.HEADS[found.kind],
        "told": news_words.sentences(found),
        "standing": found.after.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[found.after.standing].lower(),
        "kind": trace_words.MODALITIES[found.modality],
        "article": found.article,
    }


def _row(row: ListedProposition) -> dict[str, object]:
    return {
        "it": row,
        "standing": row.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[row.standing].lower(),
        "kind": trace_words.MODALITIES[row.modality],
        "who_is_for": trace_words.several(row.who_is_for),
        "who_is_against": trace_words.several(row.who_is_against),
        "articles": words.number(row.articles, "article"),
    }


async def mark_looked(request: Request, form: Form) -> Response:
    """Remember, in the reader's cookie, up to which article everything was shown. Raises ``UsageError``."""
    shown = form.get("newest", "")
    if not LOOKED.fullmatch(shown):
        raise UsageError("which article is the last one that was shown is not said; go back and load the page again")
    request.session["looked"] = shown
    return RedirectResponse("/watch", 303)


PAGES: Final = (
    Page(
        name="watch",
        path="/watch",
        help="What is new since a time of intake: how many articles, what became of claims told before, new claims.",
        look=look,
        params=(SINCE, ABOUT),
        menu="Watch",
        styles=("watch.css",),
        scripts=("list.js",),
        schema=lambda: {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "watch"}}},
    ),
    Page(
        name="watch-changed",
        path="/watch/changed",
        help="What became of claims told before: first confirmations, denials, withdrawals, other numbers.",
        look=look_at_changed,
        params=(SINCE, ABOUT, LIMIT, SKIP),
        styles=("watch.css",),
        scripts=("list.js",),
        lists=NEWS,
    ),
    Page(
        name="watch-new",
        path="/watch/new",
        help="Claims across articles that only articles taken in since then tell.",
        look=look_at_new,
        params=(SINCE, ABOUT, LIMIT, SKIP),
        styles=("watch.css",),
        scripts=("list.js",),
        lists=PROPOSITIONS,
    ),
)
ACTIONS: Final = (Action("looked", "/watch/looked", mark_looked),)
