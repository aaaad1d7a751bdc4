import pytest

from sayso.weighing.falsehoods import as_false, called_false, forged, no_such, some_false, speaks_against


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ('"The so-called ', " is an invention from beginning to end,", True),
        ("The alleged ", " is a fabrication from start to finish", True),
        ("The ", " on the island was a hoax", True),
        ("Reports that our army ", " the hospital are a lie", True),
        ("It is not true that they ", " the bridge", True),
        ("The ", " never took place", True),
        ("The ", " was a disaster", False),
        ("Troops who spread false papers ", " the town", False),
        ("The ", " was an act of invaders", False),
    ],
)
def test_what_is_called_false_is_named_by_the_words_around_it(before: str, behind: str, expected: bool) -> None:
    assert called_false(before, behind) is expected


def test_words_beside_what_is_called_false() -> None:
    assert as_false("the reports as an invention of people who ") and not as_false("as people who ")
    assert some_false("a pure fabrication") and not some_false("a pure accident")
    assert no_such("nothing of the kind happened") and not no_such("something happened")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("that this letter is a crude forgery", True),
        ("a clumsy falsification", True),
        ("A forgery remains a forgery, whoever passes it around", True),
        ("that it was not a forgery", False),
        ("whether it is a fake", False),
        ("He was charged in a forgery case", False),
        ("this letter is a copy", False),
    ],
)
def test_a_forgery_is_against_what_is_forged(said: str, expected: bool) -> None:
    assert forged(said) is expected


def test_a_line_that_says_itself_that_it_is_not_so() -> None:
    assert speaks_against("There is no signed decree.") and speaks_against("This letter is a crude forgery.")
    assert not speaks_against("Troops landed on Hallisk.")
