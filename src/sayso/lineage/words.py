"""Texts as sentences of words, each word one code point, so that a sequence library compares them at its full speed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from sayso.text.sentences import sentences
from sayso.types.span import Span

# Words and numbers; an apostrophe inside a word belongs to it, a point or comma inside a number, too.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
# Nothing behind this many characters is aligned: no article is as long, and time and memory stay bounded.
MOST_CHARACTERS = 300_000
# Texts without full stops are cut into units of between half of this and all of it.
MOST_WORDS = 120
CODE_POINTS = 0x10FFFF
LONG_WORD = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a piece of a very long one. ``codes`` has one code point for each word."""

    span: Span
    codes: str


def code(word: str) -> str:
    """One code point that stands for ``word`` (two words in a million share one: good enough to find passages)."""
    return _code(word) if len(word) < LONG_WORD else _code.__wrapped__(word)


@lru_cache(maxsize=2**15)
def _code(word: str) -> str:
    return chr(1 + crc32(word.lower().replace("’", "'").encode("utf-8", "surrogatepass")) % CODE_POINTS)


@lru_cache(maxsize=64)
def units(text: str) -> tuple[Unit, ...]:
    """The sentences of ``text`` that hold words, in order; remembered, as one text is aligned with many.

    Takes linear time.
    """
    text = text[:MOST_CHARACTERS]
    out: list[Unit] = []
    for sentence in sentences(text):
        span = sentence.span
        found = list(WORD.finditer(text, span.begin, span.end))
        if not found:
            continue
        codes = "".join([code(m[0]) for m in found])
        cuts = _cuts(codes)
        borders = [span.begin, *(found[k].start() for k in cuts[1:-1]), span.end]
        ends = [*(found[k - 1].end() for k in cuts[1:-1]), span.end]
        for (a, b), begin, end in zip(pairwise(cuts), borders, ends, strict=False):
            out.append(Unit(Span(begin, end), codes[a:b]))
    return tuple(out)


def _cuts(codes: str) -> list[int]:
    """Where a sentence is cut: its borders, and in long ones before the word with the lowest code in reach.

    Which word that is depends on the words alone, so that copies are cut at the same words wherever they begin.
    """
    cuts = [0]
    while len(codes) - cuts[-1] > MOST_WORDS:
        low, high = cuts[-1] + MOST_WORDS // 2, cuts[-1] + MOST_WORDS
        cuts.append(min(range(low, high), key=codes.__getitem__))
    return [*cuts, len(codes)]
