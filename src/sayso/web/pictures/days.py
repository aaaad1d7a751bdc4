"""How often something was said, over time: bars, by day, month or year, as there is room for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Final

from markupsafe import Markup, escape

from sayso.export.words import MONTHS, date, number

DAY, MONTH, YEAR = len("2022-03-08"), len("2022-03"), len("2022")
MOST: Final = 92  # bars that are told apart at a glance: a quarter of a year by days
WIDTH, HEIGHT, BASE, LEFT = 760, 150, 128, 44  # units of the large drawing; where bars begin
DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
SMALL: Final = (132, 22, 33)  # width, height and bars of the small one


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts by day, month or year without a gap. ``loose`` are those of which the day (the month) is not known."""

    unit: int
    counts: tuple[tuple[str, int], ...]
    loose: int

    @property
    def name(self) -> str:
        """What one bar is."""
        return {DAY: "day", MONTH: "month", YEAR: "year"}[self.unit]


def bars(days: Iterable[tuple[str, int]]) -> Bars:
    """The bars of counts by ISO 8601 dates, of which some may be months or years only."""
    given = [(day[:DAY], count) for day, count in days if DATE.fullmatch(day[:DAY])]
    for unit in (DAY, MONTH, YEAR):
        counts: Counter[str] = Counter()
        for day, count in given:
            if len(day) >= unit:
                counts[day[:unit]] += count
        every = _every(min(counts), max(counts), unit) if counts else ()
        if (counts and len(every) <= MOST) or unit == YEAR:
            loose = sum(count for day, count in given if len(day) < unit)
            return Bars(unit, tuple((name, counts[name]) for name in every), loose)
    raise AssertionError("years always do")


def drawing(found: Bars, what: str) -> Markup:
    """A drawing with its scale; each bar tells its date and count. ``what`` is counted: "saying"."""
    most = max((count for _, count in found.counts), default=0)
    if not most:
        return Markup("")
    step = (WIDTH - LEFT) / len(found.counts)
    wide = max(min(step * 0.82, 26.0), 1.2)
    out = [
        f'<svg class="days" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(_told(found, what))}">',
        f'<path class="rule" d="M{LEFT} {BASE}H{WIDTH}"/><path class="rule faint" d="M{LEFT} 14H{WIDTH}"/>',
        f'<text class="end" x="{LEFT - 8}" y="18">{most:,}</text>',
        f'<text class="end" x="{LEFT - 8}" y="{BASE + 4}">0</text>',
    ]
    for place, (name, count) in enumerate(found.counts):
        if count:
            high = max((BASE - 14) * count / most, 2.0)
            x = LEFT + step * place + (step - wide) / 2
            out.append(
                f'<rect x="{x:.1f}" y="{BASE - high:.1f}" width="{wide:.1f}" height="{high:.1f}">'
                f"<title>{escape(when(name))}: {number(count, what)}</title></rect>"
            )
    for place in _marked(len(found.counts)):
        x = LEFT + step * (place + 0.5)
        side = "start" if place == 0 and step < 60 else "end" if place and place == len(found.counts) - 1 else "middle"
        out.append(f'<text class="{side}" x="{x:.1f}" y="{HEIGHT - 4}">{escape(when(found.counts[place][0]))}</text>')
    return Markup("".join(out) + "</svg>")


def small(days: Sequence[tuple[str, int]], first: str, last: str) -> Markup:
    """A drawing for a line of a list, over the stretch that all lines share: who spoke when, seen at a glance."""
    wide, high, most = SMALL
    begin, end = _position(first), _position(last)
    step = max(end - begin, 1) / most
    counts: Counter[int] = Counter()
    for day, count in days:
        if len(day) >= MONTH:
            counts[min(max(int((_position(day) - begin) / step), 0), most - 1)] += count
    top = max(counts.values(), default=0)
    rects = "".join(
        f'<rect x="{k * wide / most:.1f}" y="{high - max(high * n / top, 2):.1f}" width="{wide / most - 0.8:.1f}"'
        f' height="{max(high * n / top, 2):.1f}"/>'
        for k, n in sorted(counts.items())
    )
    size = f'viewBox="0 0 {wide} {high + 1}" width="{wide}" height="{high + 1}"'
    rule = f'<path class="rule" d="M0 {high + 0.5}H{wide}"/>'
    return Markup(f'<svg class="days small" {size} aria-hidden="true">{rule}{rects}</svg>')


def length(first: str, last: str) -> int:
    """Days from one date to another."""
    return _position(last) - _position(first)


def when(name: str) -> str:
    """``8 Mar 2022``, ``Mar 2022``, ``2022``."""
    month = int(name[5:7]) if len(name) == MONTH and name[5:7].isdecimal() else 0
    return (
        f"{MONTHS[month - 1]} {name[:YEAR]}" if 1 <= month <= len(MONTHS) else date(name) if len(name) > YEAR else name
    )


def _told(found: Bars, what: str) -> str:
    name, most = max(found.counts, key=lambda pair: pair[1])
    first, last = when(found.counts[0][0]), when(found.counts[-1][0])
    every = number(sum(count for _, count in found.counts), what)
    return f"{every} by {found.name}, {first} to {last}; most on {when(name)}: {most:,}"


def _marked(count: int) -> list[int]:
    return sorted({0, count // 2, count - 1} if count > 2 else set(range(count)))


def _every(first: str, last: str, unit: int) -> tuple[str, ...]:
    """All days, months or years from one to another; too many are cut behind the first that is too many."""
    if unit == YEAR:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    if unit == MONTH:
        begin, end = (int(m[:YEAR]) * 12 + int(m[5:7]) - 1 for m in (first, last))
        return tuple(f"{m // 12:04}-{m % 12 + 1:02}" for m in range(begin, min(end, begin + MOST) + 1))
    begin, end = _position(first), _position(last)
    return tuple(Day.fromordinal(k).isoformat() for k in range(begin, min(end, begin + MOST) + 1))


def _position(day: str) -> int:
    """The day, counted from 1 Jan 1; of a month or year its first; 1 for what is no date."""
    try:
        return Day.fromisoformat((day + "-01-01")[:DAY] if len(day) < DAY else day[:DAY]).toordinal()
    except ValueError:
        return 1
