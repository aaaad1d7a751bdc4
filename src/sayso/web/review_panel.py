"""What people decided about a claim and can decide, looked up for the templates: nothing here changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sayso.export import review_words
from sayso.export.trace_tree import Traced
from sayso.export.trace_words import camp, is_private, kind, origin_name
from sayso.export.visible import prose
from sayso.store.assertions import find_weighed_articles
from sayso.store.connection import Reader
from sayso.store.ids import ACROSS, find_short
from sayso.store.reviews import find_documents_of
from sayso.types.review import Action, Fate, ListedReview
from sayso.types.weighing import Article, Assertion, Origin, Proposition
from sayso.web.page import Asked

DECISIONS: Final = 10  # that the page of a claim shows, the latest
ORIGINS: Final = 60  # that a form has room for, those that most rests on
TELLINGS: Final = 40  # links to tellings
# What a name may be of that a person gives, as a form has it.
KINDS: Final = {
    "official": "an official, in a public role",
    "person": "a private person",
    "organisation": "an organisation",
    "document": "a document",
    "outlet": "an outlet",
    "unnamed": "somebody without a name",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a page shows it: one sentence, safe to show, and whether it can be taken back."""

    row: ListedReview
    told: str
    open: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """An origin that a person can point at."""

    id: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says, as a line of a list."""

    id: str
    side: str
    outlet: str
    published: str | None
    said: str
    copy: bool


def panel(ledger: Reader, found: Traced, asked: Asked) -> Mapping[str, Any]:
    """All that ``review_panel.html`` needs of a claim."""
    claim = found.proposition
    known = {a.id for a in claim.assertions}
    copies = {c.child for c in found.carried if c.parent in known}
    tellings = sorted(claim.assertions, key=lambda a: a.id in copies)  # what speaks for itself stands first
    return {
        "claim_id": claim.id,
        "decisions": decided(ledger, found.decisions[: -DECISIONS - 1 : -1]),
        "decisions_left": max(len(found.decisions) - DECISIONS, 0),
        "origins": choices(claim),
        "origins_left": max(len(claim.weighed.origins) - ORIGINS, 0),
        "assertions": [telling(found, a, a.id in copies) for a in tellings[:TELLINGS]],
        "assertions_left": max(len(tellings) - TELLINGS, 0),
        "may_review": asked.may_review,
        "reviewer": asked.reviewer,
    }


def decided(ledger: Reader, rows: Iterable[ListedReview]) -> list[Decided]:
    """Decisions as a page shows them, in the order given."""
    named = namer(ledger)
    return [
        Decided(row, review_words.told(row, named), row.fate is not Fate.UNDONE and row.action is not Action.UNDO)
        for row in rows
    ]


def namer(ledger: Reader) -> Callable[[str], str]:
    """What a sentence calls things that have ids: "the claim", and by its outlet what one article says."""
    known: dict[str, str] = {}

    def named(id: str) -> str:
        if id.startswith(ACROSS):
            return "the claim"
        if id not in known:
            home = find_documents_of(ledger, [id]).get(id)
            article = find_weighed_articles(ledger, [home]).get(home) if home else None
            outlet = prose(article.outlet) if article and article.outlet else "an article"
            known[id] = f"{outlet} ({find_short(ledger, id)})"
        return known[id]

    return named


def choices(claim: Proposition, origins: Iterable[Origin] | None = None) -> list[Choice]:
    """The origins of a claim, or these of it, that most rests on first, with what tells them apart."""
    found = sorted(claim.weighed.origins if origins is None else origins, key=lambda o: (-len(o.assertions), o.id))
    return [Choice(o.id, _called(claim, o), _what(o)) for o in found[:ORIGINS]]


def _called(claim: Proposition, origin: Origin) -> str:
    """A name; of private persons, who have none across articles, where they speak."""
    if not is_private(origin):
        return origin_name(origin)
    mine = {*origin.assertions}
    homes = {a.document for a in claim.assertions if a.id in mine}
    outlets = sorted({article.outlet for article in claim.articles if article.id in homes and article.outlet})
    return f"{origin_name(origin)}, in {outlets[0]}" if outlets else origin_name(origin)


def _what(origin: Origin) -> str:
    spoken_for = "" if is_private(origin) else camp(origin)
    return f"{kind(origin)}; speaks for {spoken_for}" if spoken_for else kind(origin)


def telling(found: Traced, a: Assertion, copy: bool) -> Telling:
    """A line about what one article says: its own words where they are known."""
    article = found.articles.get(a.document) or Article(a.document, None, None, None, None, a.document)
    said = found.words.get((a.document, a.span), "") or a.text
    return Telling(a.id, a.side.value, article.outlet or "outlet unknown", article.published, said, copy)
