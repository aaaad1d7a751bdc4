"""Rules for lengths of time ("three days", "the past two months") and for repeated times ("daily", "every Friday")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import NO_DATE, Context, Meaning, Rule, rule, unknown
from sayso.grounding.times.words import (
    BARE,
    DAY_PART,
    NEARLY,
    NUMBER,
    OVER,
    UNIT,
    VAGUE,
    VAGUE_NUMBER,
    WEEKDAY,
    WEEKDAYS,
    number,
    unit_of,
)
from sayso.types.time import Granularity, TimexType

# Years from which "the past 30 years" are calendar years, the running one being the last.
LONG_AGO = 10
_VAGUE_UNITS = ("day", "week", "month", "year")
LENGTH = "a length of time, with nothing to say when it began or ended"
REPEATED = "a repeated time, which is no single stretch of the calendar"
_CODES = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W"}
_CODES |= {"weekend": "D", "month": "M", "quarter": "M", "year": "Y", "decade": "Y", "century": "Y", "season": "M"}
_FACTORS = {"fortnight": 2, "weekend": 2, "quarter": 3, "decade": 10, "century": 100}


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 value of a length; an unknown count is X. Decades and centuries are written in years, as TimeML does."""
    code = _CODES[unit]
    shown = "X" if count is None else f"{count * _FACTORS.get(unit, 1):g}"
    return f"PT{shown}{code[1]}" if code[0] == "T" else f"P{shown}{code}"


def _halves(count: float, unit: str) -> str | None:
    """ "5 1/2 hours" is PT5H30M, "a year and a half" P1Y6M."""
    whole = int(count)
    if unit in ("hour", "year") and count != whole:
        rest = round((count - whole) * (60 if unit == "hour" else 12))
        shown = "" if not whole else f"{whole}H" if unit == "hour" else f"{whole}Y"
        return f"PT{shown}{rest}M" if unit == "hour" else f"P{shown}{rest}M"
    return None


def _modifier(match: re.Match[str]) -> str | None:
    if match["nearly"]:
        return "LESS_THAN"
    if match["over"]:
        return "EQUAL_OR_MORE" if match["over"] == "at least" else "MORE_THAN"
    return "APPROX" if match.groupdict().get("about") else None


def _length(match: re.Match[str], context: Context) -> Meaning | None:
    unit = unit_of(match["unit"])
    words = match["n"]
    vague = words in VAGUE
    count = None if vague else number(words)
    if not vague and count is None:
        return None
    if match.groupdict().get("half"):
        count = (count or 0) + 0.5
    value = None if count is None else _halves(count, unit)
    meaning = unknown(LENGTH, TimexType.DURATION, value or duration(count, unit))
    return replace(meaning, modifier=_modifier(match))


def _bare(match: re.Match[str], context: Context) -> Meaning | None:
    one = re.fullmatch(r"(?!.*s[- ](?:long|old)).*[^s]-long", match[0])  # "day-long"
    return unknown(LENGTH, TimexType.DURATION, duration(1 if one else None, unit_of(match["unit"])))


def _two(match: re.Match[str], context: Context) -> Meaning | None:
    """ "an hour and ten minutes", "1 hr 4 mins"."""
    first, second = number(match["n"]), number(match["n2"])
    if first is None or second is None:
        return None
    one, two = duration(first, unit_of(match["unit"])), duration(second, unit_of(match["unit2"]))
    value = one + two[2:] if one.startswith("PT") and two.startswith("PT") else one + two[1:]
    return unknown(LENGTH, TimexType.DURATION, value)


def _in_years(count: float, unit: str) -> float:
    return count * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)


def _until_now(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the past two months", "the last five years", "the next three days" of the document's date."""
    unit = unit_of(match["unit"])
    words = match["n"] or "1"
    vague = words in VAGUE
    count = None if vague else number(words)
    value = duration(count, unit)
    if match["which"] in ("recent", "coming") or (match["n"] is None and match["unit"].endswith("s")):
        value = duration(None, unit)
        count = None
    ahead = match["which"] in ("next", "coming")
    if context.published is None:
        return unknown(NO_DATE, TimexType.DURATION, value)
    if count is None and unit in _VAGUE_UNITS and (vague or not match["n"]):
        count = (VAGUE[words] if vague else BARE[unit])[1]  # as far back as the words can reach
    if count is None or unit in ("second", "minute", "hour"):
        return unknown("how much time is meant is not said" if count is None else LENGTH, TimexType.DURATION, value)
    here = cal.day(context.published)
    if here.begin is None or here.end is None:
        return None
    if not ahead and _in_years(count, unit) >= LONG_AGO:  # so far back no day of the year is meant
        first = here.begin.year - int(_in_years(count, unit)) + 1
        if first < cal.FIRST_YEAR:
            return unknown("the words lead beyond the calendar", TimexType.DURATION, value)
        stretch = Interval(datetime(first, 1, 1), here.end, Granularity.YEAR, True)
    elif ahead:
        stretch = Interval(here.begin, cal.moved(here.begin, count, unit), Granularity.DAY, True)
    else:
        stretch = Interval(cal.moved(here.begin, -count, unit) + cal.DAY, here.end, Granularity.DAY, True)
    return Meaning(TimexType.DURATION, value, stretch, anchor=context.document)


_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
}
_ADVERBS |= {
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
    "biweekly": "P2W",
    "bimonthly": "P2M",
}


def _adverb(match: re.Match[str], context: Context) -> Meaning | None:
    return unknown(REPEATED, TimexType.SET, _ADVERBS[match[0]])


def _every(match: re.Match[str], context: Context) -> Meaning | None:
    unit = match["unit"]
    if unit in WEEKDAYS or unit.rstrip("s") in WEEKDAYS:
        return unknown(REPEATED, TimexType.SET, f"XXXX-WXX-{WEEKDAYS[unit.rstrip('s.')] + 1}")
    count = 2.0 if match["n"] in ("other", "second") else number(match["n"]) if match["n"] else 1.0
    name = "day" if re.fullmatch(DAY_PART, unit) else unit_of(unit)
    return unknown(REPEATED, TimexType.SET, duration(count, name)) if count else None


def _weekdays(match: re.Match[str], context: Context) -> Meaning | None:
    return unknown(REPEATED, TimexType.SET, f"XXXX-WXX-{WEEKDAYS[match['unit']] + 1}")


_COUNT = (
    rf"(?:(?P<nearly>{NEARLY}) |(?P<over>{OVER}) |(?P<about>about|around|some|roughly|approximately|just"
    rf"|an additional|another|the|these|those|those last|all|exactly|fully|a full) )?(?P<n>{VAGUE_NUMBER}"
    rf"|{NUMBER})"
)
RULES: tuple[Rule, ...] = (
    rule(
        "length",
        (
            rf"{_COUNT}(?: full| more| whole| straight| long| consecutive| additional| solid| further)?[- ]"
            rf"(?P<unit>{UNIT})(?P<half> and a half)?(?:[- ](?:long|old|worth)|')?"
        ),
        _length,
    ),
    rule("length", rf"{_COUNT} (?P<unit>year|hour|month|day|week) and a (?P<half>half)", _length),
    rule("lengths", rf"(?P<n>{NUMBER}) ?(?P<unit>{UNIT})(?:,| and|, and)? (?P<n2>{NUMBER}) ?(?P<unit2>{UNIT})", _two),
    rule(
        "length-unnumbered",
        (
            r"(?:(?:for |many |countless |the |dozens of |hundreds of |thousands of |those |these "
            rf")*)(?P<unit>{UNIT})(?:[- ](?:long|old))?"
        ),
        _bare,
    ),
    rule("length", rf"{_COUNT}(?P<unit>hr|min|sec|yr)s?", _length),
    rule(
        "until-now",
        (
            r"(?:the |these |those |this )?(?P<which>past|last|recent|next|coming|previous|preceding|following)"
            rf"(?: (?P<n>{VAGUE_NUMBER}|{NUMBER}))?(?: or so)?[- ](?P<unit>{UNIT})"
        ),
        _until_now,
    ),
    rule("repeated", "|".join(_ADVERBS), _adverb),
    rule(
        "repeated",
        (
            rf"(?:almost |nearly |once |twice )?(?:every|each|once an?|per)(?: (?P<n>other|second|{NUMBER}))? "
            rf"(?P<unit>{UNIT}|{WEEKDAY}s?|{DAY_PART}s?)"
        ),
        _every,
    ),
    rule("repeated", rf"(?:on )?(?P<unit>{'|'.join(w for w in WEEKDAYS if w.endswith('day'))})s", _weekdays),
)
