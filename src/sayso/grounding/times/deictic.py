"""Rules for dates counted from the document's own: "today", "last month", "on Monday", "three years ago"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import NO_DATE, Context, Meaning, Rule, date_meaning, rule, unknown
from sayso.grounding.times.offsets import counted
from sayso.grounding.times.words import (
    MONTH,
    NEARLY,
    NUMBER,
    OVER,
    SEASON,
    SEASONS,
    UNIT,
    VAGUE_NUMBER,
    WEEKDAY,
    WEEKDAYS,
    unit_of,
)
from sayso.text.months import MONTHS
from sayso.types.time import Granularity, TimexType

DATE = TimexType.DATE
# "the next" before a weekday of the story
_STORY_NEXT = re.compile(r"\bthe\s+(?:next|following)\s+$", re.I)
# "three years ago tomorrow": to the day
_TO_THE_DAY = re.compile(r"\s+(?:(?P<shift>today|tomorrow|yesterday|tonight)\b|to the day\b|this very day\b)", re.I)
NO_STRETCH = "the words name no definite stretch of the calendar"
_NOW = (
    r"(?:right |just |by |until |from )?now(?:adays)?|currently|current|at present|the present|present"
    r"|presently|at the moment|at this (?:time|point|moment)|these days|at the time of writing|the time "
    r"of writing|present-day"
)
_PAST = (
    r"(?:the )?(?:recent |distant |)past|recently|lately|formerly|once|previously|long ago|the old days|recent times"
)
_FUTURE = r"(?:the )?(?:(?:near|foreseeable|immediate) )?future|soon|shortly|someday|one day"


def _whole(unit: str, moment: datetime) -> Interval:
    """The calendar unit that holds ``moment``: weeks are ISO weeks."""
    if unit in ("week", "fortnight"):
        return cal.week(moment)
    if unit == "weekend":
        return cal.weekend(moment)
    if unit == "decade":
        return cal.years(moment.year // 10 * 10, 10, Granularity.DECADE)
    return cal.unit_around(moment, unit)


def _value(unit: str, moment: datetime) -> str:
    return f"{moment.year // 10:03d}X" if unit == "decade" else cal.unit_value(moment, unit)


def _day(match: re.Match[str], context: Context) -> Meaning | None:
    if context.published is None:
        return unknown(NO_DATE, DATE)
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"])
    if match["word"].startswith(("today", "this", "good")):
        shift = 0
    if shift is None:
        shift = -2 if "yesterday" in match["word"] else 2
    moment = context.published + timedelta(shift)
    return date_meaning(cal.day_value(moment), cal.day(moment), context.document)


def _present(match: re.Match[str], context: Context) -> Meaning | None:
    if "writing" in match[0] and context.published:
        return date_meaning("PRESENT_REF", cal.day(context.published), context.document)
    return unknown(NO_STRETCH, DATE, "PRESENT_REF")


def _past(match: re.Match[str], context: Context) -> Meaning | None:
    return unknown(NO_STRETCH, DATE, "PAST_REF")


def _future(match: re.Match[str], context: Context) -> Meaning | None:
    return unknown(NO_STRETCH, DATE, "FUTURE_REF")


def _weekday(match: re.Match[str], context: Context) -> Meaning | None:
    if context.published is None:
        return unknown(NO_DATE, DATE, f"XXXX-WXX-{WEEKDAYS[match['weekday'].rstrip('.')] + 1}")
    wanted, here = WEEKDAYS[match["weekday"].rstrip(".")], context.published.weekday()
    which = match["which"] or ""
    if not which and _STORY_NEXT.search(context.before[-20:]) and context.depth == 0:
        return context.inner(f"the following {match['weekday']}")
    back = (here - wanted) % 7
    ahead = (wanted - here) % 7
    if which.startswith(("last", "past", "previous")):
        shift = -(back or 7)
    elif which.startswith(("next", "coming", "upcoming", "following")):
        shift = ahead or 7
    elif which.startswith("this"):
        shift = wanted - here if context.direction <= 0 and wanted <= here else ahead
    else:
        shift = ahead if context.direction > 0 else -back
    moment = context.published + timedelta(shift)
    return date_meaning(cal.day_value(moment), cal.day(moment), context.document)


def _unit(match: re.Match[str], context: Context) -> Meaning | None:
    """ "this week", "last month", "next year", "the current decade"."""
    unit = unit_of(match["unit"])
    if context.published is None:
        return unknown(NO_DATE, DATE)
    which = match["which"]
    if unit == "night":
        return None
    shift = -1 if which in ("last", "past", "previous") else 1 if which in ("next", "coming", "upcoming") else 0
    if unit == "weekend" and not shift and context.direction <= 0 and context.published.weekday() < 5:
        shift = -1
    if unit == "weekend" and which == "last" and context.published.weekday() == 6:
        shift = -1
    reference = context.published.replace(day=1) if unit in ("month", "quarter", "year") else context.published
    try:
        moment = cal.moved(reference, shift, unit)
    except (ValueError, OverflowError):
        return unknown("the words lead beyond the calendar", DATE)
    modifier = {"early": "START", "earlier": None, "late": "END", "later": None}.get((match["early"] or "").strip("- "))
    whole = _whole(unit, moment)
    if unit == "week" and which in ("this", "current") and context.direction < 0 and context.published.weekday():
        # what has been is not still ahead; on a Monday the week has hardly begun, and is meant as a whole
        whole = replace(whole, end=context.published + cal.DAY, granularity=Granularity.DAY)
    return date_meaning(_value(unit, moment), whole, context.document, modifier=modifier)


def _weekend(match: re.Match[str], context: Context) -> Meaning | None:
    if context.published is None:
        return unknown(NO_DATE, DATE)
    moment = context.published
    if context.direction <= 0 and moment.weekday() < 5:
        moment -= timedelta(7)
    return date_meaning(cal.unit_value(moment, "weekend"), cal.weekend(moment), context.document)


def _month(match: re.Match[str], context: Context) -> Meaning | None:
    """ "last October", "next March", "this May"; a day may follow: "last Oct. 23"."""
    if context.published is None:
        return unknown(NO_DATE, DATE)
    number_, which, here = MONTHS[match["month"].rstrip(".")], match["which"], context.published
    if which in ("last", "past"):
        year = here.year - (number_ >= here.month)
    elif which in ("next", "coming"):
        year = here.year + (number_ <= here.month)
    else:
        year = here.year
    if match["day"]:
        return context.inner(f"{match['day']} {match['month']} {year}")
    return date_meaning(f"{year:04d}-{number_:02d}", cal.month(year, number_), context.document)


def _season(match: re.Match[str], context: Context) -> Meaning | None:
    if context.published is None:
        return unknown(NO_DATE, DATE)
    code, which, here = SEASONS[match["season"]], match["which"], context.published
    year = here.year
    running = cal.season(year, code)
    if which in ("last", "past"):
        while running.end and running.end > here:
            year -= 1
            running = cal.season(year, code)
    elif which in ("next", "coming"):
        while running.begin and running.begin <= here:
            year += 1
            running = cal.season(year, code)
    elif code == "WI" and here.month < 3:
        year -= 1
    elif context.direction < 0 and running.begin and running.begin > here:
        year -= 1
    return date_meaning(f"{year:04d}-{code}", cal.season(year, code), context.document)


def _of_this_year(match: re.Match[str], context: Context) -> Meaning | None:
    """ "September this year", "in February last year", "April next year"."""
    if context.published is None:
        return unknown(NO_DATE, DATE)
    shift = {"this": 0, "last": -1, "next": 1}[match["which"]]
    found = context.inner(f"{match['rest']} {context.published.year + shift}")
    return replace(found, anchor=context.document) if found and found.interval else found


def _ago(match: re.Match[str], context: Context) -> Meaning | None:
    """ "three years ago", "almost two weeks ago", "a few months back", "five days from now"."""
    unit = unit_of(match["unit"])
    ahead = match["way"] in ("from now", "hence", "from today")
    kind = TimexType.TIME if unit in ("hour", "minute", "second") else DATE
    if context.published is None:
        return unknown(NO_DATE, kind)
    count = counted(match, unit)
    if count is None:
        return None
    low, high, vague = count.low, count.high, count.vague
    sign = 1 if ahead else -1
    if unit in ("hour", "minute", "second"):
        hours = high / {"hour": 1, "minute": 60, "second": 3600}[unit]
        if hours < 24 or vague:
            return unknown("the hour at which the document was written is not known", kind, "PAST_REF")
        unit, low = "day", hours // 24
    exact = _TO_THE_DAY.match(context.after) if context.depth == 0 else None
    if exact and not vague:
        shift = {"tomorrow": 1, "yesterday": -1}.get((exact["shift"] or "").lower(), 0)
        moment = cal.moved(context.published + timedelta(shift), sign * low, unit)
        return date_meaning(cal.day_value(moment), cal.day(moment), context.document)
    if low != int(low) and unit == "year" and not vague:
        unit, low = "month", 12 * low
    if vague:
        ends = sorted(cal.moved(context.published, sign * n, unit) for n in (low, high))
        first, last = cal.unit_around(ends[0], unit), cal.unit_around(ends[1], unit)
        stretch = first.through(last)
        if stretch is None:
            return None
        return date_meaning("PAST_REF", replace(stretch, approximate=True), context.document)
    moment = cal.moved(context.published, sign * low, unit)
    modifier = {"nearly": "LESS_THAN", "over": "MORE_THAN"}.get(count.quality)
    return date_meaning(
        cal.unit_value(moment, unit), cal.unit_around(moment, unit), context.document, modifier=modifier
    )


_WHICH = r"(?P<which>this|last|past|next|coming|upcoming|previous|current)"
_EARLY = r"(?:(?P<early>earlier|later|early|late)[- ])?"
_COUNT = (
    rf"(?:(?P<nearly>{NEARLY}) |(?P<over>{OVER}) |(?:about|around|some|roughly|approximately|just|exactly) "
    rf")?(?P<n>{VAGUE_NUMBER}|{NUMBER})[- ](?:full |whole |long )?(?P<unit>{UNIT})"
)
RULES: tuple[Rule, ...] = (
    rule(
        "document-day",
        (
            rf"(?:{_EARLY})?(?P<word>today|this day|good (?:morning|afternoon|evening|day)|yesterday|tomorrow|"
            r"(?:the )?day (?:before yesterday|after tomorrow))"
        ),
        _day,
    ),
    rule("present", _NOW, _present),
    rule("past", _PAST, _past),
    rule("future", _FUTURE, _future),
    rule(
        "weekday",
        (
            rf"(?:{_EARLY})?(?:(?:the )?(?P<which>this|last|past|next|coming|upcoming|previous)(?: week"
            rf"(?:'s)?,?)? )?(?:a )?(?P<weekday>{WEEKDAY})(?: of)?(?: this week)?"
        ),
        _weekday,
    ),
    rule("weekday", rf"(?P<which>last|next|this) week,?(?: on)? (?P<weekday>{WEEKDAY})", _weekday),
    rule(
        "calendar-unit",
        (
            rf"{_EARLY}(?:the |this |these )?(?!past (?:year|decade)|last decade){_WHICH} (?P<unit>week|weekend"
            r"|month|quarter|year|decade|century)(?:(?<=this year)s)?"
        ),
        _unit,
    ),
    rule("weekend", r"(?:the |a )?weekend", _weekend),
    rule("named-month", rf"(?:{_EARLY})?{_WHICH} (?P<month>{MONTH})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?", _month),
    rule("named-season", rf"{_EARLY}{_WHICH} (?P<season>{SEASON})", _season),
    rule("of-this-year", r"(?:the )?(?P<rest>.+?),?(?: of)? (?P<which>this|last|next) year", _of_this_year),
    rule("ago", rf"{_COUNT} (?P<way>ago|earlier today|back|from now|hence|from today)", _ago),
    rule("ago", rf"{_COUNT} and a (?P<half>half) (?P<way>ago|back|from now|hence|from today)", _ago),
)
