"""Runs of paired sentences made whole where an editor split a sentence in two or joined two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.lineage.align_pairs import CHANCE, Pairs

# What may stand before or behind a run: sentences of the first text, of the second.
STEPS = ((1, 0), (0, 1), (1, 2), (2, 1))


@dataclass(slots=True)
class Block:
    """Sentences ``begin`` to ``end`` (first text, second text) that face each other, with their words in common."""

    begin: tuple[int, int]
    end: tuple[int, int]
    same: int


def completed(blocks: list[Block], compared: Pairs) -> list[Block]:
    """``blocks``, the best first, with the free sentences beside them that belong there; neighbours become one.

    A sentence belongs to its neighbour when the other side's sentence has more words in common with both than with
    one, beyond chance. No sentence is taken twice.
    """
    free = (bytearray(b"\1" * len(compared.first)), bytearray(b"\1" * len(compared.second)))
    for block in blocks:
        for side in (0, 1):
            for k in range(block.begin[side], block.end[side]):
                free[side][k] = 0
    for block in blocks:
        for ahead in (True, False):
            while _step(block, compared, free, ahead=ahead):
                pass
    out: list[Block] = []
    for block in sorted(blocks, key=lambda b: b.begin[1]):
        if out and out[-1].end == block.begin:
            out[-1] = Block(out[-1].begin, block.end, out[-1].same + block.same)
        else:
            out.append(block)
    return out


def _step(block: Block, compared: Pairs, free: tuple[bytearray, bytearray], *, ahead: bool) -> bool:
    """Take sentences behind (``ahead``) or before ``block``; whether there were any."""
    for more in STEPS:
        starts = block.end if ahead else (block.begin[0] - more[0], block.begin[1] - more[1])
        taken = [range(starts[side], starts[side] + more[side]) for side in (0, 1)]
        if not all(0 <= k < len(free[side]) and free[side][k] for side in (0, 1) for k in taken[side]):
            continue
        gained = _gain(block, compared, taken, ahead=ahead)
        if gained:
            for side in (0, 1):
                for k in taken[side]:
                    free[side][k] = 0
            block.same += gained
            if ahead:
                block.end = (block.end[0] + more[0], block.end[1] + more[1])
            else:
                block.begin = (starts[0], starts[1])
            return True
    return False


def _gain(block: Block, compared: Pairs, taken: list[range], *, ahead: bool) -> int:
    """The words in common that sentences bring, 0 when that is no more than chance."""
    rows = [list(r) for r in taken]
    before = 0
    if not all(rows):  # one side only: its neighbour in the block is split in two
        edge = (block.end[0] - 1, block.end[1] - 1) if ahead else block.begin
        before = compared.common(*edge)
        rows = [sorted([*rows[side], edge[side]]) for side in (0, 1)]
    a, b = ("".join(_sentences(compared, side, rows[side])) for side in (0, 1))
    gained = int(LCSseq.similarity(a, b)) - before
    size = sum(len(s) for side in (0, 1) for s in _sentences(compared, side, list(taken[side])))
    return gained if gained > CHANCE * (size if before else size / 2) else 0


def _sentences(compared: Pairs, side: int, which: list[int]) -> Iterator[str]:
    return ((compared.second if side else compared.first)[k] for k in which)
