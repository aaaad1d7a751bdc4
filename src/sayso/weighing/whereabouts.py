"""Whether what two articles tell can be at one place and at one time."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import asin, cos, inf, radians, sin, sqrt
from typing import Final

from sayso.types.weighing import Setting
from sayso.weighing.dates import earliest

NEAR: Final = 10.0  # kilometres within which two places are one
EARTH: Final = 6371.0  # kilometres, its mean radius
DAY: Final = len("2022-03-08")


def place(found: Setting) -> str | None:
    """Where it is: a place, else a country; ``None`` where unknown."""
    return found.site or found.country


def one_place(a: Setting, b: Setting) -> bool:
    """Whether two places can be one: the same name, near each other, or one of them no more than the country."""
    if not a.site or not b.site:
        return a.country is None or b.country is None or a.country == b.country
    one, other = a.site.casefold(), b.site.casefold()
    if one in other or other in one:
        return True
    if a.country == b.country and "country" in (a.precision, b.precision):
        return True
    return _kilometres(a, b) <= NEAR


def _kilometres(a: Setting, b: Setting) -> float:
    """The distance on a sphere (haversine); infinite where it is not known."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return float("inf")
    up, across = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    half = sin(up / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(across / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def time(found: Setting) -> str | None:
    """The interval in days, the last one included: ``2022-03-01 to 2022-03-03``, ``from 2022-03-01``."""
    since, until = (found.since or "")[:DAY], (found.until or "")[:DAY]
    if not since or not until:
        return f"from {since}" if since else f"before {until}" if until else None
    last = max(_last_day(found.until or ""), since)
    return since if since == last else f"{since} to {last}"


def _last_day(until: str) -> str:
    """The day on which an interval ends that does not hold its end."""
    try:
        return (datetime.fromisoformat(until) - timedelta(microseconds=1)).date().isoformat()
    except (ValueError, OverflowError):
        return until[:DAY]


def one_time(a: Setting, b: Setting) -> bool:
    """Whether two intervals touch; one that ends where it begins is an instant."""
    begin, end = max(earliest(a.since), earliest(b.since)), min(_end(a), _end(b))
    return begin < end


def _end(found: Setting) -> float:
    """The second before which an interval is over."""
    return max(earliest(found.until), earliest(found.since) + 1) if found.until else inf
