"""The ends of an interval as strings of the Extended Date/Time Format (Library of Congress 2019, ISO 8601-2)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sayso.types.time import Granularity, TimeExpression

OPEN: Final = ".."
MIDNIGHT: Final = time()
DAY: Final = timedelta(days=1)
SECOND: Final = timedelta(seconds=1)
YEARS: Final = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
MONTHS: Final = (*YEARS, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON)


def ends(found: TimeExpression | None) -> tuple[str, str]:
    """Begin and end of the interval, both of which belong to it; ``..`` for an open end, both empty if unknown.

    As exact as the record: ``2022``, ``2022-03``, ``2022-03-08``, or local time as written where an end is no
    midnight (``2022-03-07T18:00:00`` and ``2022-03-08T05:59:59``). ``~`` stands behind vague dates; the format has no
    such mark for clock times.
    """
    if found is None or not found.known:
        return "", ""
    begin, end = found.begin, found.end
    if any(moment is not None and moment.time() != MIDNIGHT for moment in (begin, end)):
        return _moment(begin), _moment(_before(end, SECOND, begin))
    length = _length(found.granularity, begin, end)
    mark = "~" if found.approximate else ""
    last = _before(end, DAY, begin)
    return tuple(OPEN if day is None else day.date().isoformat()[:length] + mark for day in (begin, last))  # type: ignore[return-value]


def interval(found: TimeExpression | None) -> str | None:
    """What the record holds as EDTF, else the ends as ``begin/end``; ``None`` where no interval is known."""
    if found is None or not found.known:
        return None
    if found.edtf:
        return found.edtf
    begin, end = ends(found)
    return begin if begin == end else f"{begin}/{end}"


def day(found: TimeExpression | None) -> str | None:
    """The day as an ISO 8601 date; ``None`` where the interval is unknown, open, vague or touches several days."""
    if found is None or found.begin is None or found.end is None or found.approximate:
        return None
    last = _before(found.end, timedelta.resolution, found.begin) or found.end
    return found.begin.date().isoformat() if last.date() == found.begin.date() else None


def _before(end: datetime | None, step: timedelta, begin: datetime | None) -> datetime | None:
    """The last day or second of what ends before ``end``; an empty interval keeps its only moment."""
    if end is None or end - datetime.min < step or (begin is not None and end <= begin):
        return end
    return end - step


def _moment(moment: datetime | None) -> str:
    return OPEN if moment is None else moment.isoformat(timespec="seconds")


def _length(granularity: Granularity | None, begin: datetime | None, end: datetime | None) -> int:
    """How many characters of ``2022-03-08`` are known."""
    known = [moment for moment in (begin, end) if moment is not None]
    if granularity in YEARS and all((moment.month, moment.day) == (1, 1) for moment in known):
        return len("2022")
    if granularity in MONTHS and all(moment.day == 1 for moment in known):
        return len("2022-03")
    return len("2022-03-08")
