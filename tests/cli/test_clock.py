import time
from datetime import UTC, datetime

from sayso.cli.clock import now, sleep


def test_the_time_is_utc_to_the_second() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    told = now()
    assert told.endswith("Z") and len(told) == len("2026-01-02T03:04:05Z")
    assert before <= datetime.fromisoformat(told) <= datetime.now(UTC)


def test_a_pause_takes_its_time() -> None:
    begin = time.monotonic()
    sleep(0.05)
    assert time.monotonic() - begin >= 0.05
