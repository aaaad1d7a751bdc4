"""The ends of a wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.claims.tokens import Token, tokenise
from sayso.grounding.claims.trim import LONGEST, beginning, shortened, tidy, without_that, words
from sayso.types.span import Span


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(text, (Span(0, len(text)),), frozenset()) if text else ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("that they fled", "they"),
        ("that letter was read", "letter"),
        ("However, they fled", "they"),
        ("But they fled", "they"),
        ("In addition, the bridge fell", "the"),
        ("in addition to the bridge", "in"),
        ("Then on Friday the bridge fell", "on"),
        ("whether soldiers had left", "soldiers"),
        ("14:02 A house fell", "a"),
        ("Still waters run deep", "still"),
        ("Yet", "yet"),
    ],
)
def test_what_ties_a_claim_to_the_sentence_before_is_passed_over(text: str, first: str) -> None:
    found = tokens(text)
    assert found[beginning(found)].key == first


def test_dangling_words_go_but_the_trigger_and_a_natural_end_stay() -> None:
    found = tokens("and they fled because of the")
    assert [t.key for t in tidy(found, ())] == ["they", "fled"]
    asked = tokens("nobody said whose it is")
    assert [t.key for t in tidy(asked, (), asked[-1].begin)][-1] == "is"
    assert [t.key for t in tidy(found, {found[-1].begin})][-1] == "the"


def test_a_long_line_ends_behind_its_arguments() -> None:
    text = "The rebels took the port of Marl on Friday, " + "after weeks of talks in the capital " * 6
    found = tokens(text.strip())
    trigger = [t.begin for t in found if t.key == "took"]
    short = shortened(found, trigger, {t.begin for t in found if t.key == "friday"})
    assert words(short) <= LONGEST
    assert {"took", "friday"} <= {t.key for t in short}


@given(st.lists(st.sampled_from("a man , and of fled to Marl ; in which was".split()), max_size=90), st.data())
def test_a_shortened_line_holds_its_trigger_and_is_short(parts: list[str], data: st.DataObject) -> None:
    found = tokens(" ".join(parts))
    if not any(t.word for t in found):
        return
    trigger = data.draw(st.sampled_from([t for t in found if t.word]))
    short = shortened(found, [trigger.begin], ())
    assert trigger in short
    assert words(short) <= LONGEST
    assert [t for t in found if t in short] == short


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("that Minsk had no plans", "minsk"),  # "said that ..., and that Minsk had no plans"
        ("that its vehicles were counted", "its"),
        ("that letter was read", "that"),
        ("That the island was cut off has a reason", "that"),
        ("that fled", "that"),
    ],
)
def test_the_that_of_a_second_content_goes(text: str, first: str) -> None:
    assert without_that(text, tokens(text))[0].key == first
