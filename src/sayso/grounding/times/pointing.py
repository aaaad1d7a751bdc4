"""Rules for words that point: back to a time named before ("since then", "in that period", "on the fifth"), or at the
day or week that is being lived through ("it is our last day here", "how was your week")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.meaning import FINE, NO_DATE, Context, Meaning, Rule, Seen, date_meaning, rule, unknown
from sayso.grounding.times.narrative import NO_STORY
from sayso.grounding.times.story import REACH, reached
from sayso.grounding.times.words import ORDINAL, ordinal, unit_of
from sayso.types.time import Granularity, TimexType

DATE = TimexType.DATE
_PREPOSITION = re.compile(r"\b(?:since|until|till|by|from|before|after|at|around|about|between)\s+$", re.I)
_CLAUSE = re.compile(r"\s+(?:of|when|that|which|where|he|she|they|it|the|his|her|its|their)\b", re.I)
_ON = re.compile(r"\b(?:on|by|until|since|from|before|after)\s+$", re.I)
_IN_COURSE = re.compile(r"\b(?:early|earlier|late|later|end|beginning|middle|start|part)\s+(?:in|of|on)\s+$", re.I)
_THIS_IS = re.compile(
    r"\b(?:it['’]s|it is|this is|today is|today['’]s|it has been|it['’]s been)(?:\s+\w+){0,3}\s+$", re.I
)
_CLOCKED = (Granularity.MINUTE, Granularity.HOUR, Granularity.SECOND)


def _before(context: Context) -> list[Seen]:
    """The dates and times within reach that stand before the expression, nearest first."""
    out = []
    for seen in reversed(context.others):
        if context.sentence - seen.sentence > REACH:
            break
        if seen.span.end <= context.span.begin and not seen.reporting and seen.meaning.type is not None:
            out.append(seen)
    return out


def _same(seen: Seen, context: Context) -> Meaning:
    return replace(seen.meaning, rule="", anchor=context.anchor_of(seen), relation=None, modifier=None)


def _then(match: re.Match[str], context: Context) -> Meaning | None:
    """ "since then", "by that time", "at the time": the time named last."""
    if not (match["word"] or _PREPOSITION.search(context.before[-12:])):
        return None
    if _CLAUSE.match(context.after) and not match["then"]:
        return unknown("the words behind say which time this is", DATE)
    found = next((s for s in _before(context) if s.meaning.type is not TimexType.DURATION), None)
    return _same(found, context) if found else unknown(NO_STORY, DATE, pending=not context.last)


def _hour(match: re.Match[str], context: Context) -> Meaning | None:
    """ "at that hour", "the same hour": the clock time named last."""
    found = next(
        (s for s in _before(context) if s.meaning.interval and s.meaning.interval.granularity in _CLOCKED), None
    )
    return _same(found, context) if found else unknown(NO_STORY, TimexType.TIME, pending=not context.last)


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    """ "during this period": the stretch named last that is longer than a day."""
    for seen in _before(context):
        interval = seen.meaning.interval
        if interval and interval.begin and interval.end and interval.end - interval.begin > timedelta(1):
            return _same(seen, context)
    return unknown(NO_STORY, DATE, pending=not context.last)


def _of_month(match: re.Match[str], context: Context) -> Meaning | None:
    """ "on the fifth": of the month that the story has reached."""
    number = ordinal(match["day"])
    if not _ON.search(context.before[-10:]) or number is None or not 1 <= number <= 31:
        return None
    months = (Granularity.MONTH, *FINE)
    found = next((s for s in _before(context) if s.meaning.interval and s.meaning.interval.granularity in months), None)
    begin = found.meaning.interval.begin if found and found.meaning.interval else None
    if begin is None or found is None:
        return unknown("the text names no month close before", DATE, pending=not context.last)
    try:
        day = cal.day_of(begin.year, begin.month, number)
    except ValueError:
        return unknown("the calendar has no such day", DATE)
    return date_meaning(f"{begin.year:04d}-{begin.month:02d}-{number:02d}", day, context.anchor_of(found))


def _the_year(match: re.Match[str], context: Context) -> Meaning | None:
    """ "later in the year": of the year that the story has reached, or else of the document's."""
    if not (context.depth or _IN_COURSE.search(context.before[-16:])):
        return None
    anchor = reached(context, "year") or context.document
    if context.events is None:
        return unknown(NO_STORY, DATE, pending=True)
    if anchor is None:
        return unknown(NO_DATE, DATE)
    return date_meaning(f"{anchor.begin.year:04d}", cal.years(anchor.begin.year, 1), anchor)


def _now(match: re.Match[str], context: Context) -> Meaning | None:
    """ "it's our last day here", "how was your week": the document's own."""
    own = match["own"] in ("my", "our", "your")
    whole = re.fullmatch(r"(?:my|our|your) \w+", match[0]) is not None
    if not (own and whole) and not _THIS_IS.search(context.before[-40:]):
        return None
    if context.direction > 0:
        return None
    if context.published is None:
        return unknown(NO_DATE, DATE)
    unit = unit_of(match["unit"])
    interval = {"week": cal.week, "weekend": cal.weekend, "day": cal.day}.get(unit)
    here = context.published
    whole_unit = interval(here) if interval else cal.unit_around(here, unit)
    return date_meaning(cal.unit_value(here, unit), whole_unit, context.document)


RULES: tuple[Rule, ...] = (
    rule(
        "time-before",
        (
            r"(?:(?P<word>since|until|by|from|at|around|before|after) )?"
            r"(?:(?P<then>then|that (?:time|point|moment|date))|the time)"
        ),
        _then,
    ),
    rule("hour-before", r"(?:at )?(?:that|this|the same|the very) hour", _hour),
    rule(
        "period-before",
        r"(?:in |during |throughout |over )?(?:this|that|the same|these|those) (?:period|era|years)",
        _period,
    ),
    rule("day-of-month", rf"the (?P<day>{ORDINAL})", _of_month),
    rule("year-of-story", r"(?:the )?year", _the_year),
    rule(
        "document-unit",
        (
            r"(?P<own>my|our|your|a|an|the|another) (?:[a-z-]+ ){0,2}(?P<unit>day|week|weekend|month|year)"
            r"(?: (?:here|there)(?: .+)?| (?:in|at|on|of|for) .+)?"
        ),
        _now,
    ),
)
