from datetime import date

import pytest

from sayso.types.time import AnchorKind
from tests.grounding.times.support import ends, read


def test_the_texts_own_date_comes_before_the_tables() -> None:
    found = read("Russia began its invasion of Ukraine on 23 February. [Two days after the invasion] it rained.")
    assert found.anchor is not None and found.anchor.kind is AnchorKind.EVENT
    assert found.anchor.begin.day == 23 and found.anchor.name == "invasion"


def test_a_date_beside_another_use_of_the_word_does_not_begin_a_war() -> None:
    text = "He was shown with an invasion map on March 2. [Almost two weeks in], the war in Ukraine has stalled."
    assert ends(text) == ("2022-03-08", "2022-03-10")


def test_a_war_that_the_text_dates_itself_is_no_other_one() -> None:
    text = "The invasion of Russia began on 24 June 1812. [Almost two weeks in], rain stopped the carts."
    assert ends(text) == ("1812-07-06", "1812-07-08")


def test_a_date_counted_from_an_event_does_not_date_it() -> None:
    text = "He died on 31 May 1832. Five days before his death he wrote a letter. [The night before he died] it rained."
    assert ends(text) == ("1832-05-30T18:00:00", "1832-05-31T06:00:00")


def test_verbs_and_nouns_of_one_kind_are_one_event() -> None:
    text = "The depot exploded on 1 March. [Two days before the blast] a lorry had been seen."
    assert ends(text) == ("2022-02-27", "2022-02-28")


def test_nouns_of_no_list_are_found_again() -> None:
    text = "The regatta was held on 1 March. [Two days after the regatta] it rained."
    assert ends(text) == ("2022-03-03", "2022-03-04")


def test_a_date_right_behind_the_event_is_its_own() -> None:
    assert ends("[Hours after] the mutiny ended on 24 February, the column turned.")[0] == "2022-02-24"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[The day after the coup] in Myanmar the network was cut.", "2021-02-02"),
        ("[The day after the coup] in Niger the square was full.", "2023-07-27"),
        ("On [the third day of the war] with Hamas, Israel cut the power to Gaza.", "2023-10-09"),
        ("[The day after the fall of Kabul], one bakery opened.", "2021-08-16"),
    ],
)
def test_the_context_tells_which_event_of_the_table(text: str, day: str) -> None:
    assert ends(text, date(2023, 11, 1))[0] == day


def test_a_word_without_context_is_no_event_of_the_table() -> None:
    assert not read("[The day after the coup] the network was cut.").known
    assert not read("It was a busy place [two weeks before the war].").known
