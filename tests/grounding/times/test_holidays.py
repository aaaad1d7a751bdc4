from datetime import date, datetime

import pytest

from sayso.grounding.times.holidays import holiday
from tests.grounding.times.support import read


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1999, (11, 25)),
        ("election day", 1998, (11, 3)),
        ("election day", 2022, (11, 8)),
        ("easter", 2000, (4, 23)),
        ("memorial day", 2022, (5, 30)),
        ("labor day", 2022, (9, 5)),
        ("christmas eve", 2021, (12, 24)),
        ("orthodox easter", 2022, (4, 24)),
        ("orthodox christmas", 2023, (1, 7)),
        ("ash wednesday", 1969, (2, 19)),
    ],
)
def test_days_of_holidays(name: str, year: int, day: tuple[int, int]) -> None:
    assert holiday(name, year) == datetime(year, *day)


def test_the_nearest_one_is_meant() -> None:
    assert read("He was found on [Thanksgiving Day].", date(2000, 4, 3)).value == "1999-11-25"
    assert read("[Easter week] began.", date(2000, 4, 17)).value == "2000-W16"
    assert read("He was found [last Christmas].", date(2021, 12, 20)).value == "2020-12-25"
    assert read("He was found at [Christmas 1914].").value == "1914-12-25"


def test_unknown_without_a_date_and_for_other_names() -> None:
    assert not read("He was found on [Christmas Day].", None).known
    assert holiday("harvest day", 2020) is None


def test_a_holiday_of_last_year() -> None:
    assert read("He has had it since [last year Halloween].").value == "2021-10-31"
    assert read("He has had it since [last Halloween].").value == "2021-10-31"
