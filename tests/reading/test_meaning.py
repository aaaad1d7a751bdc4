from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.reading.meaning import Head, Meanings, joined, kept
from sayso.reading.read import open_reader
from sayso.reading.session import load
from sayso.text.vectors import cosine, unpacked
from sayso.types.document import Document
from sayso.types.span import Span

TEXT = (
    "Soldiers landed on the island of Hallisk before dawn on Tuesday. "
    "Troops came ashore at Hallisk early that morning. "
    "Wheat cost six per cent more in Norrin."
)


def test_what_is_alike_in_meaning_is_alike_in_direction() -> None:
    reading = open_reader(threads=1).read(Document("d_1", TEXT, "-", "text"))
    assert reading.meaning is not None
    landed, ashore, wheat = (reading.meaning(s.span) for s in reading.sentences)
    alike, apart = cosine(landed, ashore), cosine(landed, wheat)
    assert alike is not None and apart is not None
    assert alike > 0.4 > apart + 0.2


def test_a_span_without_words_means_nothing() -> None:
    reading = open_reader(threads=1).read(Document("d_1", TEXT, "-", "text"))
    assert reading.meaning is not None
    assert reading.meaning(Span(1, 2)) == ""


def plain(width: int) -> Head:
    """A head of which nothing but the last layer does anything, and that gives each word's numbers back."""
    none = np.zeros((384, width), dtype=np.float32), np.zeros(width, dtype=np.float32)
    second = np.zeros((width, width + 1), dtype=np.float32), np.zeros(width + 1, dtype=np.float32)
    return Head(*none, *second, np.eye(width, dtype=np.float32), np.zeros(width, dtype=np.float32))


def test_words_count_where_they_lie_within_the_span() -> None:
    words = np.concatenate([np.eye(3), np.zeros((3, 1))], axis=1).astype(np.float16)
    found = Meanings(np.array([0, 4, 8]), np.array([3, 7, 11]), words, plain(3))
    assert unpacked(found(Span(0, 3))) == (1.0, 0.0, 0.0)
    assert unpacked(found(Span(1, 11)))[0] == 0


def test_a_word_that_counts_more_decides() -> None:
    words = np.array([[1, 0, 0], [0, 1, 4]], dtype=np.float16)
    first, second = unpacked(Meanings(np.array([0, 4]), np.array([3, 7]), words, plain(2))(Span(0, 7)))
    assert second > 10 * first > 0


def test_weights_without_it_give_no_meaning(tmp_path: Path) -> None:
    model = replace(load(), folder=tmp_path)
    found = kept(model, np.zeros((4, 384), dtype=np.float32))
    assert found.shape == (4, 0)
    assert joined(model, load().tokenizer.tokenize("a b c d"), [found]) is None


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "meaning.npz").write_bytes(b"no archive")
    with pytest.raises(ModelError, match=r"meaning\.npz"):
        kept(replace(load(), folder=tmp_path), np.zeros((1, 384), dtype=np.float32))
