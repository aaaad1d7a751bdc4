"""Which passages two texts share: sentences in the same order on both sides whose words mostly follow alike.

Every sentence of one text is compared with every sentence of the other by the longest common subsequence of their
words, as word order and small words outlive a synonym spinner. What a pair has in common beyond what any two sentences
have is its score; runs of neighbouring pairs with a high sum are passages, as in local alignment (Smith & Waterman
1981, "Identification of common molecular subsequences"). A sentence stands in one passage at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.lineage.align_blocks import Block, completed
from sayso.lineage.align_pairs import Pairs, pairs
from sayso.lineage.words import Unit, units
from sayso.types.lineage import Alignment, Passage
from sayso.types.span import Span

# A passage needs this many words in common beyond chance.
LEAST = 5.0
# So many pairs in a run may be below chance in a row.
BRIDGE = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Pairs of sentences from ``(first, second)`` on, ``length`` of them, one after another on both sides."""

    score: float
    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with its words in the first text, in the second, and in common."""

    passage: Passage
    in_first: int
    in_second: int
    same: int


def align(first: str, second: str) -> Alignment:
    """The passages of ``second`` that stand in ``first``, in the order of ``second``; spans are in code points.

    ``align(b, a)`` finds the same passages as ``align(a, b)``. Time and memory are bounded, as only the first
    ``MOST_CHARACTERS`` of each text are looked at.
    """
    if (len(first), first) > (len(second), second):  # so that ties are broken alike in both directions
        found = [_turned(f) for f in _passages(units(second), units(first))]
    else:
        found = _passages(units(first), units(second))
    found.sort(key=lambda f: f.passage.second)
    in_first, in_second = sum(f.in_first for f in found), sum(f.in_second for f in found)
    steps = [a.passage.first.end <= b.passage.first.begin for a, b in pairwise(found)]
    return Alignment(
        passages=tuple(f.passage for f in found),
        first_share=_share(in_first, _size(units(first))),
        second_share=_share(in_second, _size(units(second))),
        wording=_share(2 * sum(f.same for f in found), in_first + in_second),
        order=_share(sum(steps), len(steps)) if steps else float(bool(found)),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _turned(found: Found) -> Found:
    passage = Passage(found.passage.second, found.passage.first)
    return Found(passage, found.in_second, found.in_first, found.same)


def _passages(first: tuple[Unit, ...], second: tuple[Unit, ...]) -> list[Found]:
    if not first or not second:
        return []
    compared = pairs([u.codes for u in first], [u.codes for u in second])
    blocks = []
    for r in _disjoint(_runs(compared), compared):
        same = sum(compared.common(r.first + k, r.second + k) for k in range(r.length))
        blocks.append(Block((r.first, r.second), (r.first + r.length, r.second + r.length), same))
    out: list[Found] = []
    for block in completed(blocks, compared):
        a, b = first[block.begin[0] : block.end[0]], second[block.begin[1] : block.end[1]]
        out.append(Found(Passage(_span(a), _span(b)), _size(a), _size(b), block.same))
    return out


def _span(run: tuple[Unit, ...]) -> Span:
    return Span(run[0].span.begin, run[-1].span.end)


def _size(run: tuple[Unit, ...]) -> int:
    return sum(len(u.codes) for u in run)


def _runs(compared: Pairs) -> list[Run]:
    """Runs of promising pairs, with no more than ``BRIDGE`` others between two of them; the best first."""
    by_diagonal: dict[int, list[int]] = {}
    for i, j in compared.promising:
        by_diagonal.setdefault(j - i, []).append(i)
    out: list[Run] = []
    for shift, rows in by_diagonal.items():
        run: Run | None = None
        for i in rows:
            score = compared.score(i, i + shift)
            if run is not None:
                end = run.first + run.length
                between = sum(compared.score(k, k + shift) for k in range(end, i)) if i - end <= BRIDGE else -run.score
                if -between < min(run.score, score) or end == i:
                    run = Run(run.score + between + score, run.first, run.second, i + 1 - run.first)
                    continue
                out.append(run)
            run = Run(score, i, i + shift, 1)
        if run is not None:
            out.append(run)
    return sorted((r for r in out if r.score >= LEAST), key=lambda r: (-r.score, r.second, r.first))


def _disjoint(runs: list[Run], compared: Pairs) -> list[Run]:
    """The best runs, each without the sentences that a better one holds."""
    rows, columns = bytearray(len(compared.first)), bytearray(len(compared.second))
    out: list[Run] = []
    for run in runs:
        begin = 0
        for end in range(run.length + 1):
            if end < run.length and not rows[run.first + end] and not columns[run.second + end]:
                continue
            i, j, n = run.first + begin, run.second + begin, end - begin
            score = sum(compared.score(i + k, j + k) for k in range(n))
            if score >= LEAST:
                rows[i : i + n] = columns[j : j + n] = b"\1" * n
                out.append(Run(score, i, j, n))
            begin = end + 1
    return out
