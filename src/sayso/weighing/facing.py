"""Which words of a copy stand where which words of its original stood: in passages that two texts share.

Words that occur as often on both sides of a passage are paired off in their order, and the longest row of pairs that
cross no other one is kept; the same is done again between two pairs, where more words have become rare (the "patience"
difference of texts, after the card game: Aldous & Diaconis 1999, "Longest increasing subsequences"). Words between two
pairs face each other as ``sayso.text.swapped`` says, which is how swapped words find what they replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.text import swapped
from sayso.types.lineage import Passage
from sayso.types.span import Span

WORD = re.compile(r"\w+(?:['’‐‑-]\w+)*")
# A stretch of the copy without one word of the original that is longer than this is the copy's own.
LONGEST_SWAP = 12
# Words that are found more often than this on both sides say nothing of where they stood.
COMMON = 8
# Each word is looked at so many times at most; what is not paired by then faces its place.
LOOKS = 40


@dataclass(frozen=True, slots=True)
class Facing:
    """The words ``second`` of a copy's passage, and what each faces in the original.

    ``faced`` has for each of them the characters of the original that it faces, ``None`` for the copy's own words.
    """

    second: tuple[Span, ...]
    faced: tuple[Span | None, ...]


def facing(first: str, second: str, passage: Passage) -> Facing:
    """What the words of a passage of the copy ``second`` face in the original ``first``.

    Spans are in code points of the two texts. About linear in the number of words.
    """
    theirs, ours = _words(first, passage.first), _words(second, passage.second)
    a, b = [_plain(s.of(first)) for s in theirs], [_plain(s.of(second)) for s in ours]
    faced: list[Span | None] = [None] * len(ours)
    i = j = 0
    for x, y in [*paired(a, b), (len(a), len(b))]:
        if i < x and y - j <= LONGEST_SWAP:
            # The letters as they are: capitals tell names from words.
            old, new = [s.of(first) for s in theirs[i:x]], [s.of(second) for s in ours[j:y]]
            for c, d, k, n in swapped.facing(old, new):
                if c < d:
                    faced[j + k : j + n] = [Span(theirs[i + c].begin, theirs[i + d - 1].end)] * (n - k)
        if y < len(b):
            faced[y] = theirs[x]
        i, j = x + 1, y + 1
    return Facing(tuple(ours), tuple(faced))


def paired(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Places of equal words in two rows, rising on both sides. Time is bounded for rows made to take long."""
    out: list[tuple[int, int]] = []
    waiting = [(0, len(first), 0, len(second))]
    left = LOOKS * (len(first) + len(second))
    while waiting and left >= 0:
        a, b, c, d = waiting.pop()
        left -= b - a + d - c
        head = 0
        while a + head < b and c + head < d and first[a + head] == second[c + head]:
            out.append((a + head, c + head))
            head += 1
        a, c = a + head, c + head
        while a < b and c < d and first[b - 1] == second[d - 1]:
            b, d = b - 1, d - 1
            out.append((b, d))
        anchors = _rising(_candidates(first, second, (a, b, c, d)))
        out += anchors
        i, j = a, c
        for x, y in [*anchors, (b, d)] if anchors else ():
            if i < x and j < y:
                waiting.append((i, x, j, y))
            i, j = x + 1, y + 1
    return sorted(out)


def _candidates(first: Sequence[str], second: Sequence[str], box: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Pairs of words that are found as often on both sides, or else of any: the first with the first, and so on."""
    a, b, c, d = box
    here: dict[str, list[int]] = {}
    there: dict[str, list[int]] = {}
    for k in range(a, b):
        here.setdefault(first[k], []).append(k)
    for k in range(c, d):
        there.setdefault(second[k], []).append(k)
    rare = [word for word in here if word in there and max(len(here[word]), len(there[word])) <= COMMON]
    equal = [word for word in rare if len(here[word]) == len(there[word])]
    return sorted(pair for word in equal or rare for pair in zip(here[word], there[word], strict=False))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs, sorted by the first, whose second rises too."""
    ends: list[int] = []  # the lowest second with which a row of each length may end
    last: list[int] = []
    before: list[int] = []
    for k, (_, y) in enumerate(pairs):
        length = bisect_left(ends, y)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(y)
            last.append(k)
        else:
            ends[length], last[length] = y, k
    out: list[tuple[int, int]] = []
    k = last[-1] if last else -1
    while k >= 0:
        out.append(pairs[k])
        k = before[k]
    return out[::-1]


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*m.span()) for m in WORD.finditer(text, span.begin, span.end)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
