"""Altered copies of annotated texts: edits that move every offset along."""

from __future__ import annotations

import bisect
import random
import re
from collections.abc import Callable
from typing import Any

from bench.scorers import load_module

Edit = tuple[int, int, str]


def mover(edits: list[Edit]) -> Callable[[int, bool], int]:
    """Where an offset of the old text stands in the new one; the flag says whether it ends a span.

    ``edits`` are sorted, non-overlapping replacements of [begin, end). Offsets inside one snap to its border.
    """
    begins = [b for b, _, _ in edits]
    ends, shifts, shift = [0], [0], 0
    for begin, end, new in edits:
        shift += len(new) - (end - begin)
        ends.append(end)
        shifts.append(shift)

    def move(offset: int, is_end: bool) -> int:
        k = bisect.bisect_left(begins, offset) - 1 if is_end else bisect.bisect_right(begins, offset) - 1
        if k >= 0 and offset < edits[k][1]:
            b, _, new = edits[k]
            return b + shifts[k] + (len(new) if is_end else 0)
        return offset + shifts[bisect.bisect_right(ends, offset) - 1]

    return move


def apply(text: str, edits: list[Edit]) -> str:
    """``text`` with the sorted, non-overlapping replacements made."""
    out, position = [], 0
    for begin, end, new in edits:
        out += (text[position:begin], new)
        position = end
    return "".join((*out, text[position:]))


def load_spinner(path: Any, half: str) -> Any:
    """The synonym spinner of ``make_rewrites.py`` with one half ("a" or "b") of its table."""
    return load_module(path).Spinner(half=half)


def spin(text: str, spinner: Any, rate: float, rng: random.Random) -> list[Edit]:
    """Edits that swap words for synonyms as a rewriting programme does, line by line."""
    edits: list[Edit] = []
    for m in re.finditer(r"[^\n]+", text):
        spun, marks = spinner.spin(m.group(), rate, rng)
        shift = 0
        for begin, end, original in marks:
            at = m.start() + begin - shift
            if text[at : at + len(original)] == original:
                edits.append((at, at + len(original), spun[begin:end]))
            shift += (end - begin) - len(original)
    return sorted(edits)


def rewritten(document: dict[str, Any], edits: list[Edit]) -> dict[str, Any]:
    """A corpus document with the edits made and its gold attributions moved."""
    move = mover(edits)

    def ranges(spans: list[list[int]]) -> list[list[int]]:
        moved = [[move(b, False), move(e, True)] for b, e in spans]
        return [r for r in moved if r[0] < r[1]]

    attributions = [
        {**a, **{role: ranges(a[role]) for role in ("source", "cue", "content")}} for a in document["attributions"]
    ]
    return {**document, "text": apply(document["text"], edits), "attributions": attributions}
