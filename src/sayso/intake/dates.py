"""Full dates as documents write them, turned into ISO 8601. No clock is read and nothing is filled in."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from sayso.text.months import MONTHS

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
# "8 March 2022", "Tuesday, March 8th, 2022", "2022-03-08". An all-figure "03/08/2022" has two readings and is left.
FULL_DATE = re.compile(
    rf"\b{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ -](?P<month>{_MONTH}),?[ -](?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2}))(?!\d)",
    re.I,
)
ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
RFC_TIME = re.compile(r"(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|[a-z]{1,5})", re.I)
TIME_OF_DAY = re.compile(r"(?:,?(?: at)? \d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{1,5}\)?)?)?", re.I)
LONGEST = 80  # characters; no written date is longer
# Software writes year 1 for a missing date, and no news text is older than the first newspapers.
EARLIEST = 1600


def iso_date(words: str) -> str | None:
    """The ISO 8601 date or date-time that ``words`` are, ``None`` if they are not exactly one full date.

    Reads ISO 8601 and RFC 5322 ("Tue, 08 Mar 2022 10:00:00 GMT") with time and zone, and dates with the
    month in English letters, whose time of day ("at 9 pm") is left out. What names no zone is given none.
    """
    words = " ".join(words.split())
    if len(words) > LONGEST:
        return None
    try:
        if ISO_TIME.match(words):
            return _plausible(datetime.fromisoformat(re.sub(r" (?=[-+Zz])", "", words[:10] + "T" + words[11:])))
        if RFC_TIME.fullmatch(words):
            return _plausible(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError):
        return None
    written = FULL_DATE.match(words)
    return written_date(written) if written and TIME_OF_DAY.fullmatch(words, written.end()) else None


def written_date(match: re.Match[str]) -> str | None:
    """The ISO 8601 date of a match of ``FULL_DATE``; ``None`` for the 31 February and the like."""
    group = match.groupdict()
    year = group["year"] or group["year2"] or group["year3"]
    month = group["month"] or group["month2"] or group["month3"]
    day = group["day"] or group["day2"] or group["day3"]
    number = int(month) if month.isdecimal() else MONTHS[month.lower().rstrip(".")]
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= EARLIEST else None


def _plausible(moment: datetime) -> str | None:
    return moment.isoformat() if moment.year >= EARLIEST else None
