import pytest

from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("early March 2021", "2021-03-01", "2021-03-11"),
        ("mid-March 2021", "2021-03-11", "2021-03-21"),
        ("late February 2021", "2021-02-21", "2021-03-01"),
        ("the end of July 2021", "2021-07-21", "2021-08-01"),
        ("late 2021", "2021-09-01", "2022-01-01"),
        ("the end of 2021", "2021-12-01", "2022-01-01"),
        ("the early 2000s", "2000-01-01", "2005-01-01"),
        ("the late 20th century", "1975-01-01", "2000-01-01"),
        ("the second half of July 2021", "2021-07-16", "2021-08-01"),
        ("the last week of May 2021", "2021-05-25", "2021-06-01"),
        ("the first three months of 2021", "2021-01-01", "2021-04-01"),
        ("the week of March 6", "2022-02-28", "2022-03-07"),
        ("6-8 June 2021", "2021-06-06", "2021-06-09"),
        ("June 6-8, 2021", "2021-06-06", "2021-06-09"),
        ("between 3 and 9 May 2021", "2021-05-03", "2021-05-10"),
        ("from March to May 2021", "2021-03-01", "2021-06-01"),
        ("1990-95", "1990-01-01", "1996-01-01"),
    ],
)
def test_parts_and_ranges(words: str, begin: str, end: str) -> None:
    assert ends(f"It went on in [{words}].") == (begin, end)


def test_the_end_of_the_year_is_the_documents_year() -> None:
    assert ends("It must be ready [by the end of the year].") == (None, "2023-01-01")
    assert read("It must be ready [by the end of the year].", None).reason


def test_ranges_of_clock_times() -> None:
    assert ends("It went on [between 2 and 4 a.m.] on Monday.") == ("2022-03-07T02:00:00", "2022-03-07T04:00:00")
    assert ends("Curfew runs [from 2000 to 0600] as of 7 March.") == ("2022-03-07T20:00:00", "2022-03-08T06:00:00")


def test_a_range_that_ends_before_it_begins_is_unknown() -> None:
    found = read("It went on [from 9 May 2021 to 3 May 2021].")
    assert not found.known and found.reason
