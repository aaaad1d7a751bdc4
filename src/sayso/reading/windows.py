"""Long texts in overlapping windows, each word decided where it has most context."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.reading.tokens import Ints, Tokens


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``[begin, end)`` of a text, of which ``[core_begin, core_end)`` are decided here."""

    begin: int
    end: int
    core_begin: int
    core_end: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """Model input of one window: T pieces with [CLS] and [SEP], W words.

    ``ids``, ``shape``, ``quote``, ``gap`` (T,) and ``first`` (W,), the piece that stands for each word.
    """

    ids: Ints
    shape: Ints
    quote: Ints
    gap: Ints
    first: Ints


FULL = 0.5  # share of a window's room from which on it may end early, at a paragraph's end


def cut(tokens: Tokens, size: int, overlap: int, begin: int = 0) -> tuple[Window, ...]:
    """Windows of at most ``size`` pieces (two of them markers); the cores tile the words from ``begin`` on.

    A window ends with a paragraph where it can, so that what is said is not cut; the next one begins about
    ``overlap`` pieces before, as context. Inside a long paragraph two windows share these pieces and each
    decides its half of them. Raises ``ValueError`` when size leaves no room.
    """
    room = size - 2
    if room <= overlap or overlap < 0:
        raise ValueError(f"window of {size} pieces cannot overlap by {overlap}")
    first, n = tokens.first, len(tokens)
    paragraphs = np.flatnonzero(np.diff(tokens.paragraph)) + 1  # words that begin one
    windows: list[Window] = []
    start = core = begin
    while start < n:
        end = int(np.searchsorted(first, first[start] + room, side="right")) - 1
        end = min(max(end, start + 1), n)
        if end == n:
            windows.append(Window(start, n, core, n))
            break
        k = int(np.searchsorted(paragraphs, end, side="right")) - 1
        whole = int(paragraphs[k]) if k >= 0 else 0
        if whole > core and first[whole] - first[start] >= FULL * room:
            windows.append(Window(start, whole, core, whole))
            core, back = whole, _before(first, whole, overlap)
            start = max(back, start + 1)
        else:
            back = _before(first, end, overlap)
            following = max(back, start + 1) if back < end else end
            middle = max((following + end) // 2, core)
            windows.append(Window(start, end, core, middle))
            start, core = following, middle
    return tuple(windows)


def _before(first: Ints, word: int, pieces: int) -> int:
    """The word that begins about ``pieces`` pieces before another one."""
    return int(np.searchsorted(first, first[word] - pieces, side="left"))


def inputs(tokens: Tokens, window: Window, cls: int, sep: int, size: int) -> Inputs:
    """Arrays for one window; a single word of more pieces than fit is cut."""
    p, q = int(tokens.first[window.begin]), int(tokens.first[window.end])
    q = min(q, p + size - 2)
    counts = np.diff(np.minimum(tokens.first[window.begin : window.end + 1], q))

    def spread(codes: Ints) -> Ints:
        out = np.zeros(q - p + 2, dtype=np.int64)
        out[1:-1] = np.repeat(codes[window.begin : window.end], counts)
        return out

    ids = np.empty(q - p + 2, dtype=np.int64)
    ids[0], ids[-1] = cls, sep
    ids[1:-1] = tokens.pieces[p:q]
    first = np.minimum(tokens.first[window.begin : window.end], q - 1) - p + 1
    return Inputs(ids, spread(tokens.shape), spread(tokens.quote), spread(tokens.gap), first)
