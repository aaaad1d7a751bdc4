import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.visible import cells, cut, prose, visible
from tests.readings import CHARACTERS


def test_a_terminal_escape_is_written_out() -> None:
    assert visible("\x1b[31mred\x9b0m") == "\\x1b[31mred\\x9b0m"


def test_bidi_controls_are_written_out() -> None:
    assert visible("exe\u202egnp\u2066") == "exe\\u202egnp\\u2066"


def test_an_undecodable_byte_of_a_file_name_is_written_out() -> None:
    assert visible("a\udc80") == "a\\udc80"


def test_other_scripts_and_emoji_stay() -> None:
    text = "Müller · שלום · 中文 · 👩\u200d🚒"
    assert visible(text) == text


@given(st.text(CHARACTERS))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [c for c in shown if unicodedata.bidirectional(c) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI")]


@given(st.text(CHARACTERS))
def test_prose_is_one_line_with_single_spaces(text: str) -> None:
    shown = prose(text)
    assert "\n" not in shown and "  " not in shown
    assert shown == shown.strip()


def test_wide_characters_take_two_cells_and_combining_ones_none() -> None:
    assert [cells(text) for text in ("abc", "中文", "e\u0301", "🤷")] == [3, 4, 1, 2]


@given(st.text(CHARACTERS, min_size=1), st.integers(1, 30))
def test_a_cut_fits_and_gets_on(text: str, width: int) -> None:
    at = cut(text, width)
    assert 1 <= at <= len(text)
    assert at == 1 or cells(text[:at]) <= width
    assert at == len(text) or cells(text[: at + 1]) > width
