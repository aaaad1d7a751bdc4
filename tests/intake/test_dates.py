from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.dates import FULL_DATE, iso_date, written_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2022-03-08", "2022-03-08"),
        ("2022-03-08T10:00:00Z", "2022-03-08T10:00:00+00:00"),
        ("2022-03-08T10:00:00.000+0200", "2022-03-08T10:00:00+02:00"),
        ("2022-03-08 10:00:00 +02:00", "2022-03-08T10:00:00+02:00"),
        ("2022-03-08 10:00", "2022-03-08T10:00:00"),
        ("Tue, 08 Mar 2022 10:00:00 GMT", "2022-03-08T10:00:00+00:00"),
        (" 8  March 2022 ", "2022-03-08"),
        ("March 8, 2022", "2022-03-08"),
        ("Tuesday, March 8th, 2022", "2022-03-08"),
        ("8 Sept. 2022", "2022-09-08"),
        ("March 8, 2022 at 9:15 pm EST", "2022-03-08"),
    ],
)
def test_full_dates(words: str, expected: str) -> None:
    assert iso_date(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "", "yesterday", "March 2022", "2022", "03/08/2022", "31 February 2022", "2022-13-01", "8 March 2022 or so",
        "0001-01-01T00:00:00", "1646697600", "20220308", "Tue, 99 Mar 2022 10:00:00 GMT", "1 May 2022 " * 9,
    ],
)  # fmt: skip
def test_what_is_no_full_date_or_has_two_readings_stays_unknown(words: str) -> None:
    assert iso_date(words) is None


@given(st.dates(min_value=date(1600, 1, 1)))
def test_every_day_survives_being_written_out(day: date) -> None:
    for written in (day.isoformat(), f"{day.day} {day:%B} {day.year:04}", f"{day:%b} {day.day}, {day.year:04}"):
        assert iso_date(written) == day.isoformat()


@given(st.one_of(st.text(), st.from_regex(FULL_DATE, fullmatch=True)))
def test_no_words_break_it(words: str) -> None:
    found = iso_date(words)
    assert found is None or found[:4].isdecimal()
    if match := FULL_DATE.fullmatch(words):
        assert written_date(match) is None or written_date(match) == iso_date(words) or len(words) > 80
