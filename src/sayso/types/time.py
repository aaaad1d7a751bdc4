"""When: a time expression of a text and the calendar interval that it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.types.attribution import Producer
from sayso.types.span import Span


class TimexType(StrEnum):
    """Types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """The finest calendar unit in which the ends of an interval are known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class AnchorKind(StrEnum):
    """What a relative expression was counted from."""

    DOCUMENT = "document"  # the document's date
    EXPRESSION = "expression"  # another time expression of the text
    EVENT = "event"  # an event that the text itself dates
    TABLE = "table"  # an event of the table of dated conflict events


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """What an expression was counted from: its name, its day or moment, and where the text has it.

    ``name`` is "document date", words of the text, or the table's name of an event. ``span`` is ``None`` for the
    document's date. ``begin`` is where counting starts, in local time as written.
    """

    kind: AnchorKind
    name: str
    begin: datetime
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression, and what it names as far as that can be known.

    ``type`` and ``value`` follow TIMEX3 and describe the words of ``span`` alone. ``begin`` and ``end`` are the
    half-open calendar interval with the word of relation before it taken in ("until 5 April" has no begin): local
    time as written, never converted, ``zone`` being the zone's words ("GMT", "local time"). ``None`` stands for an
    open end when the other end is known, and for an unknown interval when both are ``None``; ``reason`` then says
    why in one sentence. ``edtf`` is the interval in the Extended Date/Time Format (ISO 8601-2), whose intervals know
    no clock times and hold both their ends. ``approximate`` is ``True`` where the words are vague ("days later").
    ``modifier`` is TIMEX3's ``mod``. ``relation`` is the word of relation (since, until, by, before, after).
    """

    span: Span
    type: TimexType | None
    value: str | None
    begin: datetime | None
    end: datetime | None
    granularity: Granularity | None
    edtf: str | None
    anchor: TimeAnchor | None
    producer: Producer
    modifier: str | None = None
    relation: str | None = None
    zone: str | None = None
    approximate: bool = False
    reason: str | None = None

    @property
    def known(self) -> bool:
        """Whether an interval is named, be it open on one side."""
        return self.begin is not None or self.end is not None
