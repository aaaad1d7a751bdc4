"""The time of intake and upkeep, and pauses; nothing that is read from an article depends on them."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> str:
    """This second in UTC, ISO 8601: ``2026-01-02T03:04:05Z``."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def sleep(seconds: float) -> None:
    """Wait so long. Ctrl-C ends it at once."""
    time.sleep(seconds)
