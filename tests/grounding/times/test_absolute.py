from datetime import date

import pytest

from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("It fell on [8 March 2021].", "2021-03-08"),
        ("It fell on [Monday, March 8th, 2021].", "2021-03-08"),
        ("It fell on [the 5th of May 2019].", "2019-05-05"),
        ("It fell on [2021-03-08].", "2021-03-08"),
        ("It fell on [25/02/2022].", "2022-02-25"),
        ("It fell in [May, 1750].", "1750-05"),
        ("It fell in [1812].", "1812"),
        ("It fell in [347 AD].", "0347"),
        ("The town was taken in [866].", "0866"),
        ("The abbot (c. [347] to 420) wrote it.", "0347"),
        ("The fort was built in the year [71].", "0071"),
        ("It fell in [nineteen seventy-two].", "1972"),
        ("It fell in [April of fifteen eighteen].", "1518-04"),
        ("It fell on [the fifth of January 2020].", "2020-01-05"),
        ("It fell on [March twenty-first, 2020].", "2020-03-21"),
        ("[Sept15,1946], Dear Ada", "1946-09-15"),
    ],
)
def test_dates_that_name_their_year(marked: str, value: str) -> None:
    assert read(marked).value == value


def test_the_year_left_out_is_the_documents() -> None:
    assert ends("Ships met on [March 2].") == ("2022-03-02", "2022-03-03")
    assert ends("Ships met in [November].") == ("2021-11-01", "2021-12-01")
    assert ends("Ships will meet in [November].") == ("2022-11-01", "2022-12-01")
    assert ends("Ships met on [December 30].", date(2022, 1, 4)) == ("2021-12-30", "2021-12-31")


def test_the_year_left_out_is_the_storys_in_a_history() -> None:
    text = "He enlisted on 3 May 1831. He was released on 29 April 1832. On 2 June 1832 he wrote. He fell on [5 June]."
    assert read(text).value == "1832-06-05"


def test_days_in_a_row_share_their_month() -> None:
    assert read("They met on April 24 and [25].").value == "2022-04-25"
    assert read("They met between [3] and 9 May 2021.").value == "2021-05-03"


@pytest.mark.parametrize("words", ["31 June", "30 February", "Feb. 29, 2023", "45 May 2020", "2022-13-01"])
def test_impossible_days_have_a_reason_and_no_interval(words: str) -> None:
    found = read(f"They met on [{words}].")
    assert not found.known
    assert found.reason


def test_an_order_of_figures_that_is_open_stays_open() -> None:
    found = read("It was dated [05/02/2019].")
    assert not found.known and "order" in (found.reason or "")
    assert read("It was dated [05/02/2013].", date(2013, 5, 3)).value == "2013-05-02"


@pytest.mark.parametrize(
    "marked",
    ["They lost [1990] men.", "They fired [2565] rounds.", "He aimed at [2565].", "[walk 2] was long."],
)
def test_numbers_that_look_like_dates_are_none(marked: str) -> None:
    found = read(marked)
    assert not found.known and found.reason


def test_without_a_document_date_the_year_is_unknown() -> None:
    found = read("Ships met on [March 2].", None)
    assert found.value == "XXXX-03-02" and not found.known
    assert "no date" in (found.reason or "")
    assert read("Ships met in [March].", None).value == "XXXX-03"


def test_old_letters_count_from_the_story() -> None:
    text = (
        "On 17 September 1859 he wrote. On 2 May 1860 and on 3 May 1860 too. The edict of the [12th of October last]."
    )
    assert read(text).value == "1859-10-12"


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("It ran from [March] to August 2011.", "2011-03"),
        ("It ran from [November] to early February 2011.", "2010-11"),
        ("It ran from [3 May] to 5 June 2011.", "2011-05-03"),
        ("It ran between [May 3] and June 5, 2011.", "2011-05-03"),
    ],
)
def test_the_year_at_the_end_of_a_range_is_the_years_of_both_ends(marked: str, value: str) -> None:
    assert read(marked).value == value


def test_in_a_text_without_a_date_the_other_dates_may_tell_the_year() -> None:
    text = "The war began in February 2022. On [March 2] a map was shown. A paper of March 7, 2022, has it."
    found = read(text, None)
    assert found.value == "2022-03-02"
    assert found.anchor is not None and found.anchor.name == "March 7, 2022"
    assert ends("On [28 December] a bridge fell. It was mended by 5 January 2022.", None)[0] == "2021-12-28"


@pytest.mark.parametrize(
    "marked",
    [
        "The war began in February 2014, and a new one on 24 February 2022. On [March 2] a map was shown.",
        "A paper of 7 September 2021 has it. On [March 2] a map was shown.",
        "On [March 2] a map was shown.",
    ],
)
def test_they_tell_no_year_if_they_are_of_several_or_far_off(marked: str) -> None:
    found = read(marked, None)
    assert not found.known and found.reason and "no year" in found.reason


def test_a_story_of_long_ago_keeps_its_year() -> None:
    story = "In 1812 the army crossed the Niemen. On [7 September] it fought at Borodino."
    assert read(story).value == "1812-09-07"
    assert read("The fort, built in 1812, was hit. On [3 March] its roof fell in.").value == "2022-03-03"
    assert read("In 1812 the army crossed.\n\nOn [3 March] a depot burned.").value == "2022-03-03"


def test_post_and_pre_open_one_end() -> None:
    assert ends("The [post-2014] rules are strict.") == ("2015-01-01", None)
    assert ends("The [pre-2014] rules were not.") == (None, "2014-01-01")


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("It was on [31 June].", "the calendar has no such day"),
        ("It was on [30 February 2022].", "the calendar has no such day"),
        ("It was on [29 February 2023].", "the calendar has no such day"),
        ("It was on [32 March].", "no month has a day 32"),
        ("It was on [0 May].", "no month has a day 0"),
        ("It was on [March] 99, 2022.", "no month has a day 99"),
        ("It was on [13/13/2021].", "the calendar has no such day"),
        ("It was on [05/04/2021].", "day and month may stand in either order"),
        ("He lives in room [1914].", "the figures number something; they are not a year"),
        ("They cited Resolution [1973].", "the figures number something; they are not a year"),
        ("They took [2022] prisoners.", "the figures count something; they are not a year"),
    ],
)
@pytest.mark.parametrize("published", [date(2022, 3, 8), None])
def test_impossible_dates_and_numbers_that_look_like_dates(marked: str, why: str, published: date | None) -> None:
    found = read(marked, published)
    assert not found.known and found.reason == why


def test_soldiers_after_a_month_are_no_day() -> None:
    assert ends("In [March] 45 soldiers fell.") == ("2022-03-01", "2022-04-01")
