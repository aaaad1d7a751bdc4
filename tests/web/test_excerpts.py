from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.span import Span
from sayso.web.excerpts import LONGEST, excerpt
from tests.tellings import RUSK, told

TEXT = "It was quiet. Velmar troops crossed the Sella, Pavel Rusk told this paper on Monday. Nothing else is known."


def at(words: str, text: str = TEXT) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words))


def test_the_sentence_is_quoted_with_what_is_said_by_whom_and_how_marked() -> None:
    rusk = replace(RUSK, mention=at("Pavel Rusk"), cue=(at("told"),))
    said = replace(
        told("x", "d_1", rusk), span=at("Velmar troops crossed the Sella"), witnessed=(at("told this paper"),)
    )
    (piece,) = excerpt(TEXT, said).pieces
    assert [(part.text, part.roles) for part in piece] == [
        ("Velmar troops crossed the Sella", "said"),
        (", ", ""),
        ("Pavel Rusk", "source"),
        (" ", ""),
        ("told", "cue firsthand"),
        (" this paper", "firsthand"),
        (" on Monday.", ""),
    ]


def test_words_that_stand_far_apart_are_two_pieces() -> None:
    text = f"Pavel Rusk spoke. {'Much else. ' * 60}Velmar troops crossed."
    rusk = replace(RUSK, mention=at("Pavel Rusk", text), cue=())
    found = excerpt(text, replace(told("x", "d_1", rusk), span=at("Velmar troops crossed", text)))
    assert found.plain == "Pavel Rusk spoke. … Velmar troops crossed."


def test_what_lies_beyond_the_text_is_not_quoted() -> None:
    assert excerpt("", told("x", "d_1")).pieces == ()


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 500), st.integers(1, 300)), min_size=1, max_size=5))
def test_all_that_is_quoted_stands_so_in_the_text(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(begin, begin + length) for begin, length in places]
    teller = replace(RUSK, mention=spans[-1], cue=tuple(spans[1:]))
    said = replace(told("x", "d_1", teller), span=spans[0])
    for piece in excerpt(text, said).pieces:
        whole = "".join(part.text for part in piece)
        assert whole in text and 0 < len(whole) <= LONGEST
        assert all(part.text for part in piece)
    marked = "".join(part.text for piece in excerpt(text, said).pieces for part in piece if "said" in part.roles)
    if spans[0].end <= len(text):
        assert marked == spans[0].of(text)


@pytest.mark.parametrize("text", ["עברית. כוחות ולמר חצו. סוף", "\x00\u202e. Velmar\nnext"])
def test_any_writing_is_kept_as_it_is(text: str) -> None:
    found = excerpt(text, replace(told("x", "d_1"), span=Span(2, len(text))))
    assert found.plain in text
