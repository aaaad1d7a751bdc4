from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.features import GAPS, QUOTES, SHAPES, gap, quotation_marks, shape


def names(text: str) -> list[str]:
    return [QUOTES[code] for code in quotation_marks(text)]


def test_shapes_tell_case_digits_and_marks() -> None:
    told = {
        w: SHAPES[shape(w)] for w in ("army", "Minsk", "NATO", "V", "iPhone", "33", "T72", ",", "”", "’", "—", "?", "€")
    }
    assert told == {
        "army": "lower",
        "Minsk": "title",
        "NATO": "upper",
        "V": "initial",
        "iPhone": "mixed",
        "33": "digits",
        "T72": "alphanumeric",
        ",": "comma",
        "”": "quote",
        "’": "apostrophe",
        "—": "dash",
        "?": "ending",
        "€": "symbol",
    }


def test_quotation_is_inside_between_its_marks() -> None:
    assert names("a “bc” d") == ["outside"] * 2 + ["opening", "inside", "inside", "closing"] + ["outside"] * 2


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert names("“ab\ncd")[-2:] == ["outside", "outside"]
    assert names("“ab\ncd")[:3] == ["opening", "inside", "inside"]


def test_apostrophes_open_nothing() -> None:
    assert set(names("the generals’ men don't know the army's plan")) == {"outside"}


def test_gap_counts_lines() -> None:
    assert [GAPS[gap(x)] for x in ("", " ", " \n", "\r\n\r\n")] == ["none", "space", "line", "paragraph"]


@given(st.text(alphabet="ab “”\"'‘’«»„\n", max_size=200))
def test_one_known_code_for_each_code_point(text: str) -> None:
    codes = quotation_marks(text)
    assert len(codes) == len(text)
    assert all(0 < code < len(QUOTES) for code in codes)


@given(st.text(min_size=1, max_size=12))
def test_every_word_has_a_shape(word: str) -> None:
    assert 0 < shape(word) < len(SHAPES)
