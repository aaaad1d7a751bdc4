import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.tokens import CHUNK, Tokenizer


def words(tokenizer: Tokenizer, text: str) -> list[str]:
    tokens = tokenizer.tokenize(text)
    return [text[b:e] for b, e in zip(tokens.begin, tokens.end, strict=True)]


def test_words_are_cut_at_spaces_and_marks(tokenizer: Tokenizer) -> None:
    text = "“We won’t,” said Łukaszenka’s aide."
    assert words(tokenizer, text) == ["“", "We", "won", "’", "t", ",", "”", "said", "Łukaszenka", "’", "s", "aide", "."]


def test_offsets_survive_emoji_combining_marks_and_right_to_left(tokenizer: Tokenizer) -> None:
    text = "🚨 Cafe\u0301 burned, قال الجيش 👩‍👩‍👧 again"
    found = words(tokenizer, text)
    assert "burned" in found and "again" in found and "الجيش" in found
    assert any(w.startswith("Cafe") for w in found)


def test_paragraphs_are_counted(tokenizer: Tokenizer) -> None:
    tokens = tokenizer.tokenize("One two.\n\nThree.\nFour")
    assert tokens.paragraph.tolist() == [0, 0, 0, 1, 1, 2]


def test_long_texts_are_cut_without_loss(tokenizer: Tokenizer) -> None:
    text = "The army said so. " * (CHUNK // 9)
    tokens = tokenizer.tokenize(text)
    assert len(tokens) == text.count("said") * 5


def test_a_million_characters_without_a_space_are_read(tokenizer: Tokenizer) -> None:
    assert len(tokenizer.tokenize("x" * 1_000_000)) >= 1


@given(st.text(max_size=300))
def test_words_are_in_order_and_inside_the_text(tokenizer: Tokenizer, text: str) -> None:
    tokens = tokenizer.tokenize(text)
    assert (tokens.begin < tokens.end).all()
    assert (tokens.end[:-1] <= tokens.begin[1:]).all()
    assert not len(tokens) or tokens.end[-1] <= len(text)
    assert tokens.first[-1] == len(tokens.pieces)
    assert (np.diff(tokens.first) > 0).all()
