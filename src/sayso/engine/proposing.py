"""One claim across articles, made of the assertions about it: what it says, when and where, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Occurrence
from sayso.types.weighing import Article, Assertion, Carried, Proposition, Setting, Side
from sayso.weighing.falsehoods import speaks_against
from sayso.weighing.known import NOTHING, Known
from sayso.weighing.telling import FRAGMENT, tells

T = TypeVar("T")
LATEST: Final = "~"  # stands behind every date
# Characters of a line that is neither too bare nor too long to read.
SHORTEST, LONGEST = 30, 170
# Words that mean nothing without the article around them.
POINTING: Final = frozenset("he she it they this that these those we i you who which his her its their there".split())


def propose(
    assertions: Sequence[Assertion],
    articles: Mapping[str, Article],
    carried: Sequence[Carried],
    known: Known = NOTHING,
) -> Proposition:
    """The proposition that these assertions are about, weighed; the order in which they come changes nothing."""
    from sayso.weighing.weigh import weigh

    told = sided(in_order(assertions, articles))
    mine = [articles[id] for id in sorted({a.document for a in told}) if id in articles]
    dates = sorted(article.published for article in mine if article.published)
    kind = _usual(a.type for a in told)
    return Proposition(
        id="p_" + told[0].id.removeprefix("c_"),
        text=worded(told, turned=not any(_has_it_happen(a) for a in assertions)),
        type=kind,
        mode=_usual(a.mode for a in told if a.type == kind),
        modality=told[0].modality,
        setting=setting(told),
        assertions=tuple(told),
        articles=tuple(sorted(mine, key=lambda a: (a.published or LATEST, a.id))),
        texts=len({article.text_id for article in mine}),
        weighed=weigh(told, {article.id: article for article in mine}, carried, known),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )


def in_order(assertions: Iterable[Assertion], articles: Mapping[str, Article]) -> list[Assertion]:
    """The assertions in the order of the dates of their articles; those of undated ones come last."""

    def key(a: Assertion) -> tuple[str, str, int, str]:
        article = articles.get(a.document)
        return (article.published if article else None) or LATEST, a.document, a.place, a.id

    return sorted(assertions, key=key)


def sided(assertions: Sequence[Assertion]) -> list[Assertion]:
    """The assertions with sides of what is claimed: where nobody has the event happen, that it did not."""
    if any(_has_it_happen(a) for a in assertions) or all(a.side is not Side.AGAINST for a in assertions):
        return list(assertions)
    return [replace(a, side=Side.FOR) if a.side is Side.AGAINST else a for a in assertions]


def _has_it_happen(a: Assertion) -> bool:
    """A line without an event that says itself that something is not so ("..., and the ferry did not sail") has not."""
    return a.side is Side.FOR and not (a.type is None and speaks_against(a.text))


def worded(assertions: Sequence[Assertion], *, turned: bool) -> str:
    """The line that a person is shown. ``turned``: nobody has the event happen, so that its words must say so."""
    unlikely = [a for a in assertions if a.status is not None and a.status.occurrence is Occurrence.DID_NOT]
    if not turned:
        return best_told(assertions).text
    if unlikely:
        return best_told(unlikely).text
    best = best_told(assertions)
    said_so = best.side is not Side.FOR or speaks_against(best.text)
    return best.text if said_so else f"Denied: {best.text}"


def best_told(assertions: Sequence[Assertion]) -> Assertion:
    """The assertion whose words a person is shown: for the claim, plain, whole, and with what most others say."""
    common = Counter(word for a in assertions for word in set(a.words))
    several = len(assertions) > 1

    def key(a: Assertion) -> tuple[bool, bool, float, bool, bool, float, int, str]:
        first = a.text.split(" ", 1)[0].casefold().strip("“\"'")
        shared = sum(common[word] - 1 for word in set(a.words)) / (len(set(a.words)) + 2) if several else 0.0
        return (
            a.side is not Side.FOR,
            a.kind is ClaimKind.OPINION,
            -min(tells(a), FRAGMENT),
            first in POINTING,
            not SHORTEST <= len(a.text) <= LONGEST,
            -round(shared + (a.certainty is not Certainty.LOW) * 0.01 + a.probability * 0.001, 6),
            len(a.text),
            a.id,
        )

    return min(assertions, key=key)


def whole(found: Proposition) -> bool:
    """Whether the line that a person is shown says something on its own."""
    mine = [a for a in found.assertions if a.text in (found.text, found.text.removeprefix("Denied: "))]
    return any(tells(a) >= FRAGMENT for a in mine)


def setting(assertions: Sequence[Assertion]) -> Setting:
    """When and where, as most assertions that say so have it, each of the two by itself."""
    supporting = [a for a in assertions if a.side is Side.FOR] or list(assertions)
    since, until = _usual((a.setting.since, a.setting.until) for a in supporting if _dated(a)) or (None, None)
    place = _usual(_place(a.setting) for a in supporting if a.setting.site or a.setting.country)
    return replace(place or Setting(), since=since, until=until)


def _dated(a: Assertion) -> bool:
    return a.setting.since is not None or a.setting.until is not None


def _place(found: Setting) -> Setting:
    return replace(found, since=None, until=None)


def _usual(found: Iterable[T | None]) -> T | None:
    """What comes most often, without ``None``; of two as frequent the first in order."""
    counts = Counter(value for value in found if value is not None)
    return min(counts, key=lambda value: (-counts[value], repr(value))) if counts else None
