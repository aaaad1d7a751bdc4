"""What a rule makes of an expression, and what it may look at: the words around it, the document's date, the dates and
events found so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from sayso.grounding.times.intervals import Interval
from sayso.types.span import Span
from sayso.types.time import AnchorKind, Granularity, TimeAnchor, TimexType

NO_DATE = "the document has no date to count from"
FINE = (Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY, Granularity.DAY)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression names. ``interval`` is ``None`` with a ``reason`` where no calendar interval is known.

    ``pending`` marks an answer that may be found once the other dates of the text are known.
    """

    type: TimexType | None
    value: str | None
    interval: Interval | None
    rule: str = ""
    anchor: TimeAnchor | None = None
    modifier: str | None = None
    zone: str | None = None
    relation: str | None = None
    reason: str | None = None
    pending: bool = False

    @property
    def day(self) -> date | None:
        """The day it begins on, if it is known to the day or finer."""
        if self.interval is None or self.interval.granularity not in FINE:
            return None
        begin = self.interval.begin or self.interval.end
        return begin.date() if begin else None


def unknown(reason: str, kind: TimexType | None = None, value: str | None = None, *, pending: bool = False) -> Meaning:
    """An expression whose interval is not known, and why."""
    return Meaning(kind, value, None, reason=reason, pending=pending)


@dataclass(frozen=True, slots=True)
class Seen:
    """An expression of the text that has a meaning already."""

    span: Span
    sentence: int
    meaning: Meaning
    reporting: bool  # it dates an act of saying, not the story: "officials said on Tuesday"


class EventSource(Protocol):
    """Where the events of a text are looked up."""

    def anchor(self, phrase: str, context: Context) -> TimeAnchor | None:
        """The event of ``phrase``, which ends the expression, or if it is empty of the words behind the expression."""

    def story(self, context: Context) -> TimeAnchor | None:
        """The nearest dated event before the expression."""

    def beside(self, context: Context) -> TimeAnchor | None:
        """The event of the expression's own sentence, if the text dates it elsewhere."""

    def lasting(self, context: Context) -> TimeAnchor | None:
        """The lasting event that the words around the expression are about."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at. Offsets are those of the document's text.

    ``before`` and ``after`` are the words of the same sentence on both sides, as written. ``others`` are the
    expressions resolved so far, in order of the text. ``last`` is ``True`` in the round that may no longer wait.
    """

    text: str
    span: Span
    sentence: int
    before: str
    after: str
    published: datetime | None
    interpret: Callable[[str, Context], Meaning | None]
    events: EventSource | None = None  # None in the first round, which does not count from the text
    direction: int = 0  # the tense around it: -1 past, 1 future, 0 open
    others: Sequence[Seen] = ()
    history: bool = False  # the text mostly tells of years well before its own date
    last: bool = False
    depth: int = 0
    here: TimeAnchor | None = None  # the date that the words around it were written on, if it is not the document's

    def inner(self, words: str) -> Meaning | None:
        """The meaning of a part of the expression."""
        if self.depth >= 3:
            return None
        return self.interpret(words, replace(self, depth=self.depth + 1))

    @property
    def document(self) -> TimeAnchor | None:
        """The document's date, or the date line it is counted from, as an anchor."""
        if self.here:
            return self.here
        return TimeAnchor(AnchorKind.DOCUMENT, "document date", self.published) if self.published else None

    def anchor_of(self, seen: Seen) -> TimeAnchor | None:
        """Another expression of the text as an anchor."""
        interval = seen.meaning.interval
        begin = (interval.begin or interval.end) if interval else None
        if begin is None:
            return None
        name = " ".join(seen.span.of(self.text).split())
        return TimeAnchor(AnchorKind.EXPRESSION, name, begin, seen.span)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a whole plain expression and what builds its meaning; ``None`` from ``build`` passes it on."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], Context], Meaning | None] = field(repr=False)


def rule(name: str, pattern: str, build: Callable[[re.Match[str], Context], Meaning | None]) -> Rule:
    """A rule from the text of its pattern, which must match a plain expression as a whole."""
    return Rule(name, re.compile(pattern), build)


def date_meaning(value: str, interval: Interval, anchor: TimeAnchor | None = None, **more: str | None) -> Meaning:
    """A DATE."""
    return Meaning(TimexType.DATE, value, interval, anchor=anchor, **more)  # type: ignore[arg-type]


def time_meaning(value: str, interval: Interval, anchor: TimeAnchor | None = None, **more: str | None) -> Meaning:
    """A TIME."""
    return Meaning(TimexType.TIME, value, interval, anchor=anchor, **more)  # type: ignore[arg-type]
