from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.times import intervals as cal
from sayso.types.time import Granularity

MOMENTS = st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1)).map(lambda m: m.replace(microsecond=0))
UNITS = st.sampled_from(["minute", "hour", "day", "week", "month", "quarter", "year"])


@given(MOMENTS, UNITS)
def test_the_unit_around_a_moment_holds_it(moment: datetime, unit: str) -> None:
    found = cal.unit_around(moment, unit)
    assert found.begin is not None and found.end is not None
    assert found.begin <= moment < found.end


@given(MOMENTS, st.integers(0, 200), UNITS)
def test_counting_forward_never_leads_back(moment: datetime, count: int, unit: str) -> None:
    assert cal.moved(moment, count, unit) >= moment >= cal.moved(moment, -count, unit)


def test_months_end_where_the_next_begins() -> None:
    assert cal.month(2020, 2).end == datetime(2020, 3, 1)
    assert cal.month(2021, 12).end == datetime(2022, 1, 1)
    assert cal.moved(datetime(2022, 1, 31), 1, "month") == datetime(2022, 2, 28)


def test_weeks_begin_on_monday_and_winter_in_december() -> None:
    week = cal.week(date(2022, 3, 8))
    assert week.begin == datetime(2022, 3, 7)
    assert cal.week_value(date(2021, 1, 1)) == "2020-W53"
    assert cal.season(2021, "WI").end == datetime(2022, 3, 1)


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError):
        cal.day_of(2022, 6, 31)


def test_nights_reach_into_the_next_day() -> None:
    night = cal.part_of_day(date(2022, 3, 7), "night")
    assert (night.begin, night.end) == (datetime(2022, 3, 7, 18), datetime(2022, 3, 8, 6))
    assert cal.clock(date(2022, 3, 7), 24).begin == datetime(2022, 3, 8)


def test_a_stretch_runs_from_the_first_to_the_end_of_the_second() -> None:
    first, second = cal.day_of(2022, 5, 3), cal.day_of(2022, 5, 9)
    whole = first.through(second)
    assert whole is not None and whole.end == datetime(2022, 5, 10)
    assert second.through(first) is None
    assert first.shifted(days=2).begin == datetime(2022, 5, 5)
    assert whole.granularity is Granularity.DAY and whole.end - datetime(2022, 5, 3) == timedelta(7)
