"""Rules for clock times and parts of the day. The day comes from the expression, or from the dates around it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Context, Meaning, Rule, rule, time_meaning, unknown
from sayso.grounding.times.story import clock_day
from sayso.grounding.times.words import NUMBERS, PARTS
from sayso.types.time import Granularity, TimeAnchor, TimexType

TIME = TimexType.TIME
NO_DAY = "the text names no day for this clock time"
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
ZONE = (
    r"(?:gmt|utc|z|zulu|[ecmp][sd]?t|cest|cet|eest|eet|bst|msk|ist|local time|local|hours local time"
    r"|(?!that|this|some|same|any|first|last|long|short|of|the)[a-z]{3,} (?:standard |summer |daylight )?time)"
)
_PART = r"(?:in the (?P<part>morning|afternoon|evening)|at (?P<part2>night|dawn|dusk)|(?P<part3>tonight))"
_FIGURES = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?)?(?: ?(?P<ampm>[ap]m))?"
    r"(?:o'clock| o'clock)?"
)
_SPOKEN = (
    r"(?:(?P<to>half|a quarter|quarter|\d{1,2}|five|ten|twenty|twenty-five)(?: minutes?)? (?P<way>past"
    r"|after|to|before)"
    rf" (?P<base>{_HOUR_WORD}|\d{{1,2}})|(?P<word>{_HOUR_WORD}|\d{{1,2}}) o'clock|(?P<sharp>{_HOUR_WORD})"
    r"(?= [ap]m))(?: (?P<ampm>[ap]m))?"
)
_MILITARY = r"(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?: ?(?:hours|hrs|h))?"
_TAIL = rf"(?: ?\(?(?P<zone>{ZONE})\)?)?(?: {_PART})?(?:,? (?:on |late |of )?(?P<rest>\S.*))?"
# Military figures without a zone look like a year; these words or a day behind them tell that they are none.
_CLOCK_BEFORE = re.compile(r"\b(?:at|from|until|till|since|by|before|after|between|around|about|and|to)\s+$", re.I)
_ON_DAY = re.compile(
    r"\s+(?:on\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|[A-Z])|today|yesterday|tomorrow|local\b|hours\b)"
)
_PART_AFTER = re.compile(r"\s*,?\s*(?:in the (?P<part>morning|afternoon|evening)|at (?P<part2>night))\b", re.I)
_ZONE_AFTER = re.compile(rf"\s*\(?(?P<zone>{ZONE})\b", re.I)


def _build(match: re.Match[str], context: Context, hour: int, minute: int | None, second: int | None) -> Meaning | None:
    group = match.groupdict()
    rest = group.get("rest")
    part = group.get("part") or group.get("part2") or (group.get("part3") and "night")
    where: Meaning | None = None
    if rest:
        where = context.inner(rest)
        if where is None or (where.interval is None and where.value is None and not where.reason):
            return None
        if where.type is TIME and where.interval and not part:
            part = next((name for name in PARTS if re.search(rf"\b{name}\b", rest)), None)
    if not part and not group.get("ampm"):
        following = _PART_AFTER.match(context.after)
        part = (following["part"] or following["part2"]).lower() if following else None
    hour = _half_day(hour, group.get("ampm"), part)
    if not (0 <= hour <= 24 and (hour < 24 or not minute)):
        return unknown("no clock shows such a time", TIME)
    zone = group.get("zone")
    if zone is None and (found := _ZONE_AFTER.match(context.after)):
        zone = found["zone"].lower()
    if _ambiguous(match, hour, group.get("ampm"), part):
        return unknown("the words do not say whether morning or afternoon is meant", TIME)
    return _on_day(context, where, (hour, minute, second), _zone_as_written(context, zone))


def _ambiguous(match: re.Match[str], hour: int, ampm: str | None, part: str | None) -> bool:
    """Whether a time told in words leaves open which half of the day it is in."""
    spoken = "way" in match.groupdict()
    return spoken and not ampm and not part and hour <= 12


def _half_day(hour: int, ampm: str | None, part: str | None) -> int:
    if ampm == "pm" or (part in ("afternoon", "evening", "dusk") and 1 <= hour < 12):
        return hour % 12 + 12 if hour <= 12 else hour
    if part == "night" and 6 <= hour < 12:
        return hour + 12
    if (ampm == "am" or part in ("morning", "night", "dawn")) and hour == 12:
        return 0
    return hour


def _zone_as_written(context: Context, zone: str | None) -> str | None:
    """The zone's words with the text's own capitals."""
    if zone is None:
        return None
    near = context.span.of(context.text) + context.after[:40]
    found = re.search(re.escape(zone), near, re.I)
    return found[0] if found else zone


def _on_day(
    context: Context, where: Meaning | None, time: tuple[int, int | None, int | None], zone: str | None
) -> Meaning:
    hour, minute, second = time
    shown = f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second is not None else "")
    anchor: TimeAnchor | None = where.anchor if where else None
    day: date | None = where.day if where else None
    if where is None:
        found = clock_day(context)
        if found is None:
            reason = NO_DAY
            return replace(unknown(reason, TIME, "XXXX-XX-XX" + shown, pending=not context.last), zone=zone)
        day, anchor = found
    if day is None:
        reason = where.reason if where and where.reason else NO_DAY
        return replace(unknown(reason, TIME, "XXXX-XX-XX" + shown), zone=zone)
    interval = cal.clock(day, hour, minute, second)
    return time_meaning(cal.day_value(day) + shown, interval, anchor, zone=zone)


def _figures(match: re.Match[str], context: Context) -> Meaning | None:
    minute, second = match["minute"], match["second"]
    if not (minute or match["ampm"] or match["zone"] or match["part"] or match["part2"] or "o'clock" in match[0]):
        return None
    return _build(match, context, int(match["hour"]), int(minute or 0), int(second) if second else None)


def _spoken(match: re.Match[str], context: Context) -> Meaning | None:
    hour = NUMBERS.get(match["base"] or match["word"] or match["sharp"] or "", -1)
    if hour < 0:
        hour = int(match["base"] or match["word"])
    minute = 0
    if match["to"]:
        words = match["to"]
        steps = {"half": 30, "a quarter": 15, "quarter": 15, "twenty-five": 25}
        minute = steps[words] if words in steps else NUMBERS[words] if words in NUMBERS else int(words)
        if match["way"] in ("to", "before"):
            hour, minute = (hour - 1) % 12 or 12, 60 - minute
    if not (0 <= minute < 60 and hour <= 24):
        return unknown("no clock shows such a time", TIME)
    return _build(match, context, hour, minute, None)


def _military(match: re.Match[str], context: Context) -> Meaning | None:
    bare = not match["zone"] and not re.search(r"h(?:ou)?rs?\b|\dh\b", match[0])
    if bare and not match["rest"]:
        told = _ON_DAY.match(context.after) or context.depth
        if not told and not (match["hour"][0] == "0" and _CLOCK_BEFORE.search(context.before)):
            return None
    if int(match["hour"]) > 24:
        return None
    return _build(match, context, int(match["hour"]), int(match["minute"]), None)


def _named_hour(match: re.Match[str], context: Context) -> Meaning | None:
    hour = 24 if match["name"].endswith("midnight") else 12
    where = context.inner(match["rest"]) if match["rest"] else None
    if match["rest"] and where is None:
        return None
    return _on_day(context, where, (hour, 0, None), None)


def _part_then_day(match: re.Match[str], context: Context) -> Meaning | None:
    """ "Friday night", "the night of 3 March", "early hours of Sunday morning", "overnight into Sunday"."""
    name, rest = match["name"], match["rest"]
    if rest.endswith((" morning", " night")) and name in ("early hours", "small hours"):
        rest = rest.rsplit(" ", 1)[0]
    where = context.inner(rest)
    if where is None:
        return None
    code = PARTS[name][0]
    if where.day is None:
        value = where.value + "T" + code if where.value and "T" not in where.value else None
        return replace(where, type=TIME, value=value, interval=None)
    day = where.day - timedelta(1) if match.groupdict().get("into") else where.day
    modifier = _modifier(match.groupdict().get("early"))
    interval = _within(cal.part_of_day(day, name), modifier)
    return time_meaning(f"{cal.day_value(day)}T{code}", interval, where.anchor, modifier=modifier)


def _modifier(word: str | None) -> str | None:
    return {"early": "START", "late": "END", "mid": "MID"}.get(word.strip("- ") if word else "")


def _within(interval: Interval, modifier: str | None) -> Interval:
    """Early is the first third of a part of a day, late the last one."""
    if modifier is None or not interval.begin or not interval.end:
        return interval
    third = (interval.end - interval.begin) / 3
    begin = interval.begin + third * {"START": 0, "MID": 1, "END": 2}[modifier]
    return Interval(begin, begin + third, Granularity.PART_OF_DAY, True)


def _two_days(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the night from Friday to Saturday"."""
    first, second = context.inner(match["first"]), context.inner(match["second"])
    if first is None or second is None or first.day is None or second.day != first.day + timedelta(1):
        return None
    return time_meaning(f"{cal.day_value(first.day)}TNI", cal.part_of_day(first.day, "night"), first.anchor)


def _here(match: re.Match[str], context: Context) -> Meaning | None:
    """ "this morning", "last night", "tonight", "yesterday evening": counted from the document's day."""
    words = match["which"].strip()
    name = match.groupdict().get("name") or "night"
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words, 0)
    if context.published is None:
        return unknown("the document has no date to count from", TIME, None)
    day = context.published.date() + timedelta(shift)
    modifier = _modifier(match["early"])
    interval = _within(cal.part_of_day(day, name), modifier)
    return time_meaning(f"{cal.day_value(day)}T{PARTS[name][0]}", interval, context.document, modifier=modifier)


def _overnight(match: re.Match[str], context: Context) -> Meaning | None:
    if context.published is None:
        return unknown("the document has no date to count from", TIME, None)
    day = context.published.date() - timedelta(1)
    return time_meaning(f"{cal.day_value(day)}TNI", cal.part_of_day(day, "night"), context.document)


def _alone(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the morning", "dawn", "the early hours": of the day that the text has reached."""
    name = match["name"]
    found = clock_day(context)
    if found is None:
        return unknown("the text names no day for this part of the day", TIME, None, pending=not context.last)
    day, anchor = found
    modifier = _modifier(match["early"])
    interval = _within(cal.part_of_day(day, name), modifier)
    return time_meaning(f"{cal.day_value(day)}T{PARTS[name][0]}", interval, anchor, modifier=modifier)


_NAME = "(?P<name>early hours|small hours|" + "|".join(n for n in PARTS if " " not in n) + ")"
_EARLY = r"(?:(?P<early>early|late|mid)[- ])?"
RULES: tuple[Rule, ...] = (
    rule("clock", rf"{_FIGURES}{_TAIL}", _figures),
    rule("clock-in-words", rf"{_SPOKEN}{_TAIL}", _spoken),
    rule("military-clock", rf"{_MILITARY}{_TAIL}", _military),
    rule(
        "named-hour",
        r"(?:the )?(?:stroke of )?(?P<name>noon|midday|midnight|high noon|12 noon|12 midnight)(?: local time)?"
        r"(?:,? (?:on )?(?P<rest>\S.*))?",
        _named_hour,
    ),
    rule(
        "part-of-today",
        (
            rf"{_EARLY}(?P<which>this |yesterday |tomorrow |last (?=night|evening))"
            rf"(?:{_EARLY.replace('early>', 'early2>')})(?P<name>morning|afternoon|evening|night)"
        ),
        _here,
    ),
    rule("tonight", rf"{_EARLY}(?P<which>tonight)", _here),
    rule(
        "two-days",
        r"(?:the )?(?:night|overnight)(?: of| from|,)? (?P<first>\S+) (?:to|into|through|and) (?P<second>\S+)",
        _two_days,
    ),
    rule("part-of-day", r"(?:the )?(?P<name>overnight) (?P<into>into |to )(?P<rest>\S.*)", _part_then_day),
    rule(
        "part-of-day",
        rf"(?:the )?{_EARLY}{_NAME}(?: of| on|,)? (?:the )?(?!before\b|after\b|later\b|earlier\b)(?P<rest>\S.*)",
        _part_then_day,
    ),
    rule("part-of-day", rf"(?P<early>early|late) (?P<rest>.+?) {_NAME}", _part_then_day),
    rule("part-of-day", rf"(?P<rest>\S.*?),? (?:at |in the )?{_EARLY}{_NAME}", _part_then_day),
    rule("overnight", r"overnight", _overnight),
    rule("part-alone", rf"(?:the |a )?{_EARLY}{_NAME}", _alone),
)
