"""Overlapping spans flattened into segments that follow one another, for markup that cannot overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.export.claims import Entry
from sayso.export.outline import Item
from sayso.types.span import Span


class Role(StrEnum):
    """What a piece of text is to an attribution (the first three), to a claim, or to a note on its wording."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    CLAIM = "claim"  # the words that the claim's line is joined from
    EVENT = "event"  # the words that name the event
    ACTOR = "actor"
    RECIPIENT = "recipient"
    WHEN = "when"
    WHERE = "where"
    EVIDENCE = "evidence"  # how sure the voice sounds, and the article's own stance
    ALTERED = "altered"  # a quotation that reads otherwise in the text it was taken from
    SWAPPED = "swapped"  # words in whose place others stood
    ASKED = "asked"  # the passage that a link leads to


OF_ATTRIBUTIONS = (Role.SOURCE, Role.CUE, Role.CONTENT)
OF_NOTES = (Role.ALTERED, Role.SWAPPED)


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that one attribution, claim or note marks, and where it begins; each list has its own numbers."""

    number: int
    spans: tuple[tuple[Role, tuple[Span, ...]], ...]
    begin: int | None
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text through which no span begins or ends.

    ``roles`` lists (number of the attribution, claim or note, role); the role tells which of them it is. ``begins`` and
    ``claims`` are the attributions and claims that begin with the first character of this segment. All are sorted.
    """

    span: Span
    roles: tuple[tuple[int, Role], ...]
    begins: tuple[int, ...]
    claims: tuple[int, ...]

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The attributions or claims to which this segment is ``role``."""
        return tuple(number for number, found in self.roles if found is role)


def of_attribution(item: Item) -> Mark:
    """What an attribution marks. It begins with its first marked character."""
    a = item.attribution
    spans = ((Role.SOURCE, a.source), (Role.CUE, a.cue), (Role.CONTENT, a.content))
    return Mark(item.number, spans, min((s.begin for _, found in spans for s in found), default=None))


def of_claim(entry: Entry) -> Mark:
    """What a claim marks. It begins with its passage, wherever its time, place or actor is named."""
    claim, event = entry.claim, entry.event
    spans = [(Role.CLAIM, claim.pieces), (Role.EVIDENCE, (*claim.evidence, *claim.stance_spans))]
    if event is not None:
        spans += [
            (Role.EVENT, tuple(mention.trigger for mention in event.mentions)),
            (Role.ACTOR, tuple(p.span for p in event.actors if p.span)),
            (Role.RECIPIENT, tuple(p.span for p in event.recipients if p.span)),
            (Role.WHEN, (event.time.span,) if event.time else ()),
            (Role.WHERE, (event.place.span,) if event.place else ()),
        ]
    return Mark(entry.number, tuple(spans), claim.span.begin, is_claim=True)


def segments(marks: Iterable[Mark], length: int, breaks: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Segments that cover ``[0, length)`` without gap or overlap, cut at every span's ends and at ``breaks``."""
    opening: dict[int, list[tuple[int, Role]]] = {}
    closing: dict[int, list[tuple[int, Role]]] = {}
    begins: dict[tuple[bool, int], list[int]] = {}
    cuts = {0, length, *(b for b in breaks if 0 < b < length)}
    for mark in marks:
        for role, spans in mark.spans:
            for span in spans:
                if span.begin < length:
                    opening.setdefault(span.begin, []).append((mark.number, role))
                    closing.setdefault(min(span.end, length), []).append((mark.number, role))
        if mark.begin is not None and mark.begin < length:
            begins.setdefault((mark.is_claim, mark.begin), []).append(mark.number)
            cuts.add(mark.begin)
    edges = sorted({*cuts, *opening, *closing})
    active: Counter[tuple[int, Role]] = Counter()
    out: list[Segment] = []
    for begin, end in zip(edges, edges[1:], strict=False):
        for key in closing.get(begin, ()):
            active[key] -= 1
            if not active[key]:
                del active[key]
        for key in opening.get(begin, ()):
            active[key] += 1
        roles = tuple(sorted(active))
        first, claimed = (tuple(sorted(begins.get((is_claim, begin), ()))) for is_claim in (False, True))
        out.append(Segment(Span(begin, end), roles, first, claimed))
    return tuple(out)
