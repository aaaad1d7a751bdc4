import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.tokens import Tokenizer
from sayso.reading.windows import cut, inputs


def test_short_text_is_one_window(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.tokenize("The army said so.")
    (window,) = cut(tokens, 64, 16)
    assert (window.begin, window.end, window.core_begin, window.core_end) == (0, 5, 0, 5)


def test_inputs_stand_between_markers(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.tokenize("The army said so.")
    (window,) = cut(tokens, 64, 16)
    arrays = inputs(tokens, window, tokenizer.cls, tokenizer.sep, 64)
    assert (arrays.ids[0], arrays.ids[-1]) == (tokenizer.cls, tokenizer.sep)
    assert arrays.first.tolist() == [1, 2, 3, 4, 5]
    assert len(arrays.ids) == len(arrays.shape) == len(arrays.quote) == len(arrays.gap)


def test_overlap_must_leave_room(tokenizer: Tokenizer) -> None:
    with pytest.raises(ValueError, match="cannot overlap"):
        cut(tokenizer.tokenize("a b"), 10, 8)


@given(
    st.lists(st.sampled_from(["said", "Łukaszenka", "denied,", "\n\n", "“no”", "x" * 150]), max_size=120),
    st.integers(12, 60),
    st.integers(0, 8),
)
def test_cores_tile_the_words_and_windows_fit(tokenizer: Tokenizer, parts: list[str], size: int, overlap: int) -> None:
    tokens = tokenizer.tokenize(" ".join(parts))
    windows = cut(tokens, size, overlap)
    covered = [k for w in windows for k in range(w.core_begin, w.core_end)]
    assert covered == list(range(len(tokens)))
    for w in windows:
        assert w.begin <= w.core_begin <= w.core_end <= w.end
        assert len(inputs(tokens, w, tokenizer.cls, tokenizer.sep, size).ids) <= size


def test_windows_end_with_paragraphs_and_go_on_with_some_context(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.tokenize("\n".join(["The army said so once more."] * 9))
    windows = cut(tokens, 34, 8)
    assert len(windows) > 1
    for before, after in zip(windows, windows[1:], strict=False):
        assert before.core_end == before.end == after.core_begin
        assert tokens.paragraph[before.end] > tokens.paragraph[before.end - 1]
        assert 0 < after.core_begin - after.begin <= 8


def test_a_long_paragraph_is_shared_by_two_windows(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.tokenize("the army said " * 30)
    first, second = cut(tokens, 64, 16)[:2]
    assert first.end - second.begin == 16
    assert second.begin < first.core_end == second.core_begin < first.end
