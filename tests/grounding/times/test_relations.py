import pytest

from tests.grounding.times.support import ends, read


@pytest.mark.parametrize(
    ("marked", "begin", "end"),
    [
        ("It has rained since [Friday].", "2022-03-04", None),
        ("It has rained [since Friday].", "2022-03-04", None),
        ("It stays shut until [5 April].", None, "2022-04-06"),
        ("Reservists report by [1 April].", None, "2022-04-02"),
        ("No ship left before [24 February].", None, "2022-02-24"),
        ("Nobody saw him after [2 March].", "2022-03-03", None),
        ("Lines have been dead since [4 a.m.] on Monday.", "2022-03-07T04:00:00", None),
    ],
)
def test_words_of_relation_open_one_side(marked: str, begin: str | None, end: str | None) -> None:
    assert ends(marked) == (begin, end)


def test_the_value_describes_the_words_alone() -> None:
    found = read("It has rained since [Friday].")
    assert (found.value, found.relation, found.edtf) == ("2022-03-04", "since", "2022-03-04/..")


@pytest.mark.parametrize(
    "marked",
    ["They met after [Friday]'s vote.", "They left shortly before [Friday].", "Since the [March 4] attack it rains."],
)
def test_a_date_that_describes_a_noun_stays_closed(marked: str) -> None:
    assert ends(marked) == ("2022-03-04", "2022-03-05")


def test_the_ends_of_a_range_share_its_interval() -> None:
    whole = ("2022-02-03", "2022-02-10")
    assert ends("It went on from [February 3] to February 9.") == whole
    assert ends("It went on from February 3 to [February 9].") == whole
    assert ends("He ruled from [1990] until 1994.") == ("1990-01-01", "1995-01-01")
    assert ends("They met on [February 3] and February 9.") == ("2022-02-03", "2022-02-04")
