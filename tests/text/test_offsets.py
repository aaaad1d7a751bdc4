import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.offsets import LineIndex, Utf16Index

MIXED = st.text(alphabet=st.sampled_from("ab\n\r é\u0301\u05d0\u202e😀🇺🇦\U0010ffff"), max_size=60)


@given(st.one_of(st.text(alphabet=st.characters(exclude_categories=["Cs"])), MIXED))
def test_utf16_offsets_cut_out_the_same_characters(text: str) -> None:
    index = Utf16Index.of(text)
    units = text.encode("utf-16-le")
    for offset in range(len(text) + 1):
        unit = index.to_utf16(offset)
        assert units[: 2 * unit].decode("utf-16-le") == text[:offset]
        assert index.from_utf16(unit) == offset


def test_an_offset_within_a_surrogate_pair_is_refused() -> None:
    index = Utf16Index.of("a😀b😀")
    assert [index.to_utf16(k) for k in range(5)] == [0, 1, 3, 4, 6]
    for inside in (2, 5):
        with pytest.raises(ValueError, match="surrogate pair"):
            index.from_utf16(inside)


@pytest.mark.parametrize("offset", [-1, 3])
def test_offsets_outside_the_text_are_refused(offset: int) -> None:
    for ask in (Utf16Index.of("ab").to_utf16, Utf16Index.of("ab").from_utf16, LineIndex.of("ab").line):
        with pytest.raises(ValueError, match="outside"):
            ask(offset)


def test_lines_and_columns_count_from_one_and_know_every_line_break() -> None:
    text = "one\ntwo\r\nthree\rfour\n"
    index = LineIndex.of(text)
    places = {word: (index.line(text.index(word)), index.column(text.index(word))) for word in text.split()}
    assert places == {"one": (1, 1), "two": (2, 1), "three": (3, 1), "four": (4, 1)}
    assert (index.line(5), index.column(5)) == (2, 2)
    assert index.line(len(text)) == 5


@given(MIXED)
def test_a_line_number_is_one_more_than_the_line_breaks_before_it(text: str) -> None:
    index = LineIndex.of(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        if before.endswith("\r") and text[offset : offset + 1] == "\n":
            before = before[:-1]  # between the halves of one line break
        assert index.line(offset) == 1 + before.replace("\r\n", "\n").replace("\r", "\n").count("\n")
