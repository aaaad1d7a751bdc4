"""Quotation marks as hard evidence: a content that reaches into a quotation holds all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.text.quotes import Quotation
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

Levels = tuple[tuple[Span, ...], ...]


def levels(quotations: Iterable[Quotation]) -> Levels:
    """The quotations' spans by depth, sorted: those of one depth never overlap, so that look-ups are bisections."""
    out: dict[int, list[Span]] = {}
    for q in quotations:
        out.setdefault(q.depth, []).append(q.span)
    return tuple(tuple(sorted(out[depth])) for depth in sorted(out, reverse=True))


def whole_quotations(raw: RawAttribution, quoted: Levels) -> RawAttribution:
    """The attribution with each piece of content widened to the quotations that its ends fall into.

    A quotation is left alone where the attribution's own source or words of saying stand in it: the attribution is
    then part of what is quoted (“The men ask why they should go”), or a pair of marks is lost.
    """
    said = (*raw.source, *raw.cue)
    pieces = sorted(_widened(piece, quoted, said) for piece in raw.content)
    if tuple(pieces) == raw.content:
        return raw
    out: list[Span] = []
    for piece in pieces:
        if out and piece.begin <= out[-1].end:
            out[-1] = Span(out[-1].begin, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return replace(raw, content=tuple(out))


def _widened(piece: Span, quoted: Levels, said: Sequence[Span]) -> Span:
    begin, end = piece.begin, piece.end
    for level in quoted:  # the deepest first: widening to it may reach into the one around it
        first, last = _around(level, begin), _around(level, end)
        if first is not None and not any(s.overlap(first) for s in said):
            begin = first.begin
        if last is not None and not any(s.overlap(last) for s in said):
            end = last.end
    return Span(begin, end)


def _around(level: Sequence[Span], place: int) -> Span | None:
    """The quotation that has an offset strictly inside it."""
    k = bisect_left(level, place, key=lambda s: s.begin) - 1
    return level[k] if k >= 0 and level[k].begin < place < level[k].end else None
