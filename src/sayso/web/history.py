"""How a claim changed, as its page tells it: day by day who said what, copies folded, and how it stood from then on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.export import timeline_words as told_
from sayso.export import trace_words
from sayso.export.timeline_words import Telling
from sayso.export.visible import prose
from sayso.types.timeline import History, Moment, MomentKind, Turn, Words

TELLINGS: Final = 40  # that are told unless more is asked for
NO_OUTLET: Final = "outlet unknown"
LOUD: Final = (MomentKind.DENIED, MomentKind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Row:
    """A telling with what changed there, or how the claim stood from then on (``standing``, in words ``said``)."""

    clock: str
    label: str
    words: str
    loud: bool = False
    standing: str = ""
    outlet: str = ""
    said: str = ""
    words_at: Words | None = None
    side: str = ""
    changes: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """Rows of one day, ``None`` where the date is unknown."""

    day: str | None
    rows: tuple[Row, ...]


def history_days(history: History, most: int = TELLINGS) -> tuple[tuple[Day, ...], int]:
    """The first ``most`` tellings by days, with all turns until then, and how many tellings are left out."""
    firsts, same = told_.firsts(history), told_.stays(history)
    out: list[Day] = []
    left = 0
    room = most
    for day in told_.days(history):
        rows = []
        for row in day.rows:
            if isinstance(row, Turn):
                if room > 0 or left == 0:
                    rows.append(_turn(row, same))
            elif room > 0:
                rows.append(_telling(row, firsts))
                room -= 1
            else:
                left += 1
        if rows:
            out.append(Day(day.day, tuple(rows)))
    return tuple(out), left


def landmarks(history: History) -> Iterator[tuple[str, Moment]]:
    """What one wants to know first of a history, each with its name, in the order of dates."""
    first = next((m for m in history.moments if m.kind is MomentKind.FIRST), None)
    if first is not None:
        yield "First seen", first
    known = told_.firsts(history)
    for m in history.moments:
        if m in known:
            yield "First independent confirmation" if m.kind is MomentKind.CONFIRMED else "First denial", m
        elif m.kind is MomentKind.WITHDRAWN:
            yield "Taken back", m


def _turn(turn: Turn, same: frozenset[Turn]) -> Row:
    counts = told_.turned(turn, same).partition(": ")[2]
    name = trace_words.STANDINGS[turn.standing].lower()
    return Row("", "still" if turn in same else "now", counts, standing=turn.standing.name.lower(), said=name)


def _telling(telling: Telling, firsts: frozenset[Moment]) -> Row:
    moment = telling.moment
    changes = tuple(
        (told_.copied(m), True) if m.kind is MomentKind.COPIED else (told_.changed(m), False) for m in telling.changes
    )
    return Row(
        told_.clock(moment.published),
        told_.label(telling, firsts).lower(),
        told_.who(moment).removeprefix(prose(moment.outlet or NO_OUTLET)),
        telling.head is not None and telling.head.kind in LOUD,
        outlet=moment.outlet or NO_OUTLET,
        said=moment.after.text if telling.head is not None else "",
        words_at=moment.after,
        side=moment.side.value,
        changes=changes,
    )
