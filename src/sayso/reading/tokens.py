"""Text to words and word pieces, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer as WordPiece

from sayso.reading import features

Ints = NDArray[np.int64]
# Below this many characters a text is encoded in one go; longer ones are cut at line breaks,
# as the tokenizer's time for one input grows faster than linearly.
CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of one text, N of them, made of P word pieces.

    ``begin``, ``end`` (N,) code-point offsets; ``first`` (N + 1,) index of each word's first
    piece, ``first[N] == P``; ``pieces`` (P,) vocabulary ids; ``shape``, ``quote``, ``gap``
    (N,) codes of ``features``; ``paragraph`` (N,) number of line breaks before the word.
    """

    begin: Ints
    end: Ints
    first: Ints
    pieces: Ints
    shape: Ints
    quote: Ints
    gap: Ints
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.begin)


@lru_cache(maxsize=65536)
def _shape(word: str) -> int:
    return features.shape(word)


class Tokenizer:
    """BERT's uncased WordPiece (Devlin et al. 2019) with offsets, from a ``tokenizer.json``."""

    def __init__(self, path: Path) -> None:
        self._encoder: Any = WordPiece.from_file(str(path))
        self._encoder.no_truncation()
        self._encoder.no_padding()
        ids = self._encoder.get_vocab()
        self.cls: int = ids["[CLS]"]
        self.sep: int = ids["[SEP]"]

    def tokenize(self, text: str) -> Tokens:
        """Words and pieces of ``text``; characters that the tokenizer drops belong to no word."""
        ids: list[int] = []
        begin: list[int] = []
        end: list[int] = []
        first: list[int] = []
        for offset, chunk in _chunks(text):
            encoding = self._encoder.encode(chunk, add_special_tokens=False)
            previous = None
            base = len(ids)
            for k, (word, (b, e)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
                if word != previous:
                    begin.append(offset + b)
                    end.append(offset + e)
                    first.append(base + k)
                    previous = word
                else:
                    end[-1] = max(end[-1], offset + e)
            ids.extend(encoding.ids)
        first.append(len(ids))
        return _with_features(text, begin, end, first, ids)


def _chunks(text: str) -> list[tuple[int, str]]:
    """Pieces of ``text`` of about ``CHUNK`` characters that end at white space where there is any."""
    out = []
    position = 0
    while len(text) - position > CHUNK:
        cut = max(text.rfind("\n", position + 1, position + CHUNK), 0) or text.rfind(
            " ", position + 1, position + CHUNK
        )
        cut = cut if cut > position else position + CHUNK
        out.append((position, text[position:cut]))
        position = cut
    out.append((position, text[position:]))
    return out


def _with_features(text: str, begin: list[int], end: list[int], first: list[int], ids: list[int]) -> Tokens:
    marks = features.quotation_marks(text)
    shapes, quotes, gaps, paragraphs = [], [], [], []
    last, paragraph = 0, 0
    for k, (b, e) in enumerate(zip(begin, end, strict=True)):
        between = text[last:b]
        code = features.GAPS.index("start") if k == 0 else features.gap(between)
        if code in (3, 4):
            paragraph += 1
        shapes.append(_shape(text[b:e]))
        quotes.append(marks[b])
        gaps.append(code)
        paragraphs.append(paragraph)
        last = e
    columns = (begin, end, first, ids, shapes, quotes, gaps, paragraphs)
    return Tokens(*(np.asarray(column, dtype=np.int64) for column in columns))
