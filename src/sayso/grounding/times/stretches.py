"""Rules for parts of a calendar unit ("early March", "the end of 2022") and for ranges ("6-8 June", "May to July")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import Context, Meaning, Rule, date_meaning, rule, unknown
from sayso.grounding.times.words import MONTH, NUMBER, ORDINAL, UNIT, WEEKDAY, number, ordinal, unit_of
from sayso.types.time import Granularity, TimexType

START, MID, END = "START", "MID", "END"
_MODIFIERS = {"early": START, "beginning": START, "start": START, "opening": START, "mid": MID, "middle": MID}
_MODIFIERS |= {"late": END, "end": END, "close": END, "later": END, "turn": START, "earlier": START, "height": MID}
_UNITS = {Granularity.YEAR: "year", Granularity.MONTH: "month", Granularity.DECADE: "decade"}


def within(interval: Interval, modifier: str, edge: bool = False) -> Interval:
    """The early, middle or late part of a unit; with ``edge`` its beginning or end ("the end of the year").

    Months: days 1 to 10, 11 to 20, 21 to the end. Years: thirds; an edge of a year is its first or last month.
    Decades: the first or last five years, the middle four. Centuries: quarters, the middle two.
    """
    begin, end = interval.begin, interval.end
    if begin is None or end is None:
        return interval
    kind = interval.granularity
    if kind is Granularity.MONTH:
        cuts = (begin, begin + timedelta(10), begin + timedelta(20), end)
    elif kind is Granularity.YEAR and edge and modifier != MID:
        first = modifier == START
        return replace(cal.month(begin.year, 1 if first else 12), approximate=True)
    elif kind is Granularity.YEAR:
        cuts = (begin, datetime(begin.year, 5, 1), datetime(begin.year, 9, 1), end)
    elif kind in (Granularity.DECADE, Granularity.CENTURY):
        return _of_years(begin.year, kind, modifier)
    elif kind is Granularity.WEEK:
        cuts = (begin, begin + timedelta(2), begin + timedelta(5), end)
    elif kind is Granularity.DAY and end - begin == timedelta(1):
        half = begin + timedelta(hours=12)
        late = Interval(begin + timedelta(hours=18), end, Granularity.PART_OF_DAY, True)
        middle = Interval(begin + timedelta(hours=10), begin + timedelta(hours=14), Granularity.PART_OF_DAY, True)
        return {START: Interval(begin, half, Granularity.PART_OF_DAY, True), MID: middle, END: late}[modifier]
    else:
        third = (end - begin) / 3
        cuts = (begin, cal.at(begin + third), cal.at(begin + 2 * third), end)
    place = {START: 0, MID: 1, END: 2}[modifier]
    finer = Granularity.MONTH if kind is Granularity.YEAR else Granularity.DAY
    return Interval(cuts[place], cuts[place + 1], finer, True)


def _of_years(first: int, kind: Granularity, modifier: str) -> Interval:
    offset, count = {START: (0, 5), MID: (3, 4), END: (5, 5)}[modifier]
    if kind is Granularity.CENTURY:
        offset, count = {START: (0, 25), MID: (25, 50), END: (75, 25)}[modifier]
    return replace(cal.years(first + offset, count), approximate=True)


def _part(match: re.Match[str], context: Context) -> Meaning | None:
    word = match["word"].strip("- ")
    modifier = _MODIFIERS[word]
    whole = context.inner(match["rest"])
    if whole is None or (whole.interval is None and whole.value is None):
        return whole if whole and whole.reason else None
    if whole.type is TimexType.DURATION or whole.modifier:
        return None
    if whole.interval is None or "T" in (whole.value or ""):
        return replace(whole, modifier=modifier)
    edge = word in ("beginning", "start", "end", "close", "turn", "middle")
    return replace(whole, interval=within(whole.interval, modifier, edge), modifier=modifier)


def _year_end(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the end of the year", "the beginning of this month", "year end", "month's end"."""
    unit = match.groupdict().get("unit") or match["unit2"]
    whole = context.inner(f"this {unit_of(unit)}")
    if whole is None or whole.interval is None:
        return whole
    modifier = _MODIFIERS[match["word"] or "end"]
    return replace(whole, interval=within(whole.interval, modifier, True), modifier=modifier)


def _fraction(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the first half of July", "the last week of May", "the first three months of 2022"."""
    whole = context.inner(match["rest"])
    if whole is None or whole.interval is None or not whole.interval.begin or not whole.interval.end:
        return None
    begin, end = whole.interval.begin, whole.interval.end
    last = match["which"] in ("last", "final", "closing")
    place = 1 if last or match["which"] in ("first", "opening") else ordinal(match["which"]) or 1
    count = number(match["n"]) if match["n"] else 1
    unit = match["unit"]
    if count is None:
        return None
    if unit == "half":
        middle = _middle(begin, end, whole.interval.granularity)
        half = (
            Interval(middle, end, Granularity.DAY) if last or place == 2 else Interval(begin, middle, Granularity.DAY)
        )
        return date_meaning(whole.value or "", half, whole.anchor, modifier=END if last or place == 2 else START)
    name = unit_of(unit)
    if last:
        first, stop = cal.moved(end, -count, name), end
    else:
        first = cal.moved(begin, (place - 1) * count, name)
        stop = cal.moved(first, count, name)
    if not begin <= first < stop <= end:
        return unknown("that part lies outside the whole", TimexType.DATE)
    kind = Granularity.DAY if name in ("day", "week") else whole.interval.granularity
    value = cal.unit_value(first, name) if count == 1 and name in ("day", "month", "quarter") else whole.value
    kind = Granularity.MONTH if name == "month" else kind
    return date_meaning(value or "", Interval(first, stop, kind), whole.anchor)


def _middle(begin: datetime, end: datetime, kind: Granularity) -> datetime:
    if kind is Granularity.MONTH:
        return begin + timedelta(15)
    if kind is Granularity.YEAR:
        return datetime(begin.year, 7, 1)
    if kind in (Granularity.DECADE, Granularity.CENTURY):
        return datetime((begin.year + end.year) // 2, 1, 1)
    return cal.at(begin + (end - begin) / 2)


def _week_of(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the week of March 6", "the weekend of 12 May"."""
    day = context.inner(match["rest"])
    if day is None or day.day is None:
        return None
    unit = match["unit"]
    if unit == "weekend":
        return date_meaning(cal.unit_value(cal.at(day.day), "weekend"), cal.weekend(day.day), day.anchor)
    return date_meaning(cal.week_value(day.day), cal.week(day.day), day.anchor)


def _days(match: re.Match[str], context: Context) -> Meaning | None:
    """ "6-8 June 2022", "June 6-8", "between 3 and 9 May"."""
    year = f" {match['year']}" if match["year"] else ""
    first = context.inner(f"{match['one']} {match['month']}{year}")
    second = context.inner(f"{match['two']} {match['month']}{year}")
    return joined(first, second)


def joined(first: Meaning | None, second: Meaning | None) -> Meaning | None:
    """From the first to the end of the second; a clock time ends the range at once."""
    if first is None or second is None:
        return None
    for one in (first, second):
        if one.interval is None:
            return one if one.reason else None
    assert first.interval and second.interval
    ends = second.interval
    if ends.granularity in (Granularity.MINUTE, Granularity.SECOND) and ends.begin:
        ends = replace(ends, end=ends.begin)
    whole = first.interval.through(ends)
    if whole is None:
        return unknown("the range would end before it begins", TimexType.DATE)
    value = f"{first.value}/{second.value}"
    return Meaning(first.type, value, whole, anchor=second.anchor or first.anchor, zone=second.zone or first.zone)


def _from_to(match: re.Match[str], context: Context) -> Meaning | None:
    """ "from March to May 2021", "between 2 and 4 a.m.", "2000 to 0600", "from 7 to 12 September"."""
    one, two = match["one"], match["two"]
    second = context.inner(two)
    if second is None or second.interval is None:
        return second if second and second.type is TimexType.TIME and second.reason else None
    tail = re.search(rf"(?: {MONTH})?(?:,? \d{{4}})?$", two)
    rest = tail[0] if tail else ""
    candidates = [one + rest] if rest and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", one) else []
    if rest and re.fullmatch(MONTH, one):
        year = re.search(r"\d{4}$", two)
        candidates = [f"{one} {year[0]}"] if year else []
    ampm = re.search(r" [ap]m\b.*$", two)
    if ampm and re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?", one):
        candidates = [one + ampm[0]]
    if second.type is TimexType.TIME and re.fullmatch(r"[012]\d[0-5]\d", one):
        candidates = [one + " hours"]
    for words in (*candidates, one):
        first = context.inner(words)
        if first is None or first.interval is None:
            continue
        both = joined(first, second)
        if both and both.interval:
            return both
        if first.type is second.type is TimexType.TIME:  # "from 2000 to 0600": into the next day
            return joined(first, _next_day(second))
    return None


def _next_day(meaning: Meaning) -> Meaning:
    return replace(meaning, interval=meaning.interval.shifted(days=1) if meaning.interval else None)


def _years(match: re.Match[str], context: Context) -> Meaning | None:
    """ "1990-95", "1990-1995", "1776-77"."""
    first, second = match["one"], match["two"]
    second = first[: 4 - len(second)] + second
    return joined(context.inner(first), context.inner(second))


_WORD = (
    r"(?:the )?(?P<word>early|mid|late|later|beginning|start|end|middle|close|turn|opening|earlier|height)"
    r"(?:[- ]part)?(?:[- ](?:of|in|on) (?!the (?:war|conflict)\b)|[- ])(?:the |this )?"
)
# Asked first: nothing else reads what they do.
FIRST_RULES: tuple[Rule, ...] = (
    rule(
        "days",
        (
            rf"(?:between |from )?(?:the )?(?P<one>\d{{1,2}})(?:st|nd|rd|th)?(?:-| to | and | or | until | through "
            rf")(?:the )?(?P<two>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?"
        ),
        _days,
    ),
    rule(
        "days",
        (
            rf"(?:between |from )?(?P<month>{MONTH}) (?P<one>\d{{1,2}})(?:st|nd|rd|th)?(?:-| to | and | or | until "
            rf"| through )(?P<two>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?"
        ),
        _days,
    ),
    rule("years", r"(?:from |between )?(?P<one>[12]\d{3})(?:-|/)(?P<two>\d{4}|\d{2})", _years),
    rule(
        "unit-end",
        (
            r"(?:the )?(?P<word>end|beginning|start|middle) of (?:the|this) (?P<unit>year|month|week|decade"
            r"|century)|(?P<unit2>year|month)(?:'s)?[- ]end"
        ),
        _year_end,
    ),
    rule("week-of", r"the (?P<unit>week|weekend) (?:of|beginning|starting) (?P<rest>.+)", _week_of),
    rule(
        "fraction",
        (
            rf"(?:the )?(?P<which>first|last|final|opening|closing|{ORDINAL}) (?:(?P<n>{NUMBER}) )?(?P<unit>half"
            rf"|{UNIT}) (?:of|in) (?:the month of )?(?P<rest>.+)"
        ),
        _fraction,
    ),
)
RULES: tuple[Rule, ...] = (
    rule("part-of-unit", rf"{_WORD}(?P<rest>.+)", _part),
    rule("range", r"(?:from |between )(?P<one>\S.*?)(?:-| to | and | until | till | through )(?P<two>\S.*)", _from_to),
    rule("range", rf"(?P<one>(?:{WEEKDAY}|{MONTH}|\d)[^-]*?)(?: ?- ?| to | through | until )(?P<two>.*\S)", _from_to),
)
