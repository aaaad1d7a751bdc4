import pytest

from sayso.lineage.words_weight import bare, denied, name_like, negations, numbers


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("we will go", "we will not go"),
        ("they do", "they don’t"),
        ("a legal act", "an illegal act"),
        ("the confirmed report", "the unconfirmed report"),
        ("this is so", "this isnot so"),
        ("somebody came", "nobody came"),
        ("with orders", "without orders"),
    ],
)
def test_a_denial_is_seen_in_both_directions(first: str, second: str) -> None:
    assert denied(first.split(), second.split())
    assert denied(second.split(), first.split())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("we do not go", "we don't go"),
        ("at least five", "no fewer than five"),
        ("the ted talk", "the talk"),
        ("we are ready", "we are prepared"),
    ],
)
def test_other_wording_is_no_denial(first: str, second: str) -> None:
    assert not denied(first.split(), second.split())


def test_negations_are_counted() -> None:
    assert negations("They never said they couldn’t".split()) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.2 million people", "1,200,000 people"),
        ("fifty men", "50 men"),
        ("twenty - five men", "25 men"),
        ("two hundred", "200"),
        ("a dozen shells", "12 shells"),
        ("5000", "5,000"),
    ],
)
def test_one_number_in_two_forms_is_one_number(first: str, second: str) -> None:
    assert numbers(first.split()) == numbers(second.split()) != numbers([])


@pytest.mark.parametrize(
    ("first", "second"),
    [("five men", "six men"), ("3.5", "35"), ("2 million", "2 billion"), ("1 and 2", "12"), ("7", "")],
)
def test_numbers_that_differ(first: str, second: str) -> None:
    assert numbers(first.split()) != numbers(second.split())


def test_endless_digits_are_compared_as_they_stand() -> None:
    assert numbers(["7" * 1_000_000]) == numbers(["7" * 1_000_000]) != numbers(["8" * 1_000_000])


def test_names() -> None:
    assert name_like("Kyiv") and not name_like("city") and not name_like("I")
    assert bare("Lenko’s") == bare("LENKO") == "lenko"


def test_no_one_is_nobody_and_no_number() -> None:
    assert not numbers("no one here".split())
    assert numbers("no more than one boat".split()) == {"1": 1}
    assert not denied("nobody here knows".split(), "no one here knows".split())
