"""Intervals in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2).

Its intervals hold both their ends and know no clock times, so a part of a day becomes its day or days.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sayso.grounding.times.intervals import DAY, Interval
from sayso.types.time import Granularity

_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
_TICK = timedelta(microseconds=1)
_UTC = re.compile(r"gmt|utc|z|zulu", re.I)


def _point(moment: datetime, kind: Granularity) -> str:
    year = f"{moment.year:04d}"
    if kind in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY):
        return year
    if kind in (Granularity.MONTH, Granularity.SEASON, Granularity.QUARTER):
        return f"{year}-{moment.month:02d}"
    return f"{year}-{moment.month:02d}-{moment.day:02d}"


def _single(interval: Interval, zone: str | None) -> str | None:
    """The form of one calendar unit, if the interval is just one."""
    begin, end, kind = interval.begin, interval.end, interval.granularity
    if begin is None or end is None:
        return None
    if kind in (Granularity.SECOND, Granularity.MINUTE) and end - begin <= timedelta(minutes=1):
        return begin.isoformat(timespec="seconds") + ("Z" if zone and _UTC.fullmatch(zone) else "")
    if kind is Granularity.DECADE and begin.year % 10 == 0 and end.year - begin.year == 10:
        return f"{begin.year // 10:03d}X"
    if kind is Granularity.CENTURY and begin.year % 100 == 0 and end.year - begin.year == 100:
        return f"{begin.year // 100:02d}XX"
    months = (end.year - begin.year) * 12 + end.month - begin.month
    if kind is Granularity.SEASON and months == 3 and begin.month in _SEASONS:
        return f"{begin.year:04d}-{_SEASONS[begin.month]}"
    if kind is Granularity.QUARTER and months == 3:
        return f"{begin.year:04d}-{33 + (begin.month - 1) // 3}"
    first, last = _point(begin, kind), _point(end - _TICK, kind)
    return first if first == last else None


def edtf(interval: Interval, zone: str | None = None) -> str:
    """The EDTF string of an interval: a single date where one unit is meant, else "first/last", ".." for an open end.

    "~" marks what the words leave vague. Only UTC is written as a zone, as EDTF has no names of zones.
    """
    mark = "~" if interval.approximate else ""
    single = _single(interval, zone)
    if single:
        return single if "T" in single else single + mark
    kind = interval.granularity
    first = _point(interval.begin, kind) + mark if interval.begin else ".."
    if interval.end is None:
        return f"{first}/.."
    last = interval.end - (DAY if interval.end - _TICK < interval.end.replace(hour=0, minute=0) else _TICK)
    return f"{first}/{_point(last, kind)}{mark}"
