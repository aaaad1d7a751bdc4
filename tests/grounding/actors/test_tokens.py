import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.actors.tokens import between, singular, tokens
from sayso.text.sentences import sentences


def test_a_possessive_ending_is_told_and_left_out() -> None:
    text = "Niger's army met the ministers' envoys."
    found = tokens(text, sentences(text))
    assert [(text[w.begin : w.end], w.possessive) for w in found][:2] == [("Niger", True), ("army", False)]
    assert [w.possessive for w in found if w.key == "ministers"] == [True]


def test_a_comma_parts_words_and_a_blank_does_not() -> None:
    text = "Lund, the mayor, came. Nobody saw “her”."
    assert [w.key for w in tokens(text, sentences(text)) if w.apart] == ["lund", "the", "came", "nobody", "her"]


@given(st.text(max_size=120))
def test_every_word_stands_where_it_says(text: str) -> None:
    found = tokens(text, sentences(text))
    for one, other in zip(found, found[1:], strict=False):
        assert one.end <= other.begin
    assert all(0 <= w.begin < w.end <= len(text) and text[w.begin].isalnum() for w in found)


def test_words_are_looked_up_by_place() -> None:
    text = "one two three"
    found = tokens(text, sentences(text))
    assert list(between(found, 4, 8)) == [1]


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("ministries", "ministry"),
        ("policemen", "policeman"),
        ("witnesses", "witness"),
        ("forces", "forces"),
        ("bus", "bus"),
    ],
)
def test_nouns_in_the_singular(plural: str, single: str) -> None:
    assert singular(plural) == single
