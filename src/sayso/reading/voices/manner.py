"""Manner of an attribution from quotation marks (Pareti 2012: direct, mixed, indirect)."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.types.attribution import Manner
from sayso.types.span import Span

# Shares of quoted characters, marks included; one "so-called" in scare quotes must not make a report mixed speech.
DIRECT = 0.95
INDIRECT = 0.02


def manner_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Manner:
    """Direct, mixed or indirect by the share of the content's non-space characters inside ``quoted`` spans."""
    inside = total = 0
    for span in content:
        hits = [q for q in quoted if q.overlap(span)]
        for k in range(span.begin, span.end):
            if text[k].isspace():
                continue
            total += 1
            inside += any(q.begin <= k < q.end for q in hits)
    share = inside / total if total else 0.0
    if share >= DIRECT:
        return Manner.DIRECT
    return Manner.INDIRECT if share <= INDIRECT else Manner.MIXED
