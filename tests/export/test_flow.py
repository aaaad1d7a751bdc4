import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.flow import GLUE, Piece, clipped, flow, paint, shorten
from sayso.export.visible import cells, prose
from tests.readings import CHARACTERS


def test_lines_keep_the_width_and_the_margin() -> None:
    lines = flow([Piece("one two three"), Piece("four", "cue")], 16, "1  ", "   ", False)
    assert lines == ["1  one two three", "   four"]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert flow([Piece("x" * 25)], 10, "", "", False) == ["x" * 10, "x" * 10, "x" * 5]


def test_glued_words_stay_together() -> None:
    assert flow([Piece(f"aaaa line{GLUE}3")], 10, "", "", False) == ["aaaa", "line 3"]


def test_colour_is_put_around_words_and_only_if_wanted() -> None:
    assert flow([Piece("a b", "cue"), Piece("c")], 20, "", "", True) == ["\x1b[33ma b\x1b[0m c"]
    assert paint("a", "cue", False) == "a"


def test_no_words_make_one_line() -> None:
    assert flow([], 20, "> ", "  ", False) == ["> "]


@given(st.lists(st.text(CHARACTERS, max_size=30), max_size=5), st.integers(12, 60))
def test_no_line_is_too_long_and_no_word_is_lost(texts: list[str], width: int) -> None:
    pieces = [Piece(prose(text), "cue") for text in texts]
    lines = flow(pieces, width, "> ", "  ", False)
    assert all(cells(line) <= width for line in lines)
    kept = "".join(line[2:] for line in lines)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", "".join(p.text for p in pieces))


def test_a_short_text_stays_whole() -> None:
    assert shorten("a b c", 5) == ("a b c", 0)


def test_a_long_text_is_cut_between_words_and_the_rest_counted() -> None:
    assert shorten("one two three four", 9) == ("one two", 2)
    assert clipped("one two three four", 9) == "one two …"


@given(st.text(CHARACTERS, max_size=60).map(prose), st.integers(1, 40))
def test_what_is_kept_is_a_beginning(text: str, limit: int) -> None:
    kept, left_out = shorten(text, limit)
    assert text.startswith(kept)
    assert (left_out == 0) == (kept == text)
