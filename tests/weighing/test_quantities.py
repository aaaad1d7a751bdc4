import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.span import Span
from sayso.weighing.quantities import quantities
from tests.readings import CHARACTERS


def values(text):
    return [q.value for q in quantities(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a column of 33 vehicles", ["33"]),
        ("two soldiers and 1,400 shells", ["2", "1400"]),
        ("1 400 men", ["1400"]),
        ("a dozen men, two dozen women", ["12", "24"]),
        ("half a dozen, a couple of cars", ["6", "2"]),
        ("hundreds of people, tens of thousands of others", ["100s", "10000s"]),
        ("several hundred men", ["100s"]),
        ("1.4 million refugees", ["1400000"]),
        ("two hundred and fifty thousand", ["250000"]),
        ("twenty-four prisoners", ["24"]),
        ("$3m and €2.5bn", ["3000000", "2500000000"]),
        ("40 per cent, 5%", ["40%", "5%"]),
        ("between 20 and 30, or 20-30", ["20", "30", "20", "30"]),
        ("one soldier of the three", ["1", "3"]),
        ("a 33-vehicle convoy", ["33"]),
    ],
)
def test_numbers_are_the_same_however_they_are_written(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the 4th Brigade fired a T-72 and an S-300",
        "at 10:30 and at 5am on 12 March, or March 3",
        "killed in 2014",
        "Flight MH17, 155mm shells",
        "near Kilometre 40 was hit",
        "no one saw the other one",
        "a two-day raid by someone",
    ],
)
def test_names_times_and_pronouns_are_no_quantities(text):
    assert values(text) == []


@given(st.integers(0, 10**9))
def test_separators_change_nothing(number):
    assert values(f"there were {number:,} shells") == values(f"there were {number} shells") == [str(number)]


@given(st.text(CHARACTERS | st.sampled_from("0123456789,. -"), max_size=40), st.data())
def test_spans_lie_in_the_stretch_in_order(text, data):
    if not text:
        return
    begin = data.draw(st.integers(0, len(text) - 1))
    stretch = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    found = list(quantities(text, stretch))
    assert all(stretch.covers(q.span) and q.value for q in found)
    assert [q.span for q in found] == sorted(q.span for q in found)
