"""Which of some swapped words stands for which of those that they replaced, where several stand in a row.

A row of words is cut into pieces that face each other in order, one word against one to three, by what a swap leaves:
the ending (an "-ed" stays an "-ed"), the capital, often the first letters. The cheapest cut is taken (dynamic
programming as in sentence alignment: Gale & Church 1993, "A program for aligning sentences in bilingual corpora").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

# Words of a piece in the one row, and in the other.
MOST_ALONE: Final = 8
SHAPES: Final = (
    *((1, 1), (1, 2), (2, 1), (1, 3), (3, 1)),
    *((0, k) for k in range(1, MOST_ALONE + 1)),
    *((k, 0) for k in range(1, MOST_ALONE + 1)),
)
# What a piece costs before its words are looked at: the more words for one, the rarer. Words put in or left out cost
# so much, and each further one beside them so much more.
COSTS: Final = {(1, 1): 1.0, (1, 2): 1.5, (2, 1): 1.9, (1, 3): 2.2, (3, 1): 2.6}
ALONE, FURTHER = 1.2, 0.1
# How much words that look alike lower it.
BEGINNING, ENDING, CAPITAL, PARTICLE, LETTERS = 1.0, 0.5, 0.3, 0.4, 3
# How much a small word against another word raises it, and against a small one lowers it.
UNLIKE, BOTH_SMALL = 0.2, 0.3
# Behind a verb these make one word with it: "put up" for "provided".
PARTICLES: Final = frozenset(
    "up down off out on in at to away over about around through back along by for with".split()
)
SMALL: Final = PARTICLES | frozenset(
    "a an the this that these those his her its their and or but as if than so of from is are was were be been has have"
    " had will would can could may might not no".split()
)
# So many pairs of words are looked at, at most.
MOST_PAIRS: Final = 900

Piece = tuple[int, int, int, int]  # from and to in the first row, from and to in the second


def facing(first: Sequence[str], second: Sequence[str]) -> tuple[Piece, ...]:
    """The pieces of two rows that face each other, in order; one side of a piece may be empty. They hold every word.

    Rows that are too long to be told apart face nothing.
    """
    if not first or not second or len(first) * len(second) > MOST_PAIRS:
        left, put = ((0, len(first), 0, 0),) if first else (), ((len(first), len(first), 0, len(second)),)
        return (*left, *(put if second else ()))
    width = len(second) + 1
    best = [0.0] + [float("inf")] * ((len(first) + 1) * width - 1)
    last: list[tuple[int, int]] = [(0, 0)] * len(best)
    for i in range(len(first) + 1):
        for j in range(width):
            for a, b in SHAPES:
                if a > i or b > j:
                    continue
                cost = best[(i - a) * width + j - b] + _cost(tuple(first[i - a : i]), tuple(second[j - b : j]))
                if cost < best[i * width + j] - 1e-9:
                    best[i * width + j], last[i * width + j] = cost, (a, b)
    return tuple(reversed(list(_back(last, len(first), len(second)))))


def _back(last: Sequence[tuple[int, int]], i: int, j: int) -> Iterator[Piece]:
    width = j + 1
    while i or j:
        a, b = last[i * width + j]
        yield i - a, i, j - b, j
        i, j = i - a, j - b


@lru_cache(maxsize=2**14)
def _cost(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    if not first or not second:
        return ALONE + FURTHER * (len(first) + len(second) - 1)
    cost = COSTS[len(first), len(second)]
    one, many = (first[0], second) if len(first) == 1 else (second[0], first)
    particle = len(many) > 1 and many[-1].lower() in PARTICLES
    bent = many[0] if particle else many[-1]  # "hashed out", "urban centers": the word that takes the ending
    cost -= BEGINNING * max(_beginning(one, word) for word in many) / len(many)
    if len(many) == 1:
        small = (one.lower() in SMALL) + (many[0].lower() in SMALL)
        cost += (0.0, UNLIKE, -BOTH_SMALL)[small]
    cost -= ENDING * _ending(one, bent)
    cost -= CAPITAL * (one[:1].isupper() == many[0][:1].isupper())
    return cost - PARTICLE * particle


def _beginning(one: str, other: str) -> float:
    """How much of the longer word both begin with; 0 for fewer letters than say anything."""
    a, b = one.lower(), other.lower()
    same = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same / max(len(a), len(b)) if same >= LETTERS else 0.0


def _ending(one: str, other: str) -> float:
    """How much of an ending both have: "-ing", "-ed", "-s", or none of them."""
    return float(_inflected(one) == _inflected(other))


def _inflected(word: str) -> str:
    low = word.lower()
    for ending in ("ing", "ed", "ly", "ss", "s"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return "" if ending == "ss" else ending
    return ""
