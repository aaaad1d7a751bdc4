"""The history of a claim in plain words, the same for text and drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.export import trace_words
from sayso.export.visible import prose
from sayso.export.words import date, listed
from sayso.types.timeline import CHANGES, ITSELF, NOBODY, History, Moment, MomentKind, Turn
from sayso.types.weighing import Side, Standing

DAY: Final = len("2022-03-08")
OUTLETS: Final = 6  # outlets of copies that are named
ALARMING: Final = (Standing.CONTESTED, Standing.DENIED, Standing.WITHDRAWN)
SIDES: Final = {Side.FOR: "for it", Side.AGAINST: "against it", Side.OPEN: "neither for nor against"}
# What a telling is, as it stands beside the time; capitals where it speaks against the claim.
KINDS: Final = {
    MomentKind.FIRST: "first seen",
    MomentKind.TOLD: "told again",
    MomentKind.CONFIRMED: "one more origin",
    MomentKind.DENIED: "DENIED",
    MomentKind.OPEN: "left open",
    MomentKind.WITHDRAWN: "TAKEN BACK",
    MomentKind.UNDATED: "told",
}
FIRST_CONFIRMED: Final = "confirmed"
FIRST_DENIED: Final = "FIRST DENIAL"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells, ``None`` where a stretch of time leaves it out, what changed there, and copies."""

    head: Moment | None
    changes: tuple[Moment, ...]

    @property
    def moment(self) -> Moment:
        """The telling, or the first of its changes."""
        return self.head or self.changes[0]


@dataclass(frozen=True, slots=True)
class Day:
    """Tellings of one day (``None``: date unknown) and how the claims stood from then on, in order."""

    day: str | None
    rows: tuple[Telling | Turn, ...]


def days(history: History) -> tuple[Day, ...]:
    """The history by days, what is undated last; a turn stands behind the tellings of its moment."""
    found: dict[str | None, list[Moment | Turn]] = {}
    for row in _merged(history):
        found.setdefault(row.published[:DAY] if row.published else None, []).append(row)
    undated = found.pop(None, None)
    out = [Day(day, tuple(_told(rows))) for day, rows in found.items()]
    return tuple(out) if undated is None else (*out, Day(None, tuple(_told(undated))))


def _merged(history: History) -> Iterator[Moment | Turn]:
    """Moments, and behind those of its date each turn; one of a date without a moment stands before later ones."""
    moments = history.moments
    last = {m.published: k for k, m in enumerate(moments)}
    behind: dict[int, list[Turn]] = {}
    for turn in history.turns:
        when = turn.published
        place = last.get(when)
        if when is None:
            place = len(moments) - 1
        elif place is None:
            place = next((k for k, m in enumerate(moments) if m.published is None or m.published > when), len(moments))
            place -= 1
        behind.setdefault(place, []).append(turn)
    yield from behind.get(-1, ())
    for k, moment in enumerate(moments):
        yield moment
        yield from behind.get(k, ())


def _told(rows: Iterable[Moment | Turn]) -> Iterator[Telling | Turn]:
    """Tellings with what changed there."""
    head: Moment | None = None
    changes: list[Moment] = []
    for row in rows:
        change = isinstance(row, Moment) and row.kind in CHANGES
        same = head if head is not None else next(iter(changes), None)
        if change and isinstance(row, Moment) and same is not None and same.assertion == row.assertion:
            changes.append(row)
            continue
        if head is not None or changes:
            yield Telling(head, tuple(changes))
        head, changes = None, []
        if isinstance(row, Turn):
            yield row
        elif change:
            changes = [row]
        else:
            head = row
    if head is not None or changes:
        yield Telling(head, tuple(changes))


def label(telling: Telling, firsts: frozenset[Moment]) -> str:
    """What a telling is, in one or two words; ``firsts`` are the first ones of their kind."""
    head = telling.head
    if head is None:
        return "changed" if any(m.kind is not MomentKind.COPIED for m in telling.changes) else "copied"
    if head in firsts:
        return FIRST_CONFIRMED if head.kind is MomentKind.CONFIRMED else FIRST_DENIED
    return KINDS[head.kind]


def firsts(history: History) -> frozenset[Moment]:
    """The first independent confirmation and the first denial of each claim."""
    found: dict[tuple[str, MomentKind], Moment] = {}
    for m in history.moments:
        if m.kind in (MomentKind.CONFIRMED, MomentKind.DENIED):
            found.setdefault((m.claim, m.kind), m)
    return frozenset(found.values())


def who(moment: Moment) -> str:
    """``Desna Public Radio, on the word of Vitaliy Kyrylov``. Safe for a terminal."""
    outlet = prose(moment.outlet or "outlet unknown")
    if moment.voice == ITSELF:
        return f"{outlet}, which names nobody"
    whose = "nobody who is named" if moment.voice == NOBODY else prose(moment.source or moment.voice)
    told = f"{outlet}, on the word of {whose}"
    if moment.side is not Side.FOR and moment.saying is not None:
        told += f" (“{prose(moment.saying.text)}”)"
    return told


def clock(published: str | None) -> str:
    """``08:52 UTC``; empty where only the day is known."""
    told = date(published) if published else ""
    return told.partition(", ")[2]


def stays(history: History) -> frozenset[Turn]:
    """Turns that change how many origins there are, and not the standing."""
    before: dict[str, Standing] = {}
    out = []
    for turn in history.turns:
        if before.get(turn.claim) is turn.standing:
            out.append(turn)
        before[turn.claim] = turn.standing
    return frozenset(out)


def turned(turn: Turn, same: frozenset[Turn]) -> str:
    """``now corroborated: 2 to 3 origins for it, 1 origin against it``; ``same`` are the turns that ``stays`` gives."""
    standing = f"{'still' if turn in same else 'now'} {trace_words.STANDINGS[turn.standing]}"
    told = f"{standing}: {between(*turn.support)} for it" if turn.support[1] else f"{standing}: nobody for it"
    if turn.against[1]:
        told += f", {between(*turn.against)} against it"
    return told + (", with all articles of unknown date" if turn.published is None else "")


def between(least: int, most: int) -> str:
    """``1 origin``, ``2 to 3 origins``."""
    return f"{trace_words.between(least, most)} {'origin' if least == most == 1 else 'origins'}"


def copied(moment: Moment) -> str:
    """``+ 14 copies until 5 Mar 2022: The Daily, The Post and 4 more``. Safe for a terminal."""
    told = f"+ {trace_words.copies(moment.count)}"
    when = date(moment.until) if moment.until is not None else "date unknown"
    if moment.until and moment.published and moment.until[:DAY] == moment.published[:DAY]:
        when = clock(moment.until) or when
    told += f" until {when}" if moment.count > 1 and moment.until is not None else f", {when}"
    names = [prose(name) for name in moment.outlets]
    more = len(names) - OUTLETS
    if names:
        told += f": {listed([*names[:OUTLETS], f'{more:,} more'] if more > 0 else names)}"
    return told


def changed(moment: Moment) -> str:
    """``number changed: “two” became “a column of 33 vehicles”``, without what the other words are from."""
    after = f"“{prose(moment.after.text)}”"
    if moment.before is None:
        return f"a number for the first time: {after}"
    note = f" ({moment.note})" if moment.note else ""
    return f"{moment.kind.value}{note}: “{prose(moment.before.text)}” became {after}"
