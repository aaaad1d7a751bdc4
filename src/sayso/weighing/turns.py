"""How a claim stood from date to date, by the articles that there were until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.types.timeline import Turn
from sayso.types.weighing import Assertion, Carried, Proposition, Side, Weighed
from sayso.weighing.dates import earliest, instants
from sayso.weighing.known import NOTHING, Known
from sayso.weighing.weigh import weigh

MOST: Final = 50  # dates at which a claim is weighed
# Assertions that are weighed in all, over all dates: with more of them, fewer dates are looked at.
WORK: Final = 20_000
LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A date at which a claim was weighed. ``turn`` is ``None`` where it stood as before.

    ``raised`` are ids of assertions of that date whose origins are new where the lower bound of those for the claim
    rose, from one or more.
    """

    turn: Turn | None
    raised: tuple[str, ...]


def turns(claim: Proposition, carried: Sequence[Carried], known: Known = NOTHING) -> tuple[Point, ...]:
    """The points at which it is known how a claim stood; the last one counts articles without a date too.

    ``carried`` says which assertions have their words from another article. Copies from which nobody else has anything
    change no count and are left out. ``known`` is what its articles tell of those who are named. An article of which
    only the day is known counts from the beginning of that day.
    """
    published = {a.id: a.published for a in claim.articles}
    rows = _slim(claim.assertions, carried)
    dates = {a.id: published.get(a.document) for a in rows}
    dated = [a for a in rows if instants(dates[a.id])]
    out: list[Point] = []
    before: Weighed | None = None
    for when in _when(claim, dated, dates):
        until = [a for a in dated if earliest(dates[a.id]) <= earliest(when)]
        found = _weighed(claim, until, carried, known)
        new = [a for a in until if before is None or a.id not in _counted(before)]
        out.append(Point(_turn(claim, when, found, before), _raised(new, found, before)))
        before = found
    if len(dated) < len(rows) or not out:
        out.append(Point(_turn(claim, None, claim.weighed, before), ()))
    return tuple(out)


def _slim(rows: Sequence[Assertion], carried: Sequence[Carried]) -> list[Assertion]:
    """The assertions without copies from which nobody has anything."""
    known = {a.id for a in rows}
    parents = {c.child: c.parent for c in carried if c.parent in known}
    used = set(parents.values())
    return [a for a in rows if a.id in used or parents.get(a.id) is None]


def _when(claim: Proposition, dated: Sequence[Assertion], dates: Mapping[str, str | None]) -> list[str]:
    """The dates to look at, in order: those where an origin is new on a side first, as many as there is time for."""
    moments: dict[float, str] = {}
    for a in dated:
        date = dates[a.id] or ""
        moments.setdefault(earliest(date), date)
    most = max(LEAST, min(MOST, WORK // max(len(dated), 1)))
    if len(moments) > most:
        moments = {m: moments[m] for m in sorted(_news(claim, dated, dates) | {min(moments), max(moments)})}
    every = sorted(moments)
    if len(every) > most:
        every = [every[round(k * (len(every) - 1) / (most - 1))] for k in range(most)]
    return [moments[m] for m in every]


def _news(claim: Proposition, dated: Sequence[Assertion], dates: Mapping[str, str | None]) -> set[float]:
    """When each origin is first heard on each side, and when anything is taken back."""
    origin = {id: o.id for o in claim.weighed.origins for id in o.assertions}
    first: dict[tuple[str, Side], float] = {}
    back: set[float] = set()
    for a in dated:
        when = earliest(dates[a.id])
        place = (origin.get(a.id, a.id), a.side)
        first[place] = min(first.get(place, when), when)
        if a.withdrawal:
            back.add(when)
    return set(first.values()) | back


def _weighed(claim: Proposition, rows: Sequence[Assertion], carried: Sequence[Carried], names: Known) -> Weighed:
    articles = {a.id: a for a in claim.articles}
    known = {a.id for a in rows}
    there = {a.document: articles[a.document] for a in rows if a.document in articles}
    return weigh(rows, there, [c for c in carried if c.child in known], names)


def _counted(found: Weighed) -> set[str]:
    return {id for o in found.origins for id in o.assertions}


def _raised(new: Sequence[Assertion], found: Weighed, before: Weighed | None) -> tuple[str, ...]:
    if before is None or before.support.least < 1 or found.support.least <= before.support.least:
        return ()
    known = _counted(before)
    ours = {a.id for a in new if a.side is Side.FOR}
    fresh = {id for o in found.origins if not known & set(o.assertions) for id in o.assertions}
    return tuple(sorted(ours & fresh or ours))


def _turn(claim: Proposition, when: str | None, found: Weighed, before: Weighed | None) -> Turn | None:
    """What a person is told: only where the standing or the least number of origins is another one."""
    if before is not None and _state(found) == _state(before):
        return None
    return Turn(
        claim.id,
        when,
        found.standing,
        found.standing_reason,
        (found.support.least, found.support.most),
        (found.against.least, found.against.most),
    )


def _state(found: Weighed) -> tuple[object, ...]:
    return found.standing, found.support.least, found.against.least
