"""What a person types to ask a ledger, as what the store is asked."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from sayso.errors import UsageError
from sayso.types.event import MODES, EventType

DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
PAIR: Final = re.compile(r"(-?\d{1,2}(?:\.\d{1,6})?), ?(-?\d{1,3}(?:\.\d{1,6})?)", re.ASCII)
CODE: Final = re.compile(r"[A-Z]{2}")


def first_day(given: str | None, option: str) -> str | None:
    """The first day of ``2022``, ``2022-03`` or ``2022-03-08`` as an ISO 8601 date. Raises ``UsageError``."""
    return _bounds(given, option)[0].isoformat() if given is not None else None


def day_after(given: str | None, option: str) -> str | None:
    """The day after the last one of ``2022``, ``2022-03`` or ``2022-03-08``; ``None`` also where no calendar has it."""
    end = _bounds(given, option)[1] if given is not None else None
    return end.isoformat() if end else None


def _bounds(given: str, option: str) -> tuple[date, date | None]:
    found = DATE.fullmatch(given.strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        begin = date(year, month or 1, day or 1)
    except ValueError:
        raise UsageError(f"{option} {given!r} is no date; write 2022, 2022-03 or 2022-03-08") from None
    try:
        if day is not None:
            return begin, date.fromordinal(begin.toordinal() + 1)
        if month is not None:
            return begin, date(year + month // 12, month % 12 + 1, 1)
        return begin, date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return begin, None


def coordinates(given: str | None, option: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of ``48.59,38``, as geo URIs have them (RFC 5870). Raises ``UsageError``."""
    if given is None:
        return None
    found = PAIR.fullmatch(given.strip())
    if found is None or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        raise UsageError(f"{option} {given[:40]!r} is no place; write latitude and longitude: 48.59,38.00")
    return float(found[1]), float(found[2])


def event_type(given: str | None) -> tuple[str | None, str | None]:
    """Type and mode of ``ASSAULT/heavy-weapons``, in whatever case. Raises ``UsageError`` for an unknown one."""
    if given is None:
        return None, None
    name, _, mode = given.strip().partition("/")
    if name.upper() not in EventType.__members__:
        raise UsageError(f"there is no type {name!r}; known are {', '.join(EventType)}")
    kind = EventType(name.upper())
    if mode and mode.lower() not in MODES[kind]:
        known = f"known are {', '.join(MODES[kind])}" if MODES[kind] else "it has none"
        raise UsageError(f"{kind} has no mode {mode!r}; {known}")
    return kind.value, mode.lower() or None


def keys_of(name: str | None) -> tuple[str, ...]:
    """Keys by which actors of this name are known across articles, however it is spelt; a country's is its code."""
    from sayso.text.name_keys import name_key

    if name is None:
        return ()
    plain = name.replace("*", " ").replace('"', " ")
    country = country_of(plain)
    return tuple(key for key in (name_key(plain), (country or "").lower()) if key)


def country_of(name: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's name in English; a code in capitals is taken as it is."""
    from sayso.grounding.actors.lexicon import lexicon

    if name is None:
        return None
    plain = " ".join(name.split())
    if CODE.fullmatch(plain):
        return plain
    words = plain.casefold().removeprefix("the ").rstrip(".")
    return lexicon().countries.get(words)
