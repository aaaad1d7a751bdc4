from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.times.offsets import Count, offset
from sayso.types.time import AnchorKind, TimeAnchor

ANCHOR = TimeAnchor(AnchorKind.EVENT, "blast", datetime(2022, 2, 24))


def test_almost_and_more_than() -> None:
    nearly = offset(ANCHOR, Count(2, 2, "nearly"), "week", 1)
    assert (nearly.begin, nearly.end) == (datetime(2022, 3, 8), datetime(2022, 3, 10))
    over = offset(ANCHOR, Count(3, 3, "over"), "week", 1)
    assert (over.begin, over.end) == (datetime(2022, 3, 17), datetime(2022, 3, 24))


def test_hours_from_a_whole_day_stay_on_that_day() -> None:
    assert offset(ANCHOR, Count(2, 12), "hour", 1).begin == datetime(2022, 2, 24)
    assert offset(ANCHOR, Count(72, 72), "hour", 1).begin == datetime(2022, 2, 27)


def test_lengths_in_timex3() -> None:
    assert Count(2, 2).length("week") == "P2W"
    assert Count(2, 6).length("day") == "PXD"


@given(st.integers(1, 300), st.sampled_from(["day", "week", "month", "year"]), st.sampled_from([-1, 1]))
def test_intervals_lie_on_the_side_that_was_asked_for(count: int, unit: str, sign: int) -> None:
    found = offset(ANCHOR, Count(count, count), unit, sign)
    assert found.begin is not None and found.end is not None and found.begin < found.end
    middle = found.begin + (found.end - found.begin) / 2
    assert (middle - ANCHOR.begin) * sign > timedelta(0)
