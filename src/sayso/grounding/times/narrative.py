"""Rules for times counted from where the story is: "two days later", "the following morning", "that week"."""

from __future__ import annotations

import re
from datetime import timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.durations import duration
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Context, Meaning, Rule, date_meaning, rule, time_meaning, unknown
from sayso.grounding.times.offsets import COUNT, arrived, counted, offset
from sayso.grounding.times.story import reached
from sayso.grounding.times.words import DAY_PART, NUMBER, PARTS, UNIT, WEEKDAY, WEEKDAYS, number, unit_of
from sayso.types.time import Granularity, TimexType

DATE, TIME = TimexType.DATE, TimexType.TIME
NO_STORY = "the text gives no date close before that this could be counted from"
BEFORE = r"before|prior to|ahead of|in advance of|to|until"
_LATER = r"later|afterwards?|after|after that|on"
_EARLIER = r"earlier|before|beforehand|previously|prior|before that"


def from_story(match: re.Match[str], context: Context) -> Meaning | None:
    """ "two days later", "weeks earlier", "half a year before": counted from where the story is."""
    unit = unit_of(match["unit"])
    count = counted(match, unit)
    if count is None:
        return None
    anchor = reached(context, unit)
    if anchor is None:
        return unknown(NO_STORY, TimexType.DURATION, count.length(unit), pending=not context.last)
    sign = -1 if re.fullmatch(_EARLIER + "|" + BEFORE, match["rel"]) else 1
    return arrived(offset(anchor, count, unit, sign), unit, anchor, count.vague)


def _step(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the next day", "the previous night", "the following morning", "the same week", "that month"."""
    which, word = match["which"], match["unit"]
    part = word in PARTS
    unit = "day" if part else unit_of(word)
    anchor = reached(context, unit)
    if anchor is None:
        kind = TIME if part else DATE
        return unknown(NO_STORY, kind, pending=not context.last)
    sign = 1 if which in ("next", "following", "subsequent") else -1 if which in ("previous", "preceding") else 0
    moment = cal.moved(anchor.begin, sign, unit)
    if part:
        interval = cal.part_of_day(moment, word)
        return time_meaning(f"{cal.day_value(moment)}T{PARTS[word][0]}", interval, anchor)
    whole = {"week": cal.week, "weekend": cal.weekend}.get(unit)
    interval = whole(moment) if whole else cal.unit_around(moment, unit)
    return date_meaning(cal.unit_value(moment, unit), interval, anchor)


def _stretch(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the next three days", "the previous two weeks": on from, or up to, where the story is."""
    unit = unit_of(match["unit"])
    count = number(match["n"])
    if context.events is None and context.direction < 0:
        return unknown(NO_STORY, TimexType.DURATION, pending=True)
    anchor = reached(context, unit) if context.direction < 0 else None
    if anchor is None or count is None:
        return None
    ahead = match["which"] in ("next", "following", "subsequent")
    day = cal.at(anchor.begin)
    begin, end = (
        (day + cal.DAY, cal.moved(day, count, unit) + cal.DAY) if ahead else (cal.moved(day, -count, unit), day)
    )
    return Meaning(TimexType.DURATION, duration(count, unit), Interval(begin, end, Granularity.DAY), anchor=anchor)


def _story_weekday(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the following Tuesday", "that Friday", "the Friday before"."""
    anchor = reached(context, "day")
    if anchor is None:
        return unknown(NO_STORY, DATE, pending=not context.last)
    wanted, base = WEEKDAYS[match["weekday"].rstrip(".")], anchor.begin
    ahead = (wanted - base.weekday()) % 7 or 7
    which = match["which"]
    moment = base + timedelta(ahead if which in ("following", "after") else ahead - 7 if ahead < 7 else -7)
    if which == "that":
        moment = cal.at(base) - timedelta(base.weekday()) + timedelta(wanted)
    return date_meaning(cal.day_value(moment), cal.day(moment), anchor)


def _later(match: re.Match[str], context: Context) -> Meaning | None:
    """ "after" and "before" with an event behind them are counted from that event."""
    if match["rel"] in ("after", "before", "on") and context.after.strip(" ,.;"):
        return None
    return from_story(match, context)


_WHICH = r"(?P<which>next|following|subsequent|previous|preceding|same|very same|that same|that|very)"
RULES: tuple[Rule, ...] = (
    rule("later", rf"{COUNT}(?P<unit>{UNIT}) (?P<rel>{_LATER}|{_EARLIER})", _later),
    rule(
        "same-day",
        (
            rf"(?:(?:earlier|later|early|late|in|on) )?(?:the )?{_WHICH} (?P<unit>{DAY_PART}|day|week|weekend|month"
            r"|quarter|year|decade|century)"
        ),
        _step,
    ),
    rule("stretch", rf"the {_WHICH} (?P<n>{NUMBER}) (?P<unit>{UNIT})", _stretch),
    rule("story-weekday", rf"(?:the )?(?P<which>following|that) (?P<weekday>{WEEKDAY})", _story_weekday),
)
