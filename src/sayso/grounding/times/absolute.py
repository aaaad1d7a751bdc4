"""Rules for dates that carry most of their own place in the calendar: days, months, years, decades, centuries.

A year or month that is left out is filled from the document's date and the tense of the sentence, or from the year
that the story around it has reached.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.meaning import NO_DATE, Context, Meaning, Rule, Seen, date_meaning, rule, unknown
from sayso.grounding.times.words import MONTH, NUMBERED, WEEKDAY
from sayso.text.months import MONTHS
from sayso.types.time import Granularity, TimexType

# A year this far behind the document's is another story's: dates near it are filled from it, not from the document.
STORY_GAP = 2
# A day or month this near to the document's date is meant, whatever the tense.
CLOSE_BY = timedelta(60)
# Years that news can plausibly mean when it writes four bare figures.
FIRST_PLAUSIBLE, LAST_PLAUSIBLE = 1000, 2100
_STORY = ("story-date", "story-month")
# What stands before a date that opens its sentence.
_OPENS = re.compile(
    r"(?:^|[.!?\n]|[.!?][\"”’)])\s*(?:(?:[Bb]ack|[Ee]arly|[Ll]ate)\s+)?(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring)\s+$"
)
_WITH_YEAR = ("full-date", "month-of-year", "year", "story-date", "story-month", "iso-date")
NO_YEAR = "no year is named, and the document has no date"
_DATED = ("full-date", "iso-date", "month-of-year")
DATE = TimexType.DATE
YEAR = r"(?P<year>\d{3,4}|'\d{2})"
DAY_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = rf"(?:the )?{DAY_NUMBER}(?: of)?[ -](?P<month>{MONTH})"
_MONTH_FIRST = rf"(?P<month>{MONTH})[ -](?:the )?{DAY_NUMBER}"
_HEAD = rf"(?:(?P<weekday>{WEEKDAY})(?:,? the|,)? )?"
_DAY_BEHIND = re.compile(
    rf"\s*(?:and|or|to|-|–|until|through)\s+\d{{1,2}}(?:st|nd|rd|th)?\s+(?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?"
)
_RANGE_BEHIND = re.compile(
    rf"\s*(?:and|or|to|-|–|—|until|till|through)\s*(?:(?:early|mid|late)[-\s])?"
    rf"(?:(?P<one>{MONTH})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?P<two>{MONTH})),?\s+"
    rf"(?P<year>[12]\d{{3}})\b",
    re.I,
)
# Figures behind a month that are set off as a day's would be: "March 45, 2022"
_NO_DAY = re.compile(r"\s+(\d\d)(?:st|nd|rd|th|\s*,\s*(?:[12]\d{3}\b)|\s*[.;]?\s*$)")
NOT_YEARS = re.compile(
    r"\s+(?:men|women|people|soldiers|troops|fighters|civilians|children|prisoners|refugees|houses|homes|tons|tonnes"
    r"|miles|kilometres|kilometers|km|metres|meters|feet|dollars|euros|percent|per cent|votes|rounds|shells|drones"
    r"|missiles|vehicles|tanks|hectares|cases|deaths|migrants|workers|employees|residents|members|times|families"
    r"|pounds|rubles|roubles|hryvnias|square|of (?:them|the|those))\b"
)


_CLOCK_AFTER = re.compile(
    r"\s+on\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d)", re.I
)


def year_number(words: str, context: Context) -> int:
    """A year of four figures, or of two: the one of that ending nearest to, and not long after, the document."""
    words = words.strip("'")
    if len(words) != 2:
        return int(words)
    reference = context.published.year if context.published else 2000
    year = reference // 100 * 100 + int(words)
    return year - 100 if year > reference + 5 else year


def story_year(context: Context) -> int | None:
    """The year that the story has reached, where it lies well before the document's year.

    In a history (see ``Context.history``) it is that of the nearest dated expression before; elsewhere only a date
    in the same sentence counts, or one that opens the sentence before ("In 1812 ..."), as news keeps going back to
    the present.
    """
    for seen in reversed(context.others):
        if seen.span.begin >= context.span.begin:
            continue
        interval = seen.meaning.interval
        if seen.meaning.rule in _WITH_YEAR and interval and interval.begin:
            same = seen.sentence == context.sentence and seen.meaning.rule != "year"
            if not (context.history or same or _told_on(seen, context)):
                return None
            published = context.published
            far = published is None or published.year - interval.begin.year >= STORY_GAP
            return interval.begin.year if far or context.history else None
    return None


def _year_behind(month: int, context: Context) -> int | None:
    """The year that a range names at its end only: "from March to August 2011", "3 May to 5 June 2020"."""
    found = _RANGE_BEHIND.match(context.after)
    if found is None:
        return None
    end = MONTHS[(found["one"] or found["two"]).lower().rstrip(".")]
    return int(found["year"]) - (month > end)


def _told_on(seen: Seen, context: Context) -> bool:
    """Whether the story of a date goes on: it opens this sentence or the one before, in the same paragraph."""
    text = context.text
    if context.sentence - seen.sentence > 1 or "\n" in text[seen.span.end : context.span.begin]:
        return False
    return seen.meaning.rule in _STORY or bool(_OPENS.search(text[max(0, seen.span.begin - 24) : seen.span.begin]))


def _agreed(month: int, day: int, context: Context) -> tuple[int, Seen] | None:
    """In a text without a date: the year that puts a day next to every date of the text that names its year, which
    must lie within ``CLOSE_BY`` of one of them."""
    dated = [s for s in context.others if s.meaning.rule in _DATED and s.meaning.interval]
    best: dict[int, tuple[timedelta, Seen]] = {}
    for seen in dated:
        begin = seen.meaning.interval.begin if seen.meaning.interval else None
        if begin is None:
            continue
        years = (y for y in (begin.year - 1, begin.year, begin.year + 1) if cal.FIRST_YEAR <= y <= cal.LAST_YEAR)
        gap, year = min((abs(datetime(y, month, min(day, 28)) - begin), y) for y in years)
        if year not in best or gap < best[year][0]:
            best[year] = gap, seen
    if len(best) != 1:
        return None
    ((year, (gap, seen)),) = best.items()
    return (year, seen) if gap <= CLOSE_BY else None


def nearest_year(month: int, day: int, context: Context) -> int | None:
    """The year that puts a day of the year next to the document's date if it can be within ``CLOSE_BY``; else the one
    that the tense asks for, which is the past unless words say otherwise."""
    reference = context.published
    if reference is None:
        return None
    # 29 February is compared as the day before it
    candidates = [datetime(reference.year + k, month, min(day, 28)) for k in (-1, 0, 1)]
    nearest = min(candidates, key=lambda c: abs(c - reference))
    if abs(nearest - reference) > CLOSE_BY:
        side = [c for c in candidates if (c >= reference) == (context.direction > 0 or _goes_on(context))]
        return min(side, key=lambda c: abs(c - reference)).year
    return nearest.year


def _goes_on(context: Context) -> bool:
    """Whether the dates before in the sentence lead into the future: "next month, in November, then in March"."""
    if context.direction or context.published is None:
        return False
    before = [s for s in context.others if s.sentence == context.sentence and s.span < context.span]
    begin = before[-1].meaning.interval.begin if before and before[-1].meaning.interval else None
    return begin is not None and begin > context.published


def _day(match: re.Match[str], context: Context) -> Meaning | None:
    group = match.groupdict()
    month, day = MONTHS[group["month"].rstrip(".")], int(group["day"])
    if not 1 <= day <= 31:
        return unknown(f"no month has a day {day}", DATE)
    named = group.get("year")
    if named:
        year: int | None = year_number(named, context)
        name = "full-date"
    else:
        year, name = _year_behind(month, context), "full-date"
        if year is None:
            year, name = story_year(context), "story-date"
        if year is None or (context.direction > 0 and name == "story-date" and not context.history):
            year, name = nearest_year(month, day, context), "date-of-year"
    agreed = _agreed(month, day, context) if year is None and context.events else None
    if agreed:
        year, name = agreed[0], "date-by-others"
    if year is None:
        days = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        if day > days:
            return unknown("the calendar has no such day", DATE)
        value = f"XXXX-{month:02d}-{day:02d}"
        return unknown(NO_YEAR, DATE, value, pending=not context.last)
    try:
        interval = cal.day_of(year, month, day)
    except ValueError:
        return unknown("the calendar has no such day", DATE)
    anchor = context.document if name == "date-of-year" else context.anchor_of(agreed[1]) if agreed else None
    if name == "story-date":
        anchor = next((context.anchor_of(s) for s in reversed(context.others) if s.span < context.span), None)
    return Meaning(DATE, f"{year:04d}-{month:02d}-{day:02d}", interval, name, anchor)


def _month(match: re.Match[str], context: Context) -> Meaning | None:
    number_ = MONTHS[match["month"].rstrip(".")]
    group = match.groupdict()
    if group.get("year"):
        year = year_number(group["year"], context)
        return date_meaning(f"{year:04d}-{number_:02d}", cal.month(year, number_), rule="month-of-year")
    figures = _NO_DAY.match(context.after)
    if figures and int(figures[1]) > 31 and context.depth == 0:
        return unknown(f"no month has a day {figures[1]}", DATE)
    behind = _year_behind(number_, context)
    if behind is not None:
        return date_meaning(f"{behind:04d}-{number_:02d}", cal.month(behind, number_), rule="month-of-year")
    story = story_year(context)
    if story is not None and (context.direction <= 0 or context.history):
        return date_meaning(f"{story:04d}-{number_:02d}", cal.month(story, number_), rule="story-month")
    reference = context.published
    if reference is None:
        agreed = _agreed(number_, 15, context) if context.events else None
        if agreed:
            meaning = date_meaning(f"{agreed[0]:04d}-{number_:02d}", cal.month(agreed[0], number_))
            return replace(meaning, rule="month-by-others", anchor=context.anchor_of(agreed[1]))
        return unknown(NO_YEAR, DATE, f"XXXX-{number_:02d}", pending=not context.last)
    day = reference.day if number_ == reference.month else 15
    year = nearest_year(number_, min(day, 28), context) or reference.year
    if number_ == reference.month:
        year = reference.year
    return date_meaning(f"{year:04d}-{number_:02d}", cal.month(year, number_), context.document)


def _year(match: re.Match[str], context: Context) -> Meaning | None:
    year = year_number(match["year"], context)
    if match["year"].startswith("0") or _CLOCK_AFTER.match(context.after):
        return None  # "0600", "1700 on 8 September": a clock
    marked = "ad" in match.groupdict() and match["ad"] or match[0].startswith("the year")
    if NOT_YEARS.match(context.after) and context.depth == 0:
        return unknown("the figures count something; they are not a year")
    if NUMBERED.search(context.before[-20:]) and context.depth == 0:
        return unknown("the figures number something; they are not a year")
    if not marked and not FIRST_PLAUSIBLE <= year <= LAST_PLAUSIBLE and not _years_around(context):
        return unknown("the figures are not a plausible year")
    if not cal.FIRST_YEAR <= year <= cal.LAST_YEAR:
        return unknown("the calendar has no such year", DATE)
    meaning = date_meaning(f"{year:04d}", cal.years(year, 1))
    beside = {"post-": "after", "pre-": "before"}.get(match[0].split("-")[0] + "-")
    return replace(meaning, relation=beside) if beside else meaning


def _years_around(context: Context) -> bool:
    """Whether years stand close by, so that a number such as 347 is one too."""
    return bool(
        re.search(
            r"(?:\bin|\bc\.|\bcirca|\babout|\baround|\byear|\bafter|\buntil|\bto|\bfrom|[(,–-])\s*$",
            context.text[max(0, context.span.begin - 12) : context.span.begin],
            re.I,
        )
    )


def _iso(match: re.Match[str], context: Context) -> Meaning | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    try:
        interval = cal.day_of(year, month, day)
    except ValueError:
        return unknown("the calendar has no such day", DATE)
    return date_meaning(f"{year:04d}-{month:02d}-{day:02d}", interval)


def _figures(match: re.Match[str], context: Context) -> Meaning | None:
    """ "05/02/2013": day and month may stand in either order; the document's date may tell which."""
    first, second = int(match["first"]), int(match["second"])
    year = year_number(match["year"] if len(match["year"]) == 4 else "'" + match["year"], context)
    readings = []
    for month, day in {(first, second), (second, first)}:
        try:
            readings.append(cal.day_of(year, month, day))
        except ValueError:
            continue
    if not readings:
        return unknown("the calendar has no such day", DATE)
    if len(readings) == 2 and context.published:
        near = [r for r in readings if r.begin and abs(r.begin - context.published) <= timedelta(7)]
        readings = near if len(near) == 1 else readings
    if len(readings) == 2:
        return unknown("day and month may stand in either order", DATE)
    begin = readings[0].begin
    return date_meaning(cal.day_value(begin), readings[0]) if begin else None


def _two_figures(match: re.Match[str], context: Context) -> Meaning | None:
    """The "25" of "April 24 and 25", the "3" of "between 3 and 9 May", the "96" of "1894 - 96"."""
    wanted = int(match["figures"])
    after = _DAY_BEHIND.match(context.after.lower())
    if after:
        return context.inner(f"{wanted} {after['month']}" + (f" {after['year']}" if after["year"] else ""))
    beside = _date_beside(context)
    if beside is None or beside.meaning.interval is None or beside.meaning.interval.begin is None:
        return None
    begin, kind = beside.meaning.interval.begin, beside.meaning.interval.granularity
    if kind is Granularity.DAY and 1 <= wanted <= 31:
        try:
            found = cal.day_of(begin.year, begin.month, wanted)
        except ValueError:
            return unknown("the calendar has no such day", DATE)
        return date_meaning(f"{begin.year:04d}-{begin.month:02d}-{wanted:02d}", found, context.anchor_of(beside))
    year = begin.year // 100 * 100 + wanted
    if kind is Granularity.YEAR and year > begin.year:
        return date_meaning(f"{year:04d}", cal.years(year, 1), context.anchor_of(beside))
    return None


def _date_beside(context: Context) -> Seen | None:
    """The date right before, if a comma, dash or "and" joins the expression to it."""
    if not re.search(r"(?:,|\band|\bor|\bto|-|–|\buntil|\bthrough)\s*(?:the )?$", context.before):
        return None
    previous = [s for s in context.others if s.span.end <= context.span.begin and s.sentence == context.sentence]
    return previous[-1] if previous and context.span.begin - previous[-1].span.end <= 12 else None


def _letter_day(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the 12th of October last", as letters write: next to the date of the document or story."""
    story = story_year(context)
    moment = context.published
    if story is not None:
        dates = [s.meaning.interval for s in context.others if s.span < context.span and s.meaning.interval]
        moment = dates[-1].begin if dates else None
    if moment is None:
        return unknown(NO_DATE, DATE)
    day, month = int(match["day"]), MONTHS[match["month"].rstrip(".")]
    late = (month, day) > (moment.month, moment.day)
    shift = -late if match["which"] == "last" else (not late) if match["which"] == "next" else 0
    return context.inner(f"{day} {match['month']} {moment.year + shift:04d}")


def _of_story_year(match: re.Match[str], context: Context) -> Meaning | None:
    """ "March the same year": the year that the story has reached."""
    before = [s for s in context.others if s.span < context.span and s.meaning.interval and s.meaning.interval.begin]
    if not before:
        return unknown("the text gives no year before that this could be in", DATE)
    interval = before[-1].meaning.interval
    return context.inner(f"{match['rest']} {interval.begin.year:04d}") if interval and interval.begin else None


def _short_year(match: re.Match[str], context: Context) -> Meaning | None:
    """Years of the first millennium, written with AD or among other years: "AD 842", "in 347"."""
    marked = match[0].startswith(("ad", "the year")) or match[0].endswith(("ad", "ce"))
    marked = marked or bool(re.search(r"\bin\s+the\s+year\s+$", context.before[-16:], re.I))
    digits = match["year"]
    if not marked and (len(digits) != 3 or not _years_around(context) or NOT_YEARS.match(context.after)):
        return None
    year = int(digits)
    return date_meaning(f"{year:04d}", cal.years(year, 1)) if year else None


RULES: tuple[Rule, ...] = (
    rule("full-date", rf"{_HEAD}{_DAY_FIRST},?[ -]{YEAR}(?: ad)?", _day),
    rule("full-date", rf"{_HEAD}{_MONTH_FIRST}(?:,| of)? ?,? {YEAR}(?: ad)?", _day),
    rule("iso-date", r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})", _iso),
    rule("figures", r"(?P<first>\d{1,2})([-/.])(?P<second>\d{1,2})\2(?P<year>\d{4}|\d{2})", _figures),
    rule("date-of-year", rf"{_HEAD}{_DAY_FIRST}", _day),
    rule("date-of-year", rf"{_HEAD}{_MONTH_FIRST}", _day),
    rule("month-of-year", rf"(?:the month of )?(?P<month>{MONTH})(?:,| of| in)? ?,? {YEAR}(?: ad)?", _month),
    rule(
        "month-of-story-year",
        rf"(?P<rest>(?:{DAY_NUMBER} )?{MONTH}(?: \d{{1,2}})?),?(?: of| in)? (?:the|that) (?:same )?year",
        _of_story_year,
    ),
    rule("month", rf"(?:the month of )?(?P<month>{MONTH})(?: month)?", _month),
    rule("year", r"(?:the year |year |post-|pre-)?(?P<ad>ad ?)?(?P<year>\d{4}|'\d{2})", _year),
    rule("year", r"(?:the year (?P<ad>))?(?:(?P<ad2>ad) ?)?(?P<year>\d{2,4})(?: ad| ce)?", _short_year),
    rule(
        "day-past-or-next",
        rf"(?:the )?{DAY_NUMBER}(?: day)?(?: of)? (?P<month>{MONTH}),? (?P<which>last|next|instant|inst)",
        _letter_day,
    ),
    rule("figures-in-row", r"(?:the )?(?P<figures>\d{1,2})(?:st|nd|rd|th)?", _two_figures),
)
