from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.events.words import bare, head, stem, stems
from sayso.types.span import Span


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("the guards", "guards"),
        ("a night guard of the depot", "guard"),
        ("the commander, Ada Brenn", "commander"),
        ("Belarusian forces", "forces"),
        ("two men who fled", "men"),
        ("of the north", "north"),
    ],
)
def test_the_head_is_the_last_word_of_the_first_phrase(words: str, wanted: str) -> None:
    found = head(words, Span(0, len(words)))
    assert found is not None
    assert found.of(words) == wanted


def test_marks_alone_have_no_head() -> None:
    assert head("... --", Span(0, 6)) is None


def test_the_leading_article_goes() -> None:
    text = "and The Third Brigade "
    assert bare(text, Span(3, len(text))).of(text) == "Third Brigade"
    assert bare("the ", Span(0, 4)).of("the ") == "the"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacked", "attack"),
        ("shelled", "shelling"),
        ("struck", "strikes"),
        ("killed", "killings"),
        ("deploy", "deployment"),
        ("withdrew", "withdrawal"),
        ("DEPLOYED", "deploys"),
        ("stopped", "stop"),
        ("fled", "fleeing"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("attack", "arrest"), ("shot", "shut"), ("left", "lifted"), ("fire", "free")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=60), st.data())
def test_heads_and_bare_words_lie_within_their_span(text: str, data: st.DataObject) -> None:
    text = text + "x"
    begin = data.draw(st.integers(0, len(text) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    assert span.covers(bare(text, span))
    found = head(text, span)
    assert found is None or span.covers(found)
    assert all(stems(text, span))
