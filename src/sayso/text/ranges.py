"""Many spans at once: joined where they meet, looked up without trying each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.types.span import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans without overlap that cover the same characters."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.begin <= out[-1].end:
            out[-1] = Span(out[-1].begin, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def touched(spans: Sequence[Span], span: Span) -> bool:
    """True when ``span`` shares a character with one of ``spans``, which are sorted and apart (as ``merged`` gives)."""
    k = bisect_right(spans, span.begin, key=lambda s: s.end)
    return k < len(spans) and spans[k].begin < span.end
