"""How long a server wants to be left alone, in words. No clock is asked: a date is counted from that of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST: Final = 100  # characters; a date has 29
LONGEST_SECONDS: Final = 10**9  # some thirty years; more is no wish


def left_alone(headers: Mapping[str, str]) -> str | None:
    """``for 120 s``, or ``until 2026-03-01 10:00 UTC`` where the answer itself has no date.

    From ``Retry-After``, seconds or a date (RFC 9110, 10.2.3); ``None`` where there is none, it cannot be understood,
    or it lies in the past.
    """
    wish = headers.get("Retry-After", "").strip()
    if wish.isascii() and wish.isdecimal():
        seconds = int(wish[:LONGEST])
        return f"for {seconds} s" if 0 < seconds <= LONGEST_SECONDS else None
    until = _moment(wish)
    if until is None:
        return None
    sent = _moment(headers.get("Date", ""))
    if sent is None:
        return f"until {until:%Y-%m-%d %H:%M} UTC"
    seconds = round((until - sent).total_seconds())
    return f"for {seconds} s" if 0 < seconds <= LONGEST_SECONDS else None


def _moment(value: str) -> datetime | None:
    """The moment that an HTTP date names (RFC 9110, 5.6.7)."""
    if not 0 < len(value) <= LONGEST:
        return None
    try:
        found = parsedate_to_datetime(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
