import pytest

from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("the 1990s", "1990-01-01", "2000-01-01"),
        ("the '80s", "1980-01-01", "1990-01-01"),
        ("the sixties", "1960-01-01", "1970-01-01"),
        ("the 1600s", "1600-01-01", "1700-01-01"),
        ("the 19th century", "1800-01-01", "1900-01-01"),
        ("spring 2021", "2021-03-01", "2021-06-01"),
        ("the winter of 1776-77", "1776-12-01", "1777-03-01"),
        ("the third quarter of 2021", "2021-07-01", "2021-10-01"),
        ("Q1 2022", "2022-01-01", "2022-04-01"),
        ("the second half of 2021", "2021-07-01", "2022-01-01"),
        ("the first Monday of March 2022", "2022-03-07", "2022-03-08"),
        ("the last Sunday in May 2021", "2021-05-30", "2021-05-31"),
        ("World War II", "1939-09-01", "1945-09-03"),
        ("the Cold War", "1947-01-01", "1992-01-01"),
    ],
)
def test_long_stretches(words: str, begin: str, end: str) -> None:
    assert ends(f"It was built in [{words}].") == (begin, end)


def test_a_fiscal_year_begins_on_an_unknown_day() -> None:
    found = read("The budget of [fiscal year 2021] grew.")
    assert found.value == "FY2021" and not found.known
    assert "fiscal" in (found.reason or "")
    assert read("The budget of [FY21] grew.").value == "FY2021"


def test_a_season_without_year_is_any_year() -> None:
    assert not read("[Summers] are hot.").known
    assert read("Prices fell in [the summer].").value == "2021-SU"
    assert read("Prices fell in [the summer].", None).value == "XXXX-SU"


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("It stood from the [15th] to the 19th century.", "1400-01-01", "1900-01-01"),
        ("It stood in [the twelfth to sixteenth centuries].", "1100-01-01", "1600-01-01"),
        ("It grew in [the late 19th and early 20th centuries].", "1875-01-01", "1925-01-01"),
        ("I am publishing it in [the spring].", "2022-03-01", "2022-06-01"),
        ("I will publish it in [the autumn].", "2022-09-01", "2022-12-01"),
        ("He was a child on [9/11].", "2001-09-11", "2001-09-12"),
        ("About [the winter of 373 - 374] he fell ill.", "0373-12-01", "0374-03-01"),
    ],
)
def test_stretches_told_in_other_ways(marked: str, begin: str, end: str) -> None:
    assert ends(marked) == (begin, end)


def test_an_age_is_no_decade() -> None:
    found = read("She was at sea into [her 80s].")
    assert not found.known and found.reason == "the words tell an age, not a decade"
