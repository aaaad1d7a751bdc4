from datetime import date

import pytest

from sayso.types.time import AnchorKind
from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("They left [today].", "2022-03-08"),
        ("They left [yesterday].", "2022-03-07"),
        ("They will leave [tomorrow].", "2022-03-09"),
        ("They left [the day before yesterday].", "2022-03-06"),
        ("They left on [Friday].", "2022-03-04"),
        ("They will leave on [Friday].", "2022-03-11"),
        ("They left on [Tuesday].", "2022-03-08"),
        ("They left [last Tuesday].", "2022-03-01"),
        ("They left [last week].", "2022-W09"),
        ("They left [last month].", "2022-02"),
        ("They left [last October].", "2021-10"),
        ("They left [last fall].", "2021-FA"),
        ("They leave [next year].", "2023"),
        ("They left [three years ago].", "2019"),
        ("They left [two months ago].", "2022-01"),
        ("They left [11 days ago].", "2022-02-25"),
        ("They left [a decade ago].", "2012"),
        ("They left in [February last year].", "2021-02"),
        ("They left over [the weekend].", "2022-W09-WE"),
    ],
)
def test_counted_from_the_document(marked: str, value: str) -> None:
    found = read(marked)
    assert found.value == value
    assert found.anchor is not None and found.anchor.kind is AnchorKind.DOCUMENT


@pytest.mark.parametrize(
    "words", ["today", "Friday", "last month", "three years ago", "the weekend", "next spring", "tonight", "last May"]
)
def test_without_a_document_date_nothing_is_guessed(words: str) -> None:
    found = read(f"They left [{words}].", None)
    assert not found.known and found.anchor is None
    assert "date" in (found.reason or "")


def test_vague_references_name_no_stretch() -> None:
    assert [read(f"It is so [{w}].").value for w in ("now", "currently")] == ["PRESENT_REF", "PRESENT_REF"]
    assert read("In [the future] it may change.").value == "FUTURE_REF"
    assert not read("It is so [now].").known


def test_a_few_months_ago_is_a_stretch_and_says_that_it_is_vague() -> None:
    found = read("They left [a few months ago].")
    assert ends("They left [a few months ago].") == ("2021-10-01", "2022-02-01")
    assert found.approximate


def test_last_and_next_skip_the_month_at_hand() -> None:
    assert read("They left [last March].").value == "2021-03"
    assert read("They left [next March].").value == "2023-03"
    assert read("They met [last Oct. 23].", date(1999, 4, 19)).value == "1998-10-23"


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("It came out [a year and a half ago].", "2020-09-01", "2020-10-01"),
        ("It came out [six and a half months ago].", "2021-08-01", "2021-09-01"),
        ("[Three years ago] tomorrow night it burned.", "2019-03-09", "2019-03-10"),
        ("[Two years ago] today it burned.", "2020-03-08", "2020-03-09"),
        ("The guns fell silent [this week].", "2022-03-07", "2022-03-09"),
        ("The guns will fall silent [this week].", "2022-03-07", "2022-03-14"),
        ("It holds, at [the time of writing], five ships.", "2022-03-08", "2022-03-09"),
        ("The theme of [this years] fair is salt.", "2022-01-01", "2023-01-01"),
    ],
)
def test_counted_to_the_day_or_up_to_it(marked: str, begin: str, end: str) -> None:
    assert ends(marked) == (begin, end)


def test_a_monday_is_no_whole_week() -> None:
    assert ends("The guns fell silent [this week].", date(2022, 3, 7)) == ("2022-03-07", "2022-03-14")


def test_the_next_weekday_of_a_story() -> None:
    assert ends("It opened on 4 January 2022. I went back the next [Tuesday].") == ("2022-01-11", "2022-01-12")
