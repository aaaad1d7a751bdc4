"""Manner of an attribution from quotation marks (Pareti 2012: direct, mixed, indirect)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.types.attribution import Manner
from sayso.types.span import Span

# Shares of quoted characters, marks included; one "so-called" in scare quotes must not make a report mixed speech.
DIRECT = 0.95
INDIRECT = 0.02


def manner_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Manner:
    """Direct, mixed or indirect by the share of the content's non-space characters inside ``quoted`` spans.

    ``quoted`` are sorted and do not overlap.
    """
    inside = total = 0
    for span in content:
        total += _letters(text, span.begin, span.end)
        k = max(bisect_right(quoted, span.begin, key=lambda q: q.begin) - 1, 0)
        while k < len(quoted) and quoted[k].begin < span.end:
            if quoted[k].overlap(span):
                inside += _letters(text, max(quoted[k].begin, span.begin), min(quoted[k].end, span.end))
            k += 1
    share = inside / total if total else 0.0
    if share >= DIRECT:
        return Manner.DIRECT
    return Manner.INDIRECT if share <= INDIRECT else Manner.MIXED


def _letters(text: str, begin: int, end: int) -> int:
    """Characters that are no white space."""
    return len("".join(text[begin:end].split()))
