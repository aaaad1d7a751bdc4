"""When, in plain words: a calendar interval, and how it was known."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sayso.export.words import MONTHS, quoted
from sayso.types.time import AnchorKind, TimeExpression

MIDNIGHT: Final = time()
DAY: Final = timedelta(days=1)


def when(found: TimeExpression | None, reason: str | None, text: str) -> str:
    """The interval, the words that name it and what they are counted from; or that there is none, and why.

    ``reason`` is why ``found`` is ``None``, or tells nothing where its own reason is missing. Not escaped.
    """
    if found is None:
        return f"not said ({reason})" if reason else "not said"
    said = quoted(found.span.of(text))
    if not found.known:
        return f"not known: {said} ({found.reason or reason or 'no reason recorded'})"
    parts = [f"{interval(found)}: {said}", *_counted(found)]
    return ", ".join(parts)


def interval(found: TimeExpression) -> str:
    """``about 24 Feb to 8 Mar 2022``, ``8 Mar 2022, 05:30 local time``, ``no later than 5 Apr 2022``."""
    about = "about " if found.approximate else ""
    zone = f" {found.zone}" if found.zone else ""
    return f"{about}{_ends(found.begin, found.end)}{zone}"


def _ends(begin: datetime | None, end: datetime | None) -> str:
    """An interval of half-open ends in words, both of which belong to it."""
    if begin is None:
        return "not known" if end is None else f"no later than {_last(end)}"
    if end is None:
        return f"{_moment(begin)} or later"
    if end <= begin:
        return _moment(begin)
    if begin.time() != MIDNIGHT or end.time() != MIDNIGHT:
        return _clock(begin, end)
    return _days(begin, end)


def _last(end: datetime) -> str:
    if end.time() != MIDNIGHT or end - datetime.min < DAY:
        return _moment(end)
    return _moment(end - DAY)


def _days(begin: datetime, end: datetime) -> str:
    last = end - DAY
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 1, 1):
        return str(begin.year) if begin.year == last.year else f"{begin.year} to {last.year}"
    if begin.day == end.day == 1:
        first, final = f"{MONTHS[begin.month - 1]} {begin.year}", f"{MONTHS[last.month - 1]} {last.year}"
        return first if first == final else f"{first} to {final}"
    if begin == last:
        return _moment(begin)
    if begin.year != last.year:
        return f"{_moment(begin)} to {_moment(last)}"
    if begin.month != last.month:
        return f"{begin.day} {MONTHS[begin.month - 1]} to {_moment(last)}"
    return f"{begin.day} to {_moment(last)}"


def _clock(begin: datetime, end: datetime) -> str:
    if end - begin <= timedelta(minutes=1):
        return _moment(begin, clock=True)
    if begin.date() == end.date():
        return f"{_day(begin)}, {begin:%H:%M} to {end:%H:%M}"
    if end.time() == MIDNIGHT and end - datetime.min >= DAY and (end - DAY).date() == begin.date():
        return f"{_day(begin)}, {begin:%H:%M} to 24:00"
    return f"{_moment(begin, clock=True)} to {_moment(end, clock=True)}"


def _moment(moment: datetime, clock: bool = False) -> str:
    return f"{_day(moment)}, {moment:%H:%M}" if clock or moment.time() != MIDNIGHT else _day(moment)


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _counted(found: TimeExpression) -> list[str]:
    anchor = found.anchor
    if anchor is None:
        return []
    begin = _moment(anchor.begin)
    if anchor.kind is AnchorKind.DOCUMENT:
        return [f"counted from the article's date, {begin}"]
    if anchor.kind is AnchorKind.TABLE:
        return [f"counted from {begin}, {anchor.name} (table of dated events)"]
    where = " (dated in the article)" if anchor.kind is AnchorKind.EVENT else ""
    return [f"counted from {quoted(anchor.name)}, {begin}{where}"]
