from datetime import datetime

import pytest

from sayso.types.time import TimexType
from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three days", "P3D"),
        ("16-hour", "PT16H"),
        ("5 1/2 hours", "PT5H30M"),
        ("a year and a half", "P1Y6M"),
        ("half an hour", "PT30M"),
        ("two more weeks", "P2W"),
        ("at least 72 hours", "PT72H"),
        ("several months", "PXM"),
        ("decades-long", "PXY"),
        ("day-long", "P1D"),
        ("less than a decade", "P10Y"),
        ("1 hr 4 mins", "PT1H4M"),
    ],
)
def test_lengths(words: str, value: str) -> None:
    found = read(f"It took [{words}] of work.")
    assert (found.type, found.value) == (TimexType.DURATION, value)
    assert not found.known and found.reason


def test_lengths_up_to_the_document_are_stretches() -> None:
    assert ends("For [the past two months] nothing moved.") == ("2022-01-09", "2022-03-09")
    assert not read("For [the past two months] nothing moved.", None).known
    assert read("In [recent days] nothing moved.").value == "PXD"


@pytest.mark.parametrize(
    ("words", "value"),
    [("daily", "P1D"), ("every Friday", "XXXX-WXX-5"), ("each year", "P1Y"), ("Mondays", "XXXX-WXX-1")]
    + [("every two weeks", "P2W"), ("annually", "P1Y")],
)
def test_repeated_times(words: str, value: str) -> None:
    found = read(f"They met [{words}].")
    assert (found.type, found.value, found.known) == (TimexType.SET, value, False)


def test_a_vague_number_up_to_now_reaches_as_far_as_it_can() -> None:
    found = read("Nothing moved in [the past few days].")
    assert found.approximate and (found.begin, found.end) == (datetime(2022, 3, 4), datetime(2022, 3, 9))
    assert ends("Nothing moved in [recent weeks].") == ("2022-01-26", "2022-03-09")


def test_many_years_are_calendar_years() -> None:
    assert ends("Nothing moved in [the past 30 years].") == ("1993-01-01", "2022-03-09")
    assert ends("Nothing moved in [the past five years].") == ("2017-03-09", "2022-03-09")
