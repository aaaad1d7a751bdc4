"""The time of intake and upkeep; nothing that is read from an article depends on it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This second in UTC, ISO 8601: ``2026-01-02T03:04:05Z``."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
