"""Which sentences of two texts have words in common: all pairs of articles, the likely pairs of whole books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

# Share of words that two sentences of unrelated texts may have in common, in one order.
CHANCE = 0.34
# Up to so many pairs of sentences, all of them are compared (two texts of 500 sentences each).
MOST_PAIRS = 250_000
# In longer texts a word leads to the sentences that hold it when no more than this many do.
MOST_HOLDERS = 6


@dataclass(frozen=True, slots=True)
class Pairs:
    """The sentences of two texts as rows of words (``first``, ``second``), and the pairs above chance.

    ``table`` holds the number of words in common for all pairs, or nothing when the texts are too long for that.
    """

    first: Sequence[str]
    second: Sequence[str]
    promising: tuple[tuple[int, int], ...]
    table: npt.NDArray[np.int32] | None

    def common(self, i: int, j: int) -> int:
        """How many words the sentences ``i`` and ``j`` have in common, in one order."""
        if self.table is not None:
            return int(self.table[i, j])
        return int(LCSseq.similarity(self.first[i], self.second[j]))

    def score(self, i: int, j: int) -> float:
        """The words in common beyond chance."""
        return self.common(i, j) - CHANCE * (len(self.first[i]) + len(self.second[j])) / 2


def pairs(first: Sequence[str], second: Sequence[str]) -> Pairs:
    """All pairs of sentences whose words in common, in one order, are more than chance has it.

    Takes time and memory for ``MOST_PAIRS`` at most, and linear ones beyond.
    """
    if len(first) * len(second) <= MOST_PAIRS:
        table = cdist(first, second, scorer=LCSseq.similarity, dtype=np.int32)
        lengths = np.add.outer([len(s) for s in first], [len(s) for s in second]) / 2
        rows, columns = np.nonzero(table > CHANCE * lengths)
        return Pairs(first, second, tuple(zip(rows.tolist(), columns.tolist(), strict=True)), table)
    out = Pairs(first, second, (), None)
    likely = sorted(set(_likely(first, second)))
    return Pairs(first, second, tuple((i, j) for i, j in likely if out.score(i, j) > 0), None)


def _likely(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs that share a rare word, and equal sentences: the first one with the first, the next with the next."""
    holders: dict[str, list[int]] = defaultdict(list)
    equal: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(first):
        equal[sentence].append(i)
        for word in set(sentence):
            holders[word].append(i)
    times: dict[str, int] = defaultdict(int)
    for j, sentence in enumerate(second):
        if times[sentence] < len(equal.get(sentence, ())):
            yield equal[sentence][times[sentence]], j
        times[sentence] += 1
        rare = (holders[word] for word in set(sentence) if 0 < len(holders.get(word, ())) <= MOST_HOLDERS)
        yield from ((i, j) for places in rare for i in places)
