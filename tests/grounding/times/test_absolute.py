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
