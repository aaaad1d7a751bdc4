"""Half-open intervals of the proleptic Gregorian calendar, in local time without zone, and their TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from sayso.grounding.times.words import PARTS
from sayso.types.time import Granularity

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = timedelta(1)
FIRST_YEAR, LAST_YEAR = 1, 9990  # what datetime can count, with room for a decade


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``begin`` up to, not including, ``end``; an open end is ``None``."""

    begin: datetime | None
    end: datetime | None
    granularity: Granularity
    approximate: bool = False

    def shifted(self, **units: int) -> Interval:
        """The interval moved by relativedelta's plural units. Raises ``ValueError`` off the calendar."""
        move = relativedelta(**units)
        begin = self.begin + move if self.begin else None
        return replace(self, begin=begin, end=self.end + move if self.end else None)

    def through(self, other: Interval) -> Interval | None:
        """From where this one begins to where ``other`` ends; ``None`` unless that is a stretch of time."""
        if self.begin is None or other.end is None or other.end <= self.begin:
            return None
        return Interval(self.begin, other.end, other.granularity, self.approximate or other.approximate)


def at(moment: date) -> datetime:
    """Midnight at which the day of ``moment`` begins."""
    return datetime(moment.year, moment.month, moment.day)


def day_of(year: int, month: int, day: int) -> Interval:
    """One day. Raises ``ValueError`` for a day that no calendar has."""
    begin = datetime(year, month, day)
    return Interval(begin, begin + DAY, Granularity.DAY)


def day(moment: date) -> Interval:
    """The day that holds ``moment``."""
    return Interval(at(moment), at(moment) + DAY, Granularity.DAY)


def week(moment: date) -> Interval:
    """The ISO week, Monday to Sunday, that holds ``moment``."""
    begin = at(moment) - timedelta(moment.weekday())
    return Interval(begin, begin + 7 * DAY, Granularity.WEEK)


def weekend(moment: date) -> Interval:
    """Saturday and Sunday of the ISO week that holds ``moment``."""
    begin = at(moment) + timedelta(5 - moment.weekday())
    return Interval(begin, begin + 2 * DAY, Granularity.DAY)


def month(year: int, number: int) -> Interval:
    """One month."""
    begin = datetime(year, number, 1)
    return Interval(begin, begin + relativedelta(months=1), Granularity.MONTH)


def quarter(year: int, number: int) -> Interval:
    """One quarter of a calendar year, 1 to 4."""
    begin = datetime(year, 3 * number - 2, 1)
    return Interval(begin, begin + relativedelta(months=3), Granularity.QUARTER)


def season(year: int, code: str) -> Interval:
    """A northern season of three whole months; winter begins in December of ``year``."""
    begin = datetime(year, SEASON_MONTHS[code], 1)
    return Interval(begin, begin + relativedelta(months=3), Granularity.SEASON)


def years(first: int, count: int, granularity: Granularity = Granularity.YEAR) -> Interval:
    """``count`` whole years from the year ``first``."""
    return Interval(datetime(first, 1, 1), datetime(first + count, 1, 1), granularity)


def part_of_day(moment: date, name: str) -> Interval:
    """Morning, night and so on of a day, by the hours of ``PARTS``."""
    _, first, last = PARTS[name]
    begin = at(moment)
    return Interval(begin + timedelta(hours=first), begin + timedelta(hours=last), Granularity.PART_OF_DAY)


def clock(moment: date, hour: int, minute: int | None = None, second: int | None = None) -> Interval:
    """The minute (or second) of a clock time; 24:00 is midnight at the end of the day."""
    begin = at(moment) + timedelta(hours=hour, minutes=minute or 0, seconds=second or 0)
    if second is not None:
        return Interval(begin, begin + timedelta(seconds=1), Granularity.SECOND)
    return Interval(begin, begin + timedelta(minutes=1), Granularity.MINUTE)


def unit_around(moment: datetime, unit: str) -> Interval:
    """The unit of time in which counted units arrive: the minute, the hour around, the day, the seven days around,
    the calendar month, quarter, year, decade or century."""
    if unit in ("second", "minute"):
        begin = moment.replace(second=0, microsecond=0)
        return Interval(begin, begin + timedelta(minutes=1), Granularity.MINUTE)
    if unit == "hour":
        half = timedelta(minutes=30)
        return Interval(moment - half, moment + half, Granularity.HOUR, True)
    if unit in ("week", "fortnight"):
        return Interval(at(moment) - 3 * DAY, at(moment) + 4 * DAY, Granularity.DAY, True)
    if unit == "month":
        return month(moment.year, moment.month)
    if unit == "quarter":
        return quarter(moment.year, (moment.month + 2) // 3)
    if unit == "year":
        return years(moment.year, 1)
    if unit == "decade":
        return years(moment.year, 1)
    if unit == "century":
        return years(moment.year // 100 * 100 or 1, 100, Granularity.CENTURY)
    return day(moment)


def moved(moment: datetime, count: float, unit: str) -> datetime:
    """``moment`` plus ``count`` units (negative: before). Off the calendar: ``ValueError``, ``OverflowError``."""
    whole, part = int(count), count - int(count)
    if unit in ("second", "minute", "hour"):
        return moment + timedelta(**{unit + "s": count})
    if unit in ("day", "night"):
        return moment + timedelta(days=count)
    if unit == "weekend":
        return moment + timedelta(weeks=count)
    if unit in ("week", "fortnight"):
        return moment + timedelta(days=round(count * (7 if unit == "week" else 14)))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    if abs(whole) * months > 12 * LAST_YEAR:
        raise OverflowError("beyond the calendar")
    later: datetime = moment + relativedelta(months=whole * months + int(part * months))
    rest = part * months - int(part * months)
    return later + timedelta(days=round(30 * rest))


def day_value(moment: date) -> str:
    """TIMEX3 value of a day."""
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"


def week_value(moment: date) -> str:
    """TIMEX3 value of the ISO week that holds ``moment``."""
    year, number, _ = moment.isocalendar()
    return f"{year:04d}-W{number:02d}"


def unit_value(moment: datetime, unit: str) -> str:
    """TIMEX3 value of the unit that holds ``moment``, as ``unit_around`` cuts it."""
    if unit in ("second", "minute", "hour"):
        return f"{day_value(moment)}T{moment.hour:02d}:{moment.minute:02d}"
    if unit in ("week", "fortnight"):
        return week_value(moment)
    if unit == "weekend":
        return week_value(moment) + "-WE"
    if unit == "month":
        return f"{moment.year:04d}-{moment.month:02d}"
    if unit == "quarter":
        return f"{moment.year:04d}-Q{(moment.month + 2) // 3}"
    if unit in ("year", "decade"):
        return f"{moment.year:04d}"
    if unit == "century":
        return f"{moment.year // 100:02d}"
    return day_value(moment)
