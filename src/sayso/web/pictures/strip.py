"""The strip of time above a list of claims: how many events there were when, by how their claims stand.

A bar counts what is known to have been within its day, week or month. What is only known to have been before, after or
about then has no bar: one would be too exact. It darkens the band below all bars under which it may have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.export.words import number
from sayso.types.weighing import Standing
from sayso.types.whereabouts import Spell

MOST_BARS: Final = 62  # two months of days
USUAL: Final = 0.98  # of what is known exactly lies in the stretch that is shown unless a stretch is asked for
EXACT: Final = 31  # days: longer intervals do not say which stretch is usual
AROUND: Final = 0.5  # of a stretch that is asked for is shown before it, and after it
HEIGHT: Final = 100  # of the tallest bar
ROOM: Final = 2  # bars that a tick is as wide as
SHADES: Final = 4  # of the band
OPEN: Final = -1  # a begin or an end that nobody knows
# From the bottom of a bar to its top: what is in dispute stands on the ground, where it can be compared.
ORDER: Final = (
    Standing.CONTESTED,
    Standing.DENIED,
    Standing.WITHDRAWN,
    Standing.CORROBORATED,
    Standing.SINGLE,
    Standing.UNSOURCED,
)
Days = NDArray[np.int32]


class Unit(StrEnum):
    """What a bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


LENGTHS: Final = {  # days, as short as they come
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.MONTH: 28,
    Unit.QUARTER: 90,
    Unit.YEAR: 365,
    Unit.DECADE: 3652,
}


@dataclass(frozen=True, slots=True)
class Intervals:
    """Half-open intervals of days (proleptic Gregorian ordinals, or ``OPEN``), and the claims of each."""

    begin: Days
    end: Days
    standing: Days  # as in ``ORDER``
    claims: Days

    @property
    def total(self) -> int:
        """Claims of all."""
        return int(self.claims.sum())


@dataclass(frozen=True, slots=True)
class Bar:
    """One day, week, month ...: ``since`` and ``until`` (its last day) as a filter has them.

    ``parts`` are the claims of each standing with the lower edge and the height of their part of the bar, ``unsure``
    counts what may have been then, ``shade`` is that of the band: 0 for none. ``tick`` is written below.
    """

    since: str
    until: str
    told: str
    tick: str
    parts: tuple[tuple[Standing, int, float, float], ...]
    unsure: int
    shade: int
    inside: bool

    @property
    def claims(self) -> int:
        """Claims that are known to be of this time."""
        return sum(count for _, count, _, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars, the claims of the highest one, and how many lie before and behind them, on ``eve`` and ``morrow``."""

    unit: Unit
    bars: tuple[Bar, ...]
    highest: int
    before: int
    after: int
    eve: str
    morrow: str
    standings: tuple[Standing, ...]
    unsure: int


def intervals(spells: Iterable[Spell]) -> Intervals:
    """The spells as numbers. What no calendar has is left out."""
    known: dict[str, int] = {}
    rows = []
    for spell in spells:
        try:
            begin = OPEN if spell.since is None else _day(spell.since, known)
            end = OPEN if spell.until is None else _day(spell.until, known) + (spell.until[11:19] > "00:00:00")
        except ValueError:
            continue
        rows.append((begin, max(end, begin + 1) if OPEN not in (begin, end) else end, spell.standing, spell.claims))
    places = {standing: k for k, standing in enumerate(ORDER)}
    columns = np.array([(b, e, places[s], n) for b, e, s, n in rows], dtype=np.int32).reshape(-1, 4)
    return Intervals(*(np.ascontiguousarray(column) for column in columns.T))


def _day(given: str, known: dict[str, int]) -> int:
    day = given[:10]
    if day not in known:
        known[day] = date.fromisoformat(day).toordinal()
    return known[day]


def strip(found: Intervals, since: date | None = None, until: date | None = None) -> Strip | None:
    """The strip of what is asked for from ``since`` to before ``until``, with some time around it.

    ``None`` where no event has a known day.
    """
    exact = (found.begin != OPEN) & (found.end != OPEN)
    if not exact.any():
        return None
    first, last = _stretch(found, exact, since, until)
    unit = next((u for u in Unit if (last - first) / LENGTHS[u] <= MOST_BARS), Unit.DECADE)
    edges = _edges(first, last, unit)
    counts, sure = _counts(found, exact, edges)
    unsure = _unsure(found, ~sure, edges)
    highest = int(counts.sum(axis=1).max())
    asked = (since.toordinal() if since else None, until.toordinal() if until else None)
    return Strip(
        unit=unit,
        bars=tuple(_bars(edges, unit, counts, unsure, asked)),
        highest=highest,
        before=int(found.claims[exact & (found.end <= edges[0])].sum()),
        after=int(found.claims[exact & (found.begin >= edges[-1])].sum()),
        eve=date.fromordinal(max(int(edges[0]) - 1, 1)).isoformat(),
        morrow=date.fromordinal(int(edges[-1])).isoformat(),
        standings=tuple(s for k, s in enumerate(ORDER) if counts[:, k].any()),
        unsure=int(found.claims[~sure & _touches(found, edges[0], edges[-1])].sum()),
    )


def _stretch(found: Intervals, exact: NDArray[np.bool_], since: date | None, until: date | None) -> tuple[int, int]:
    """The first day that is shown, and the day after the last one."""
    short = exact & (found.end - found.begin <= EXACT)
    chosen = short if short.any() else exact
    order = np.argsort(found.begin[chosen], kind="stable")
    begins, ends = found.begin[chosen][order], found.end[chosen][order]
    share = np.cumsum(found.claims[chosen][order]) / found.claims[chosen].sum()
    least = np.searchsorted(share, (1 - USUAL) / 2)
    most = min(int(np.searchsorted(share, (1 + USUAL) / 2)), len(ends) - 1)
    first, last = int(begins[least]), int(ends[most])
    if since is None and until is None:
        return first, max(last, first + 1)
    begin = since.toordinal() if since else min(first, until.toordinal() - 1) if until else first
    end = until.toordinal() if until else max(last, begin + 1)
    room = max(round((end - begin) * AROUND), 3)
    return max(begin - room, 1), min(max(end, begin + 1) + room, date.max.toordinal() - 3700)


def _edges(first: int, last: int, unit: Unit) -> Days:
    """The first days of all bars, and of the one that would come behind them."""
    out = [_floor(date.fromordinal(first), unit)]
    while out[-1].toordinal() < last:
        out.append(_next(out[-1], unit))
    return np.array([day.toordinal() for day in out], dtype=np.int32)


def _floor(day: date, unit: Unit) -> date:
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    if unit is Unit.MONTH:
        return day.replace(day=1)
    if unit is Unit.QUARTER:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return date(day.year if unit is Unit.YEAR else max(day.year // 10 * 10, 1), 1, 1)


def _next(day: date, unit: Unit) -> date:
    if unit in (Unit.DAY, Unit.WEEK):
        return day + timedelta(days=LENGTHS[unit])
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}.get(unit, 120 - 12 * (day.year % 10))
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def _counts(found: Intervals, exact: NDArray[np.bool_], edges: Days) -> tuple[Days, NDArray[np.bool_]]:
    """Claims of each bar and standing; and which intervals lie within one bar, or beyond them all."""
    first = np.searchsorted(edges, found.begin, side="right") - 1
    last = np.searchsorted(edges, found.end - 1, side="right") - 1
    within = exact & (first == last)
    drawn = within & (first >= 0) & (first < len(edges) - 1)
    counts = np.zeros((len(edges) - 1, len(ORDER)), dtype=np.int32)
    np.add.at(counts, (first[drawn], found.standing[drawn]), found.claims[drawn])
    return counts, within


def _touches(found: Intervals, begin: int, end: int) -> NDArray[np.bool_]:
    starts: NDArray[np.bool_] = (found.begin == OPEN) | (found.begin < end)
    ends: NDArray[np.bool_] = (found.end == OPEN) | (found.end > begin)
    return starts & ends


def _unsure(found: Intervals, chosen: NDArray[np.bool_], edges: Days) -> Days:
    """For each bar the claims whose event may have been then."""
    mine = chosen & _touches(found, int(edges[0]), int(edges[-1]))
    bars = len(edges) - 1
    begin, end = found.begin[mine], found.end[mine]
    first = np.where(begin == OPEN, 0, np.searchsorted(edges, begin, side="right") - 1).clip(0, bars)
    behind = np.where(end == OPEN, bars, np.searchsorted(edges, end - 1, side="right")).clip(0, bars)
    change = np.zeros(bars + 1, dtype=np.int32)
    np.add.at(change, first, found.claims[mine])
    np.add.at(change, behind, -found.claims[mine])
    return np.cumsum(change[:-1], dtype=np.int32)


def _bars(edges: Days, unit: Unit, counts: Days, unsure: Days, asked: tuple[int | None, int | None]) -> Iterable[Bar]:
    highest = max(int(counts.sum(axis=1).max()), 1)
    darkest = max(int(unsure.max()), 1)
    days = [date.fromordinal(int(edge)) for edge in edges]
    ticks = _ticks(days[:-1], unit)
    for k, (begin, end) in enumerate(pairwise(days)):
        last = end - timedelta(days=1)
        yield Bar(
            since=_asked(begin, unit),
            until=_asked(begin if unit in (Unit.MONTH, Unit.YEAR) else last, unit),
            told=_told(begin, last, unit),
            tick=ticks[k],
            parts=tuple(_parts(counts[k].tolist(), highest)),
            unsure=int(unsure[k]),
            shade=-(-int(unsure[k]) * SHADES // darkest),
            inside=(asked[0] is None or end.toordinal() > asked[0])
            and (asked[1] is None or begin.toordinal() < asked[1]),
        )


def _parts(counts: Sequence[int], highest: int) -> Iterable[tuple[Standing, int, float, float]]:
    ground = 0.0
    for standing, count in zip(ORDER, counts, strict=True):
        if count:
            height = count / highest * HEIGHT
            yield standing, count, ground, height
            ground += height


def _asked(day: date, unit: Unit) -> str:
    """A day as a filter has it: a month or a year in one word."""
    return day.isoformat()[: {Unit.MONTH: 7, Unit.YEAR: 4}.get(unit, 10)]


def _told(begin: date, last: date, unit: Unit) -> str:
    if unit is Unit.DAY:
        return f"{begin.day} {begin:%B %Y}"
    if unit is Unit.WEEK:
        return f"{begin.day} {begin:%B} to {last.day} {last:%B %Y}"
    if unit is Unit.MONTH:
        return f"{begin:%B %Y}"
    if unit is Unit.QUARTER:
        return f"{begin:%B} to {last:%B %Y}"
    return str(begin.year) if unit is Unit.YEAR else f"{begin.year} to {last.year}"


def _ticks(days: Sequence[date], unit: Unit) -> list[str]:
    """What is written below each bar: where a month or a year begins, not too often."""
    if unit is Unit.DAY:
        often = 1 if len(days) <= 12 else 7
        return [
            f"{d.day} {d:%b}" if (k % often == 0 and k + often // 2 < len(days)) else "" for k, d in enumerate(days)
        ]
    marks = []
    before = None
    for day in days:
        mark = {Unit.WEEK: (day.year, day.month), Unit.MONTH: (day.year, (day.month - 1) // 3)}.get(unit, (day.year, 0))
        if unit is Unit.DECADE or unit is Unit.YEAR:
            mark = (day.year // (10 if unit is Unit.YEAR else 50), 0)
        marks.append("" if mark == before else str(day.year) if before is None or mark[0] != before[0] else f"{day:%b}")
        if unit is Unit.YEAR and marks[-1]:
            marks[-1] = str(day.year)
        before = mark
    out: list[str] = []
    for k, text in enumerate(marks):
        free = k < len(marks) - ROOM and not any(out[-ROOM:])
        out.append(text if free else "")
    return out


def summary(bar: Bar) -> str:
    """A bar in words, for those who do not see it: ``March 2022: 12 claims, 3 contested; 4 more may be of then``."""
    parts = ", ".join(f"{count:,} {standing.value}" for standing, count, _, _ in bar.parts)
    told = f"{bar.told}: {number(bar.claims, 'claim')}" + (f" ({parts})" if parts else "")
    return told + (f"; {bar.unsure:,} more may be of then" if bar.unsure else "")
