import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.times.words import number, ordinal, plain, unit_of


@pytest.mark.parametrize(
    ("words", "value"),
    [("12", 12), ("a", 1), ("half an", 0.5), ("twenty-one", 21), ("one hundred and five", 105), ("5 1/2", 5.5)]
    + [("two and a half", 2.5), ("3,000", 3000), ("seventeen", 17), ("a hundred", 100)],
)
def test_numbers_in_words_and_figures(words: str, value: float) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "many", "twelve-ish", "1.2.3"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert number(words) is None


def test_ordinals() -> None:
    assert [ordinal(w) for w in ("3rd", "second", "twenty-first", "one hundredth", "100th")] == [3, 2, 21, 100, 100]


def test_units_lose_plural_and_abbreviation() -> None:
    assert [unit_of(w) for w in ("days", "hrs", "yr", "centuries", "mins")] == [
        "day",
        "hour",
        "year",
        "century",
        "minute",
    ]


def test_plain_form_of_tokenised_and_typeset_words() -> None:
    assert plain("3: 30 A. M") == "3:30 am"
    assert plain("5–6  September\n2019,") == "5-6 september 2019"
    assert plain("Friday’s") == "friday"
    assert plain("the 1930’s") == "the 1930's"


@given(st.text(max_size=60))
def test_plain_form_is_stable(words: str) -> None:
    once = plain(words)
    assert "  " not in once
    assert once == once.strip()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[Ten] years ago", "ten years ago"),
        ("last uh August", "last august"),
        ("twenty sixteen", "2016"),
        ("nineteen oh five", "1905"),
        ("twenty-one days", "twenty-one days"),
        ("twelve fifteen", "twelve fifteen"),
        ("class of '71", "class of '71"),
        ("'71", "'71"),
        ("the Fourth of July", "the fourth of july"),
        ("the second half of May", "the second half of may"),
    ],
)
def test_words_in_plain_form(words: str, shown: str) -> None:
    assert plain(words) == shown
