"""Overlapping spans flattened into segments that follow one another, for markup that cannot overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.export.outline import Item
from sayso.types.span import Span


class Role(StrEnum):
    """What a piece of text is to an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text through which no span begins or ends.

    ``roles`` lists (number of the attribution, role), ``begins`` the attributions whose first
    marked character is the first of this segment; both sorted.
    """

    span: Span
    roles: tuple[tuple[int, Role], ...]
    begins: tuple[int, ...]

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The attributions to which this segment is ``role``."""
        return tuple(number for number, found in self.roles if found is role)


def segments(items: Iterable[Item], length: int, breaks: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Segments that cover ``[0, length)`` without gap or overlap, cut at every span's ends and at ``breaks``."""
    opening: dict[int, set[tuple[int, Role]]] = {}
    closing: dict[int, set[tuple[int, Role]]] = {}
    begins: dict[int, list[int]] = {}
    for item in items:
        marked = [(span, role) for role in Role for span in _spans(item, role) if span.begin < length]
        for span, role in marked:
            opening.setdefault(span.begin, set()).add((item.number, role))
            closing.setdefault(min(span.end, length), set()).add((item.number, role))
        if marked:
            begins.setdefault(min(span.begin for span, _ in marked), []).append(item.number)
    edges = sorted({0, length, *opening, *closing, *(b for b in breaks if 0 < b < length)})
    active: set[tuple[int, Role]] = set()
    out: list[Segment] = []
    for begin, end in zip(edges, edges[1:], strict=False):
        active -= closing.get(begin, set())
        active |= opening.get(begin, set())
        out.append(Segment(Span(begin, end), tuple(sorted(active)), tuple(sorted(begins.get(begin, ())))))
    return tuple(out)


def _spans(item: Item, role: Role) -> tuple[Span, ...]:
    attribution = item.attribution
    return {Role.SOURCE: attribution.source, Role.CUE: attribution.cue, Role.CONTENT: attribution.content}[role]
