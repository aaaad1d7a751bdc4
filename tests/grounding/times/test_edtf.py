import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.edtf import edtf
from sayso.grounding.times.intervals import Interval
from sayso.types.time import Granularity

DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?~?"
WHOLE = re.compile(rf"{DATE}|\d{{3}}X|\d\dXX|{DATE}/{DATE}|\.\./{DATE}|{DATE}/\.\.|\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (cal.day_of(2022, 3, 8), "2022-03-08"),
        (cal.month(2022, 3), "2022-03"),
        (cal.years(2022, 1), "2022"),
        (cal.years(1990, 10, Granularity.DECADE), "199X"),
        (cal.years(1900, 100, Granularity.CENTURY), "19XX"),
        (cal.season(2021, "SP"), "2021-21"),
        (cal.quarter(2021, 3), "2021-35"),
        (cal.clock(datetime(2022, 3, 8), 5, 30), "2022-03-08T05:30:00"),
        (cal.week(datetime(2022, 3, 8)), "2022-03-07/2022-03-13"),
        (cal.part_of_day(datetime(2022, 3, 7), "night"), "2022-03-07/2022-03-08"),
        (cal.part_of_day(datetime(2022, 3, 7), "morning"), "2022-03-07"),
        (Interval(None, datetime(2022, 4, 6), Granularity.DAY), "../2022-04-05"),
        (Interval(datetime(2022, 3, 4), None, Granularity.DAY), "2022-03-04/.."),
        (Interval(datetime(2022, 2, 26), datetime(2022, 3, 3), Granularity.DAY, True), "2022-02-26~/2022-03-02~"),
    ],
)
def test_forms(interval: Interval, text: str) -> None:
    assert edtf(interval) == text


def test_only_utc_is_written_as_a_zone() -> None:
    moment = cal.clock(datetime(2022, 3, 8), 5, 30)
    assert edtf(moment, "GMT") == "2022-03-08T05:30:00Z"
    assert edtf(moment, "Kyiv time") == "2022-03-08T05:30:00"


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(2900, 1, 1)),
    st.timedeltas(min_value=cal.DAY / 24, max_value=400 * cal.DAY),
    st.sampled_from([Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.HOUR, Granularity.PART_OF_DAY]),
    st.booleans(),
)
def test_every_interval_has_a_form_of_the_standard(begin, length, kind, vague) -> None:  # type: ignore[no-untyped-def]
    assert WHOLE.fullmatch(edtf(Interval(begin, begin + length, kind, vague)))
