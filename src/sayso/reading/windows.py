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


def cut(tokens: Tokens, size: int, overlap: int, begin: int = 0) -> tuple[Window, ...]:
    """Windows of at most ``size`` pieces (two of them markers) that share about ``overlap`` pieces.

    The cores tile the words from ``begin`` on. Raises ``ValueError`` when size leaves no room.
    """
    room = size - 2
    if room <= overlap or overlap < 0:
        raise ValueError(f"window of {size} pieces cannot overlap by {overlap}")
    first, n = tokens.first, len(tokens)
    bounds: list[tuple[int, int]] = []
    start = begin
    while start < n:
        end = int(np.searchsorted(first, first[start] + room, side="right")) - 1
        end = min(max(end, start + 1), n)
        bounds.append((start, end))
        if end == n:
            break
        back = int(np.searchsorted(first, first[end] - overlap, side="left"))
        start = max(back, start + 1) if back < end else end
    windows = []
    for k, (b, e) in enumerate(bounds):
        core_begin = b if k == 0 else (b + bounds[k - 1][1]) // 2
        core_end = e if k == len(bounds) - 1 else (bounds[k + 1][0] + e) // 2
        windows.append(Window(b, e, core_begin, core_end))
    return tuple(windows)


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
