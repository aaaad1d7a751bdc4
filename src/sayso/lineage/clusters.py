"""Which documents are one text: clusters of whole copies, with partial copies where most of them comes from.

Whole copies hold each other. Where only one side lies within the other, it is either the beginning or a part of that
text, or that text is put together from several; such a digest joins what most of it comes from and glues nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.text.ranges import merged
from sayso.types.lineage import Alignment
from sayso.types.span import Span

WHOLE = 0.6  # of both texts: each is a copy of the other
HOME = 0.5  # of one text: most of it comes from there
SOURCE = 0.05  # of a text that a further source must give
MOSTLY = 0.8  # of a text is from somewhere else: what it has of its own is no more than a signature
NEARLY = 0.9  # as much as the neighbour that gives most
COMMON = 0.3  # of a part is in another source: it may come from there as well
SECOND = 0.25  # of a text from a second source make it a patchwork
FILLED = 0.75  # of a text comes from several sources: nothing much of it is its own


@dataclass(frozen=True, slots=True)
class Tie:
    """What a document has in common with its neighbour ``other``.

    ``share`` is how much of its words stands there, ``back`` how much of the neighbour's words stands here, ``spans``
    where in it. ``home`` is whether most of it comes from there, of what comes from anywhere.
    """

    other: str
    share: float
    back: float
    spans: tuple[Span, ...]
    home: bool = False


Ties = Mapping[str, Mapping[str, Tie]]


def ties(links: Mapping[tuple[str, str], Alignment]) -> dict[str, dict[str, Tie]]:
    """Links from both sides: by document, then by neighbour."""
    out: dict[str, dict[str, Tie]] = {}
    for (a, b), found in sorted(links.items()):
        firsts, seconds = merged(p.first for p in found.passages), merged(p.second for p in found.passages)
        out.setdefault(a, {})[b] = Tie(b, found.first_share, found.second_share, tuple(firsts))
        out.setdefault(b, {})[a] = Tie(a, found.second_share, found.first_share, tuple(seconds))
    return {id: _with_homes(found) for id, found in out.items()}


def _with_homes(found: Mapping[str, Tie]) -> dict[str, Tie]:
    anywhere = length(merged(span for tie in found.values() for span in tie.spans))
    out = {}
    for other, tie in found.items():
        here = length(tie.spans)
        copied = anywhere * tie.share / here if here else 0.0
        home = here >= HOME * anywhere and (tie.share >= HOME or copied >= MOSTLY)
        out[other] = replace(tie, home=home)
    return out


class _Groups:
    """Disjoint sets (Tarjan 1975); the lowest id stands for its set."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.above = {id: id for id in ids}

    def of(self, id: str) -> str:
        while self.above[id] != id:
            self.above[id] = self.above[self.above[id]]
            id = self.above[id]
        return id

    def join(self, a: str, b: str) -> None:
        a, b = sorted((self.of(a), self.of(b)))
        self.above[b] = a


def clusters(ids: Sequence[str], found: Ties, minutes: Mapping[str, float | None]) -> tuple[tuple[str, ...], ...]:
    """Sorted clusters of sorted ids. ``found`` are the ties among ``ids``, ``minutes`` when each was published.

    Each step looks at all documents and not at the order in which they come.
    """
    groups = _Groups(ids)
    for id in ids:
        for tie in found.get(id, {}).values():
            if min(tie.share, tie.back) >= WHOLE:
                groups.join(id, tie.other)
    joined = [
        (id, tie.other) for id in ids for tie in _homes(found.get(id, {})) if not _digest(tie.other, id, found, minutes)
    ]
    for id, other in joined:
        groups.join(id, other)
    out: dict[str, list[str]] = {}
    for id in sorted(ids):
        out.setdefault(groups.of(id), []).append(id)
    return tuple(sorted(tuple(members) for members in out.values()))


def _homes(found: Mapping[str, Tie]) -> list[Tie]:
    """The neighbours that most of a document comes from, and of which none gives clearly less than another."""
    best = max((tie.share for tie in found.values()), default=0.0)
    return [tie for tie in found.values() if tie.home and tie.share >= NEARLY * best]


def _digest(big: str, small: str, found: Ties, minutes: Mapping[str, float | None]) -> bool:
    """Whether ``big``, which holds ``small``, was put together from it and from texts that have nothing of it."""
    part = found[big][small]
    if part.home:
        return False
    others = [t for t in found[big].values() if _foreign(t, big, part, found, minutes)]
    if any(t.home and t.back < MOSTLY for t in others):
        return True
    spans = merged((*part.spans, *(span for t in others for span in t.spans)))
    per_character = part.share / max(1, length(part.spans))
    return bool(others) and length(spans) * per_character >= FILLED


def _foreign(tie: Tie, big: str, part: Tie, found: Ties, minutes: Mapping[str, float | None]) -> bool:
    """Whether ``tie`` leads from ``big`` to a source that has nothing of the ``part`` in question."""
    if tie.share < SOURCE or shared(tie.spans, part.spans) >= COMMON * length(part.spans):
        return False
    there, here = minutes[tie.other], minutes[big]
    if not tie.home and there is not None and here is not None and there > here:
        return False
    return not _patchwork(tie.other, big, found)


def _patchwork(id: str, big: str, found: Ties) -> bool:
    """Whether ``id`` took from ``big`` what it shares with it, as the rest of it comes from elsewhere, too."""
    outside = [t for t in found[id].values() if t.other != big and big not in found[t.other]]
    if any(t.home for t in outside):
        return True
    most = max((t.share for t in outside), default=0.0)
    return most >= SECOND and most + found[id][big].share >= MOSTLY


def shared(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Characters that lie in both; each of them holds spans that are apart."""
    return length(spans) + length(others) - length(merged((*spans, *others)))


def length(spans: Iterable[Span]) -> int:
    """Characters in ``spans``, which are apart."""
    return sum(s.end - s.begin for s in spans)
