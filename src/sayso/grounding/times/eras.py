"""Rules for longer stretches that name themselves: decades, centuries, seasons, quarters, periods of history."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.absolute import DATE, YEAR, year_number
from sayso.grounding.times.anchors import periods
from sayso.grounding.times.intervals import Interval
from sayso.grounding.times.meaning import NO_DATE, Context, Meaning, Rule, date_meaning, rule, unknown
from sayso.grounding.times.stretches import joined
from sayso.grounding.times.words import ORDINAL, SEASON, SEASONS, WEEKDAY, WEEKDAYS, ordinal
from sayso.types.time import Granularity

_CENTURY_BEHIND = re.compile(
    rf"\s*(?:to|and|or|through|-|–)\s*(?:the\s+)?(?:(?:early|late|mid)[- ])?{ORDINAL}[-\s]+centur(?:y|ies)\b", re.I
)


def _decade(match: re.Match[str], context: Context) -> Meaning | None:
    group = match.groupdict()
    words = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
    words |= {"eighties": 80, "nineties": 90}
    if re.match(r"(?:his|her|their|my|our|your|its|one's)\b", match[0]):
        return unknown("the words tell an age, not a decade")
    if group.get("word"):
        first = 1900 + words[group["word"]]
        if group.get("century"):
            first = int(group["century"]) * 100 + words[group["word"]]
    elif group["short"]:
        first = 1900 + int(group["short"])
    else:
        first = int(group["long"])
    if context.published and first > context.published.year + 10:
        first -= 100
    if first % 100 == 0 and first != 2000:
        return date_meaning(f"{first // 100:02d}", cal.years(first, 100, Granularity.CENTURY))
    return date_meaning(f"{first // 10:03d}X", cal.years(first, 10, Granularity.DECADE))


def _century(match: re.Match[str], context: Context) -> Meaning | None:
    count = ordinal(match["ordinal"])
    if count is None or not 1 <= count <= 90:
        return None
    first = (count - 1) * 100
    return date_meaning(f"{count - 1:02d}", cal.years(max(first, 1), 100 if first else 99, Granularity.CENTURY))


def _centuries(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the twelfth to sixteenth centuries", "the late 19th and early 20th centuries"."""
    first, second = (context.inner(f"{match[name]} century") for name in ("one", "two"))
    return joined(first, second)


def _century_shared(match: re.Match[str], context: Context) -> Meaning | None:
    """The "15th" of "from the 15th to the 19th century"."""
    return context.inner(f"{match['ordinal']} century") if _CENTURY_BEHIND.match(context.after) else None


def _season(match: re.Match[str], context: Context) -> Meaning | None:
    code = SEASONS[match["season"]]
    if match["year"]:
        year = year_number(match["year"], context)
        return date_meaning(f"{year:04d}-{code}", cal.season(year, code))
    if match["article"] and not context.published:
        return unknown(NO_DATE, DATE, f"XXXX-{code}")
    if not context.published or match["bare"].endswith("s") or not match["article"]:
        return unknown("no year is named", DATE, f"XXXX-{code}")
    year = context.published.year
    chosen = cal.season(year, code)
    if context.direction <= 0 and chosen.begin and chosen.begin > context.published:
        year -= 1
    elif context.direction > 0 and chosen.end and chosen.end <= context.published:
        year += 1
    return date_meaning(f"{year:04d}-{code}", cal.season(year, code), context.document)


def _quarter(match: re.Match[str], context: Context) -> Meaning | None:
    words = match["q"]
    count = int(words[1]) if words.startswith(("q", "h")) else ordinal(words) or 0
    half = match["kind"] == "half" or words.startswith("h")
    if not 1 <= count <= (2 if half else 4):
        return None
    if match["year"]:
        year = year_number(match["year"], context)
    elif context.published:
        year = context.published.year
        begin = datetime(year, (6 if half else 3) * (count - 1) + 1, 1)
        year -= context.direction <= 0 and begin > context.published
    else:
        return unknown("no year is named, and the document has no date", DATE)
    if half:
        begin = datetime(year, 6 * count - 5, 1)
        end = datetime(year + count // 2, 7 if count == 1 else 1, 1)
        return date_meaning(f"{year:04d}-H{count}", Interval(begin, end, Granularity.MONTH))
    return date_meaning(f"{year:04d}-Q{count}", cal.quarter(year, count))


def _fiscal(match: re.Match[str], context: Context) -> Meaning | None:
    words = match["year"] or "'" + match["short"][-2:]
    value = f"FY{year_number(words, context):04d}"
    return unknown("a fiscal year begins on a day that is not said", DATE, value)


def _weekday_of(match: re.Match[str], context: Context) -> Meaning | None:
    """ "the first Monday of March 2022", "the last Sunday in May"."""
    whole = context.inner(match["rest"])
    if whole is None or whole.interval is None or not whole.interval.begin or not whole.interval.end:
        return None
    wanted, first = WEEKDAYS[match["weekday"].rstrip(".")], whole.interval.begin
    days = [first + timedelta(k) for k in range((whole.interval.end - first).days)][:400]
    days = [d for d in days if d.weekday() == wanted]
    place = -1 if match["which"] == "last" else (ordinal(match["which"]) or 1) - 1
    if not -1 <= place < len(days):
        return unknown("the calendar has no such day", DATE)
    return date_meaning(cal.day_value(days[place]), cal.day(days[place]), whole.anchor)


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    """A named period of history, by the table of periods."""
    ends = periods().get(match["name"])
    if ends is None:
        return None
    first, last = ends
    yearly = len(first) == 4
    begin = datetime.fromisoformat(first + "-01-01" if yearly else first)
    end = datetime(int(last) + 1, 1, 1) if yearly else datetime.fromisoformat(last) + timedelta(1)
    return date_meaning(f"{first}/{last}", Interval(begin, end, Granularity.YEAR if yearly else Granularity.DAY))


_WHICH = rf"(?P<which>last|{ORDINAL})"
_PART = r"(?:(?:early|late|mid)[- ])?"
RULES: tuple[Rule, ...] = (
    rule(
        "decade",
        r"(?:the )?(?:(?!early|late|mid|later)[a-z]+ )?(?:(?P<long>[12]\d\d0)|'?(?P<short>[2-9]0))'?s",
        _decade,
    ),
    rule(
        "decade",
        (
            r"(?:the )?(?:(?P<century>1[0-9]|20)-?)?(?P<word>twenties|thirties|forties|fifties|sixties|seventies"
            r"|eighties|nineties)"
        ),
        _decade,
    ),
    rule("century", rf"(?:the )?(?P<ordinal>{ORDINAL})[- ](?:century|cent\.)", _century),
    rule(
        "centuries",
        (
            rf"(?:from |between )?(?:the )?(?P<one>{_PART}{ORDINAL})(?:[- ]century)?(?: to | and | or | through |-)"
            rf"(?:the )?(?P<two>{_PART}{ORDINAL})[- ]centur(?:y|ies)"
        ),
        _centuries,
    ),
    rule("century-shared", rf"(?:the )?(?P<ordinal>{_PART}{ORDINAL})", _century_shared),
    rule(
        "season",
        (
            rf"(?P<article>(?:the|a) (?:(?!early|late|mid)[a-z]+ (?={SEASON}))?)?(?P<bare>(?P<season>{SEASON})s?)"
            rf"(?:(?:,| of)? ?,? {YEAR}(?:[-/]\d{{2,4}})?)?"
        ),
        _season,
    ),
    rule("quarter", rf"(?:the )?(?P<q>{ORDINAL}|last)[- ](?P<kind>quarter|half)(?: of)?(?: {YEAR})?", _quarter),
    rule("quarter", rf"(?P<q>[qh][1-4])(?P<kind>)(?: of)?(?:[ ,-]+{YEAR})?", _quarter),
    rule("fiscal-year", rf"(?:the )?(?:fiscal|financial)(?: year)? {YEAR}|fy ?-?(?P<short>\d\d(?:\d\d)?)", _fiscal),
    rule("weekday-of-month", rf"(?:the )?{_WHICH} (?P<weekday>{WEEKDAY}) (?:of|in) (?P<rest>.+)", _weekday_of),
    rule("period", r"(?:the )?(?P<name>[a-z0-9/-]+?(?: [a-z-]+?){0,3})(?:-(?:era|related))?", _period),
)
