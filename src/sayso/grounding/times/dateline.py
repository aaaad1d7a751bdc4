"""The date that a text gives itself: its date line, the headed days of a diary, and signs that the document's date is
not the one that the text was written on.

A text is read from the day it was written on. That is the document's date, unless the text says otherwise: a line at
its head that is nothing but a date, or such lines all through it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.meaning import Meaning
from sayso.grounding.times.words import MONTH, WEEKDAY
from sayso.text.months import MONTHS
from sayso.types.span import Span
from sayso.types.time import AnchorKind, TimeAnchor

# A date line this far from the document's date tells when the text was written; farther off, the two contradict.
NEAR = timedelta(31)
# Lines of the head in which a date line stands, and characters of which a longer line is text already.
HEAD, LONG = 8, 160
# A day of a diary has a line of at least so many characters below it.
ENTRY = 60
# Rules for dates that name their year, and days by which such a date must lie after the document's to contradict it.
DATED = ("full-date", "iso-date", "month-of-year")
LATER = timedelta(2)
CONTRADICTED = "the text contradicts the document's date, so no date is left to count from"
_LINE = re.compile(
    rf"^[ \t]*(?:{WEEKDAY},?[ ]+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH})[ ]+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,?[ ]+(?P<year>[12]\d{{3}}))?[.:]?[ \t\r]*$",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Writing:
    """When a text was written: from which day each stretch of it counts, or why no day can be named.

    ``days`` are anchors with the offset from which they hold, in order of the text; before the first, the document's
    own date holds. ``contradicted`` is ``True`` where the text shows that the document's date is not its own.
    """

    published: datetime | None
    days: tuple[tuple[int, TimeAnchor], ...] = ()
    contradicted: bool = False

    def at(self, place: int) -> TimeAnchor | None:
        """The day that holds at an offset."""
        number = bisect_right(self.days, place, key=_offset)
        if number:
            return self.days[number - 1][1]
        if self.published is None or self.contradicted:
            return None
        return TimeAnchor(AnchorKind.DOCUMENT, "document date", self.published)


def _offset(entry: tuple[int, TimeAnchor]) -> int:
    return entry[0]


def written(text: str, published: datetime | None) -> Writing:
    """When the text was written, by the document's date and the lines of the text that are dates."""
    lines = [(m, day) for m in _LINE.finditer(text) if (day := _day(m, published))]
    head = next((entry for entry in lines if entry[0]["year"] and _in_head(text, entry[0].start())), None)
    days: list[tuple[int, TimeAnchor]] = []
    if head is not None:
        if published is not None and abs(head[1] - published) > NEAR:
            return Writing(published, contradicted=True)
        if head[1] != published:
            days.append(_entry(text, *head))
    diary = [(m, day) for m, day in lines if _opens_entry(text, m.end())]
    if len(diary) >= 2 and _in_order([day for _, day in diary]):
        days = sorted({*days, *(_entry(text, m, day) for m, day in diary)}, key=_offset)
    return Writing(published, tuple(days))


def _day(match: re.Match[str], published: datetime | None) -> datetime | None:
    """The day of a line; without a year the last one of that name up to the document's date."""
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    number = int(match["day"] or match["day2"])
    if not match["year"] and published is None:
        return None
    year = int(match["year"]) if match["year"] else published.year if published else 1
    try:
        found = datetime(year, month, number)
        if not match["year"] and published and found > published:
            found = found.replace(year=year - 1)
    except ValueError:
        return None
    return None if published and not match["year"] and published - found > timedelta(300) else found


def _in_head(text: str, begin: int) -> bool:
    above = text[: begin + 1].split("\n")[:-1] if begin <= HEAD * LONG else None
    return above is not None and len(above) <= HEAD and all(len(line) <= LONG for line in above)


def _opens_entry(text: str, end: int) -> bool:
    below = text[end : end + 4 + ENTRY].lstrip()
    return len(below.split("\n")[0]) >= ENTRY - 4


def _in_order(days: list[datetime]) -> bool:
    return days == sorted(days) or days == sorted(days, reverse=True)


def _entry(text: str, match: re.Match[str], day: datetime) -> tuple[int, TimeAnchor]:
    words = match[0].strip()
    begin = match.start() + match[0].index(words)
    anchor = TimeAnchor(AnchorKind.EXPRESSION, " ".join(words.split()), day, Span(begin, begin + len(words)))
    return match.end(), anchor


def contradicts(meanings: list[tuple[Meaning, int]], published: datetime | None) -> bool:
    """Whether dated words of the text tell of days after the document's date as past, two at least and more of them
    than there are dates of the year before it.

    ``meanings`` come with the tense around them, -1 for the past.
    """
    if published is None:
        return False
    later = near = 0
    for meaning, direction in meanings:
        begin = meaning.interval.begin if meaning.interval else None
        if meaning.rule not in DATED or begin is None:
            continue
        later += begin > published + LATER and direction < 0
        near += published - timedelta(366) <= begin <= published + cal.DAY
    return later >= 2 and later > near
