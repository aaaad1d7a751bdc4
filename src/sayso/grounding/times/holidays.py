"""Rules for holidays, whose days depend on the year. Thanksgiving and Election Day are those of the USA."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.absolute import DATE
from sayso.grounding.times.meaning import NO_DATE, Context, Meaning, Rule, date_meaning, rule, unknown


def _holiday(match: re.Match[str], context: Context) -> Meaning | None:
    name = match["name"].replace("'s", "").replace("new years", "new year")
    which = match["which"] or match["when"]
    if match["year"]:
        found: datetime | None = holiday(name, int(match["year"]))
    elif context.published is None:
        return unknown(NO_DATE, DATE)
    else:
        around = {y: holiday(name, y) for y in range(context.published.year - 1, context.published.year + 2)}
        here, days = context.published, [d for d in around.values() if d]
        if which == "last":
            days = [d for d in days if d < here][-1:]
        elif which == "next":
            days = [d for d in days if d > here][:1]
        elif which == "this":
            days = [d for d in days if d.year == here.year]
        if match["when"]:
            wanted = here.year + {"last": -1, "this": 0, "next": 1}[match["when"]]
            days = [d for d in around.values() if d and d.year == wanted]
        found = min(days, key=lambda d: abs(d - here), default=None)
    if found is None:
        return None
    if match["week"]:
        return date_meaning(cal.week_value(found), cal.week(found))
    anchor = None if match["year"] else context.document
    return date_meaning(cal.day_value(found), cal.day(found), anchor)


def holiday(name: str, year: int) -> datetime | None:
    """The day of a holiday in a year (Easter is the Western one, by dateutil)."""
    fixed = {"christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26)}
    fixed |= {"new year day": (1, 1), "new year": (1, 1), "new year eve": (12, 31), "halloween": (10, 31)}
    fixed |= {"valentine day": (2, 14), "independence day": (7, 4), "fourth of july": (7, 4), "july fourth": (7, 4)}
    fixed |= {"4th of july": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11), "victory day": (5, 9)}
    fixed |= {"orthodox christmas": (1, 7), "may day": (5, 1), "bastille day": (7, 14), "epiphany": (1, 6)}
    if name in fixed:
        return datetime(year, *fixed[name])
    moving = {
        "easter": 0,
        "easter sunday": 0,
        "easter monday": 1,
        "good friday": -2,
        "palm sunday": -7,
        "holy saturday": -1,
        "maundy thursday": -3,
        "ash wednesday": -46,
        "shrove tuesday": -47,
        "ascension day": 39,
        "pentecost": 49,
    }
    if name in ("orthodox easter", "orthodox easter sunday"):
        return cal.at(easter(year, EASTER_ORTHODOX))
    if name in moving:
        return cal.at(easter(year)) + timedelta(moving[name])
    if name.startswith("thanksgiving"):
        first = datetime(year, 11, 1)
        return first + timedelta((3 - first.weekday()) % 7 + 21)
    if name == "election day":
        second = datetime(year, 11, 2)
        return second + timedelta((1 - second.weekday()) % 7)
    first = datetime(year, 5, 31) if name == "memorial day" else datetime(year, 9, 1)
    if name == "memorial day":
        return first - timedelta(first.weekday())
    return first + timedelta(-first.weekday() % 7) if name == "labor day" else None


_HOLIDAYS = (
    r"christmas(?: day| eve)?|new year'?s?(?: day| eve)|new year|boxing day|halloween|valentine'?s day"
    r"|independence day|fourth of july"
    r"|july fourth|4th of july|veterans day|armistice day|victory day|may day|bastille day|epiphany|easter"
    r"(?: sunday| monday)?|good friday"
    r"|palm sunday|holy saturday|maundy thursday|ash wednesday|shrove tuesday|ascension day|pentecost"
    r"|orthodox (?:christmas|easter(?: sunday)?)|thanksgiving(?: day)?|election day|memorial day|labor day"
)


RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        (
            rf"(?:(?P<when>last|this|next) year(?:'?s)? |(?P<which>last|this|next) )?(?P<name>{_HOLIDAYS})"
            r"(?P<week> week)?(?:,? (?P<year>\d{4}))?"
        ),
        _holiday,
    ),
)
