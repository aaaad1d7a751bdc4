"""Rules for times counted from an event: "a day after the explosion", "day 12 of the war", "almost two weeks in"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.durations import duration
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Context, Meaning, Rule, date_meaning, rule, time_meaning, unknown
from sayso.grounding.times.narrative import BEFORE, NO_STORY, from_story
from sayso.grounding.times.offsets import CLOCKS, COUNT, Count, arrived, counted, offset
from sayso.grounding.times.story import reached
from sayso.grounding.times.words import (
    DAY_PART,
    NUMBER,
    NUMBERS,
    ORDINAL,
    PARTS,
    UNIT,
    VAGUE,
    VAGUE_NUMBER,
    number,
    ordinal,
    unit_of,
)
from sayso.types.span import Span
from sayso.types.time import AnchorKind, Granularity, TimeAnchor, TimexType

DATE, TIME = TimexType.DATE, TimexType.TIME
NO_EVENT = "neither the text nor the table of events dates the event that this is counted from"
# An event of the table cannot be what is meant if counting from it leads this far beyond the document's date.
BEYOND = timedelta(days=40)
_AFTER = r"after|following|since|into|in|from|on from"
_CONTINUES = re.compile(
    (
        r"\s*(?P<rel>after|before|into|prior to|ahead of|following|in advance of|in(?=,| the| to (?:the|its"
        r"|his)|\s*$)|of(?= the| his| her| its| a )|from(?= the (?:start|beginning|outbreak)))\b"
    ),
    re.I,
)


def _event(phrase: str | None, context: Context) -> TimeAnchor | None:
    return context.events.anchor(phrase or "", context) if context.events else None


def _guarded(meaning: Meaning, anchor: TimeAnchor, context: Context, length: str | None = None) -> Meaning:
    """Counting that leads past the document's date has begun at the wrong event."""
    begin = meaning.interval.begin if meaning.interval else None
    if begin and context.published and context.direction <= 0 and begin > context.published + BEYOND:
        return unknown(f'counted from "{anchor.name}", it would lie after the document\'s date', meaning.type)
    return meaning


def _from_event(match: re.Match[str], context: Context) -> Meaning | None:
    """ "two days after the explosion", "a month into the war", "hours before the storming"."""
    unit = unit_of(match["unit"])
    count = counted(match, unit)
    if count is None:
        return None
    phrase = match.groupdict().get("event") or ""
    if match["rel"] == "in" and not phrase.strip(" ,"):
        anchor = context.events.lasting(context) if context.events else None  # "almost two weeks in"
    else:
        anchor = _event(phrase, context)
        if anchor is None and not phrase and re.match(r"\s*(?:,|[.;]|$)", context.after):
            return from_story(match, context)
    if anchor is None:
        return unknown(NO_EVENT, TimexType.DURATION, count.length(unit), pending=not context.last)
    sign = -1 if re.fullmatch(BEFORE, match["rel"]) else 1
    found = _counted_from(anchor, count, unit, sign, context)
    return _until_told(found, anchor, context) if match["rel"] == "in" and not phrase.strip(" ,") else found


def _until_told(meaning: Meaning, anchor: TimeAnchor, context: Context) -> Meaning:
    """ "almost two weeks in" tells what is so by then: no later than the day it is written on, which "almost" may
    round up by a few days."""
    interval, here = meaning.interval, context.published
    if interval is None or here is None or context.direction > 0 or interval.begin is None:
        return meaning
    end = cal.at(here) + cal.DAY
    if interval.begin > end + 3 * cal.DAY:
        return unknown(f'counted from "{anchor.name}", it would lie after the document\'s date', meaning.type)
    if interval.begin < end:
        return meaning
    return replace(meaning, interval=replace(cal.day(here), approximate=True))


def _counted_from(anchor: TimeAnchor, count: Count, unit: str, sign: int, context: Context) -> Meaning:
    found = arrived(offset(anchor, count, unit, sign), unit, anchor, count.vague)
    return _guarded(found, anchor, context, count.length(unit))


def _unit_beside(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the day before the invasion", "the night after the fall", "the morning after"."""
    word = match["unit"]
    sign = -1 if re.fullmatch(BEFORE, match["rel"]) else 1
    phrase = match["event"] or ""
    phrase = "" if phrase in ("that", "then", "this") else phrase
    part = word in PARTS
    unit = "day" if part else unit_of(word)
    anchor = None if match["event"] and not phrase else _event(phrase, context)
    if (
        anchor is None
        and not phrase
        and (match["event"] or not re.match(r"\s+(?:the|his|her|their|its|a|an)\b", context.after))
    ):
        anchor = reached(context, unit)
        if anchor is None:
            return unknown(NO_STORY, DATE, pending=not context.last)
    if anchor is None:
        return unknown(NO_EVENT, DATE, pending=not context.last)
    if part:
        return _part_beside(word, anchor, sign)
    if unit == "week" and anchor.kind is AnchorKind.EXPRESSION:
        moment = cal.moved(anchor.begin, sign, unit)
        return date_meaning(cal.week_value(moment), cal.week(moment), anchor)
    return _guarded(arrived(offset(anchor, Count(1, 1), unit, sign), unit, anchor), anchor, context)


def _part_beside(word: str, anchor: TimeAnchor, sign: int) -> Meaning:
    day = anchor.begin.date() + sign * timedelta(1)
    return time_meaning(f"{cal.day_value(day)}T{PARTS[word][0]}", cal.part_of_day(day, word), anchor)


def _around(anchor: TimeAnchor, unit: str, sign: int) -> Interval:
    day = cal.at(anchor.begin)
    if unit in CLOCKS:
        return cal.day(day)
    far = cal.moved(day, sign * {"day": 7, "week": 6, "month": 11, "year": 9}.get(unit, 6), unit)
    return Interval(min(day, far), max(day, far), Granularity.DAY, True)


def _within(match: re.Match[str], context: Context) -> Meaning | None:
    """ "within 48 hours of the earthquake", "within days of the invasion": from its day on."""
    unit = unit_of(match["unit"])
    count = counted(match, unit)
    if count is None:
        return None
    anchor = _event(match["event"], context)
    if anchor is None:
        return unknown(NO_EVENT, TimexType.DURATION, count.length(unit), pending=not context.last)
    day = cal.at(anchor.begin)
    if unit in CLOCKS:
        last = cal.moved(day, count.high // 24 if unit == "hour" and not count.vague else 0, "day")
    else:
        last = cal.moved(day, count.high, unit)
    return date_meaning(cal.day_value(day), Interval(day, last + cal.DAY, Granularity.DAY, True), anchor)


def _nth(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the second day of the offensive", "day 12 of the war": the first is the one it begins on."""
    group = match.groupdict()
    unit = unit_of(group["unit"])
    words = group["nth"]
    count = ordinal(words) if not words.isdecimal() and words not in NUMBERS else NUMBERS.get(words) or int(words)
    phrase = group.get("event") or ""
    if not phrase and not re.match(r"\s*(?:of|in|into|since)\b", context.after):
        return None
    anchor = _event(phrase, context)
    if anchor is None:
        return unknown(NO_EVENT, DATE, pending=not context.last)
    if not count:
        return None
    begin = cal.moved(cal.at(anchor.begin), count - 1, unit)
    part = next((p for p in ("night", "morning", "evening", "afternoon") if group["unit"].startswith(p)), None)
    if part:
        begin = cal.at(anchor.begin) + timedelta(count - 1)
        return time_meaning(f"{cal.day_value(begin)}T{PARTS[part][0]}", cal.part_of_day(begin, part), anchor)
    interval = Interval(begin, cal.moved(begin, 1, unit), Granularity.DAY)
    meaning = date_meaning(cal.unit_value(begin, "day" if unit == "day" else unit), interval, anchor)
    return _guarded(meaning, anchor, context)


def _opening(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the opening hours of the invasion", "the first 24 hours of the war", "the early days of the siege"."""
    unit = unit_of(match["unit"])
    words = match["n"]
    anchor = _event(match["event"], context)
    if anchor is None:
        return unknown(NO_EVENT, DATE, pending=not context.last)
    day = cal.at(anchor.begin)
    if unit in CLOCKS:
        hours = (number(words) or 24) if words and words not in VAGUE else 24
        end = day + timedelta(days=max(1, int(hours // 24) if unit == "hour" else 1))
    else:
        count = number(words) if words and words not in VAGUE else None
        end = cal.moved(day, count if count else {"day": 7, "week": 4, "month": 3, "year": 3}.get(unit, 1), unit)
    return date_meaning(cal.day_value(day), Interval(day, end, Granularity.DAY, True), anchor)


def _start(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the start of the invasion", "the outbreak of the war", "the eve of the invasion"."""
    anchor = _event(match["event"], context)
    if anchor is None:
        return unknown(NO_EVENT, DATE, pending=not context.last)
    day = cal.day(anchor.begin - (cal.DAY if match["eve"] else timedelta(0)))
    return date_meaning(cal.day_value(anchor.begin) if not match["eve"] else cal.day_value(day.begin), day, anchor)  # type: ignore[arg-type]


def _continued(match: re.Match[str], context: Context) -> Meaning | None:
    """A bare length whose sentence goes on with "after", "before", "into": read on behind the expression."""
    follow = _CONTINUES.match(context.after)
    if follow is None or context.depth:
        return None
    rel = follow["rel"].lower()
    if rel == "of" or re.match(r"\s*(?:the )?(?:first|opening)\b", match[0]):
        return None
    grown = replace(context, after=context.after[follow.end() :], depth=1)
    grown = replace(grown, span=Span(context.span.begin, context.span.end + follow.end()))
    return context.interpret(f"{match[0]} {rel}", grown)


def _units_beside(match: re.Match[str], context: Context) -> Meaning | None:
    unit = unit_of(match["unit"])
    sign = 1 if match["rel"] in ("after", "following", "since") else -1
    anchor = _event(match["event"] or "", context)
    if anchor is None:
        return unknown(NO_EVENT, TimexType.DURATION, duration(None, unit), pending=not context.last)
    return arrived(_around(anchor, unit, sign), "day", anchor, vague=True)


_EVENT = r"(?: (?P<event>.+))?"
RULES: tuple[Rule, ...] = (
    rule("eve", r"(?:the )?(?:(?P<eve>eve)|start|beginning|outbreak|onset|launch|opening) of (?P<event>.+)", _start),
    rule(
        "event-opening",
        (
            rf"(?:the )?(?!early hours of )(?:very )?(?:first|opening|early|initial)(?: (?P<n>{VAGUE_NUMBER}"
            rf"|{NUMBER}))? (?P<unit>days|weeks|months|hours|minutes|years) of (?P<event>.+)"
        ),
        _opening,
    ),
    rule("event-opening", r"(?:the )?(?P<n>a|one)?(?:first|opening) (?P<unit>hours?) of (?P<event>.+)", _opening),
    rule(
        "nth-of-event",
        (
            rf"(?:the )?(?P<nth>{ORDINAL})(?: full| straight)?[- ](?P<unit>day|week|month|year|night|morning"
            r"|evening|afternoon)(?: (?:of|in|into|since) (?P<event>.+))?"
        ),
        _nth,
    ),
    rule(
        "nth-of-event",
        rf"(?P<unit>day|week|month) (?P<nth>\d+|{'|'.join(NUMBERS)})(?: (?:of|in|into) (?P<event>.+))?",
        _nth,
    ),
    rule(
        "within",
        (
            rf"within (?:(?:just|only|about) )?(?:(?P<n>{VAGUE_NUMBER}|{NUMBER}) )?(?P<unit>{UNIT}) (?:of|after) "
            r"(?P<event>.+)"
        ),
        _within,
    ),
    rule(
        "unit-beside-event",
        (
            rf"(?:in |during )?(?:the |a )(?P<unit>{DAY_PART}|day|week|month|year) (?P<rel>before|after|following"
            rf"|prior to){_EVENT}"
        ),
        _unit_beside,
    ),
    rule(
        "unit-beside-event",
        (
            r"(?:in |during |over )?the (?P<unit>hours|days|weeks|months|years) (?P<rel>before|after|following"
            rf"|since|prior to|leading up to|running up to){_EVENT}"
        ),
        _units_beside,
    ),
    rule("from-event", rf"{COUNT}(?P<unit>{UNIT}) (?P<rel>{_AFTER}|{BEFORE}){_EVENT}", _from_event),
    rule("read-on", rf"(?:the )?{COUNT}(?P<unit>{UNIT})", _continued),
)
