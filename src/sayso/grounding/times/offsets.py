"""Counting from an anchor: how many units words mean, and the interval that so many units reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.durations import duration
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Meaning, date_meaning, time_meaning
from sayso.grounding.times.words import BARE, NEARLY, NUMBER, OVER, VAGUE, VAGUE_NUMBER, number
from sayso.types.time import Granularity, TimeAnchor

CLOCKS = ("hour", "minute", "second")
# Named groups nearly, over and n, to stand before a unit.
COUNT = (
    rf"(?:just |only |barely |exactly |within )?(?:(?P<nearly>{NEARLY}) |(?P<over>{OVER}) "
    r"|(?:about|around|some|roughly|approximately|just|only|barely|exactly) )?"
    rf"(?:(?P<n>{VAGUE_NUMBER}|{NUMBER})(?: full| more)?[- ])?"
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many units: the least and greatest number meant, which differ when the words are vague.

    ``quality`` is "nearly" or "over" where the number itself is not reached or is passed.
    """

    low: float
    high: float
    quality: str = ""

    @property
    def vague(self) -> bool:
        """Whether the words leave the number open."""
        return self.low != self.high

    def length(self, unit: str) -> str:
        """TIMEX3 value of the length."""
        return duration(None if self.vague else self.low, unit)


def counted(match: re.Match[str], unit: str) -> Count | None:
    """The count of a match with the groups of ``COUNT``, ``n`` at least; plurals without a number are vague."""
    group = match.groupdict()
    words = group["n"]
    quality = "nearly" if group.get("nearly") else "over" if group.get("over") else ""
    if not words:
        low, high = BARE.get(unit, (2, 6)) if group["unit"].endswith("s") else (1, 1)
        return Count(low, high, quality)
    if words in VAGUE:
        return Count(*VAGUE[words], quality)
    exact = number(words)
    if exact is not None and group.get("half"):
        exact += 0.5
    return None if exact is None else Count(exact, exact, quality)


def offset(anchor: TimeAnchor, count: Count, unit: str, sign: int) -> Interval:
    """The interval that lies ``count`` units after (``sign`` 1) or before (-1) an anchor.

    From a whole day, hours under a day stay on that day. Raises ``ValueError`` or ``OverflowError`` off the calendar.
    """
    base = anchor.begin
    if unit in CLOCKS and base == cal.at(base):
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
        return cal.day(base + sign * timedelta(0 if count.vague else int(count.high * hours // 24)))
    if count.vague:
        first, last = sorted(cal.moved(base, sign * n, unit) for n in (count.low, count.high))
        if unit in CLOCKS:
            return Interval(first, last, Granularity.HOUR, True)
        if unit in ("day", "week", "fortnight"):
            return Interval(cal.at(first), cal.at(last) + cal.DAY, Granularity.DAY, True)
        one, other = cal.unit_around(first, unit), cal.unit_around(last, unit)
        return Interval(one.begin, other.end, one.granularity, True)
    target = cal.moved(base, sign * count.low, unit)
    if count.quality and unit in ("week", "fortnight", "month", "year", "day"):
        return _qualified(target, unit, sign, count.quality)
    return cal.unit_around(target, unit)


def _qualified(target: datetime, unit: str, sign: int, quality: str) -> Interval:
    """ "almost two weeks": the last days before they are full; "more than two weeks": the unit after."""
    day = cal.at(target)
    short = {"day": 1, "week": 2, "fortnight": 2, "month": 6, "year": 60}[unit]
    if quality == "nearly":
        ends = (day - sign * timedelta(short), day)
    else:
        ends = (day, cal.moved(day, sign, "week" if unit in ("week", "fortnight") else unit))
    return Interval(min(ends), max(ends), Granularity.DAY, True)


def arrived(interval: Interval, unit: str, anchor: TimeAnchor, vague: bool = False) -> Meaning:
    """The meaning of an interval that was counted in ``unit`` from an anchor.

    TIMEX3 has no value for a few days around a date: it gets their week, or if vague the month nearest the anchor.
    """
    begin = interval.begin or anchor.begin
    end = interval.end or begin
    middle = begin + (end - begin) / 2
    if vague and unit in ("day", "week", "fortnight"):
        near = begin if begin >= anchor.begin else end - cal.DAY
        return date_meaning(cal.unit_value(near, "month"), interval, anchor)
    if interval.granularity in (Granularity.MINUTE, Granularity.HOUR):
        return time_meaning(cal.unit_value(middle, "minute"), interval, anchor)
    if unit in ("week", "fortnight"):
        return date_meaning(cal.week_value(middle), interval, anchor)
    value = cal.unit_value(begin, "day" if unit in CLOCKS else unit)
    if unit == "month" and interval.approximate:
        value = value[:7]
    return date_meaning(value, interval, anchor)
