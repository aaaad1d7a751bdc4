"""Dates of articles that can be compared, though some are days and some are instants, and some are missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import inf

DAY = timedelta(days=1)
LONGEST_DAY = 10  # characters of an ISO 8601 date without a time


@lru_cache(maxsize=65536)
def instants(published: str | None) -> tuple[float, float] | None:
    """First and last second at which this may have been (Unix time); ``None`` where nothing can be said.

    A day without a time is the whole day; a time without a zone is taken as UTC.
    """
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        first = moment.timestamp()
    except (ValueError, OverflowError):
        return None
    whole = len(published.strip()) <= LONGEST_DAY
    return first, first + (DAY.total_seconds() - 1 if whole else 0)


def earliest(published: str | None) -> float:
    """The earliest second that this may have been; before everything where nothing is known."""
    found = instants(published)
    return found[0] if found else -inf


def latest(published: str | None) -> float:
    """The latest second that this may have been; after everything where nothing is known."""
    found = instants(published)
    return found[1] if found else inf


def surely_before(one: str | None, other: str | None) -> bool:
    """True only where both are known and leave no doubt."""
    a, b = instants(one), instants(other)
    return a is not None and b is not None and a[1] < b[0]
