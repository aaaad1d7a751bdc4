"""Words, marks and pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.claims.tokens import Kind, joined, quote_marks, read_aloud, tokenise
from sayso.text.quotes import quotations
from sayso.types.span import Span


def keys(text: str) -> list[str]:
    marks = quote_marks(quotations(text))
    return [t.key for t in tokenise(text, (Span(0, len(text)),), marks) if t.word]


def test_numbers_clock_times_and_apostrophes_stay_one_word() -> None:
    assert keys("At 05:30, 40,000 of the drivers' men didn't move 5% for $3.5") == (
        ["at", "05:30", "40,000", "of", "the", "drivers", "men", "didn't", "move", "5%", "for", "$3.5"]
    )


def test_marks_have_their_kinds() -> None:
    found = tokenise("One, two; (three)", (Span(0, 17),), frozenset())
    assert [t.kind for t in found if not t.word] == [Kind.COMMA, Kind.STOP, Kind.OPEN, Kind.CLOSE]


def test_quotation_marks_part_pieces_and_are_not_read() -> None:
    text = "The guard moved “to a better place” on Friday."
    tokens = tokenise(text, (Span(0, len(text) - 1),), quote_marks(quotations(text)))
    pieces = joined(text, tokens)
    assert [p.of(text) for p in pieces] == ["The guard moved", "to a better place", "on Friday"]
    assert read_aloud(text, pieces) == "The guard moved to a better place on Friday."


def test_three_dots_stand_where_words_were_cut_off() -> None:
    pieces = (Span(4, 9),)
    assert read_aloud("the guard moved", pieces, (False, True)) == "Guard …"
    assert read_aloud("the guard moved", pieces, (True, False)) == "… guard."


def test_left_out_words_and_line_breaks_part_pieces() -> None:
    text = "The mill, which\nburned, fell down"
    tokens = tokenise(text, (Span(0, len(text)),), frozenset())
    assert [p.of(text) for p in joined(text, tokens)] == ["The mill, which", "burned, fell down"]
    kept = [t for t in tokens if t.key not in (",", "which", "burned")]
    assert [p.of(text) for p in joined(text, kept)] == ["The mill", "fell down"]


def test_no_piece_begins_with_a_mark() -> None:
    text = "a “page”, not a book"
    pieces = joined(text, tokenise(text, (Span(0, len(text)),), quote_marks(quotations(text))))
    assert [p.of(text) for p in pieces] == ["a", "page", "not a book"]


def test_a_question_keeps_its_mark() -> None:
    assert read_aloud("who fled?", (Span(0, 9),)) == "Who fled?"


@given(st.text(alphabet="ab,.;:()“”\"' \n–É’5", max_size=60))
def test_pieces_lie_in_the_text_in_order_and_hold_every_word(text: str) -> None:
    tokens = tokenise(text, (Span(0, len(text)),) if text else (), quote_marks(quotations(text)))
    pieces = joined(text, tokens)
    assert all(a.end <= b.begin for a, b in zip(pieces, pieces[1:], strict=False))
    assert all("\n" not in p.of(text) and "  " not in p.of(text) for p in pieces)
    assert all(any(p.begin <= t.begin and t.end <= p.end for p in pieces) for t in tokens if t.word)
