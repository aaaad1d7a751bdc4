import pytest

from sayso.weighing.withdrawals import withdrawals


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The defence withdrew its statement that troops had entered.", "withdrew its statement"),
        ("Kestrel News retracted a report that a missile was fired.", "retracted"),
        ("Kestrel News corrected its earlier report.", "corrected its earlier report"),
        ("It apologised for the error.", "apologised for the error"),
        ("He deleted his post and said it was wrong.", "deleted his post"),
        ("The agency admitted that its report was false.", "admitted that its report was false"),
        ("The agency issued a correction.", "issued a correction"),
        ("The mayor took back his words.", "took back his words"),
    ],
)
def test_words_that_take_something_back(text, words):
    assert [w.span.of(text) for w in withdrawals(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The army withdrew its troops from Garda.",
        "The army did not withdraw its statement.",
        "Norrin demanded that Kestrel News retracted the report.",
        "If the agency retracted it, nobody noticed.",
        "The minister said the report was false.",
        "She said it was wrong to shell the town.",
        "He deleted the post.",
        "Nothing else is known.",
        "",
    ],
)
def test_what_is_no_withdrawal(text):
    assert withdrawals(text) == ()


def test_who_is_meant_shows_in_the_form():
    (passive,) = withdrawals("The claim that he had fled was later retracted.")
    (itself,) = withdrawals("An earlier version of this article wrongly said that he had fled.")
    assert passive.passive and not passive.itself
    assert itself.itself and not itself.passive
