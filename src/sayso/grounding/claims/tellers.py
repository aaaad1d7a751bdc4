"""Which voice tells an event: the innermost attribution around its words, or the article itself."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.types.attribution import Attribution, Polarity, Voice, VoiceKind
from sayso.types.event import Event, EventMention
from sayso.types.reading import Reading
from sayso.types.span import Span

MOSTLY = 0.6  # of an outer content: what it leaves beside the inner source, cue and content is no claim of its own


def article_voice(reading: Reading) -> Voice:
    """The document's own voice, as the reading has it; made anew for a reading without voices."""
    for summary in reading.voices:
        if summary.voice.kind is VoiceKind.ARTICLE:
            return summary.voice
    key = "\0".join((reading.document.id, VoiceKind.ARTICLE.value, "-"))
    return Voice("v_" + hashlib.sha256(key.encode()).hexdigest()[:16], VoiceKind.ARTICLE, None, None)


@dataclass(frozen=True, slots=True)
class Contents:
    """Contents of attributions as stretches of text that do not overlap, each with its innermost attribution."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]
    owners: tuple[Attribution, ...]

    @classmethod
    def of(cls, attributions: Sequence[Attribution]) -> Contents:
        """The innermost is the one with the smallest content, and of several with one content the deepest."""
        depth = _depths(attributions)
        ranked = sorted(attributions, key=lambda a: (-_size(a.content), depth[a.id]))
        rank = {a.id: k for k, a in enumerate(ranked)}
        cuts = sorted({offset for a in attributions for s in a.content for offset in (s.begin, s.end)})
        opening: dict[int, list[Attribution]] = {}
        closing: dict[int, list[Attribution]] = {}
        for a in attributions:
            for s in a.content:
                opening.setdefault(s.begin, []).append(a)
                closing.setdefault(s.end, []).append(a)
        out: list[tuple[int, int, Attribution]] = []
        around: dict[str, Attribution] = {}
        for begin, end in zip(cuts, cuts[1:], strict=False):
            for a in closing.get(begin, ()):
                around.pop(a.id, None)
            for a in opening.get(begin, ()):
                around[a.id] = a
            if around:
                out.append((begin, end, max(around.values(), key=lambda a: rank[a.id])))
        return cls(tuple(o[0] for o in out), tuple(o[1] for o in out), tuple(o[2] for o in out))

    def innermost(self, span: Span) -> Attribution | None:
        """The innermost attribution whose content holds the first character of ``span``."""
        k = bisect_right(self.begins, span.begin) - 1
        return self.owners[k] if k >= 0 and span.begin < self.ends[k] else None


def _size(spans: Iterable[Span]) -> int:
    return sum(s.end - s.begin for s in spans)


def _depths(attributions: Sequence[Attribution]) -> Mapping[str, int]:
    return {a.id: len(a.chain) for a in attributions}


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one voice has it: its mentions in that voice, the best first."""

    event: Event
    told: Attribution | None
    mentions: tuple[EventMention, ...]


def tellings(events: Sequence[Event], contents: Contents, body: int) -> tuple[Telling, ...]:
    """For each event one telling by each chain of voices; ``body`` is where the text proper begins.

    A voice that both affirms and denies an event tells it twice. Of several mentions in one voice the event's main one
    goes first, then those of the body before the headline's, then those with more arguments.
    """
    out = []
    for event in events:
        groups: dict[tuple[tuple[str, ...], Polarity | None], list[tuple[EventMention, Attribution | None]]] = {}
        for mention in event.mentions:
            told = contents.innermost(mention.trigger)
            key = (told.chain, told.polarity) if told else ((), None)
            groups.setdefault(key, []).append((mention, told))
        main = event.mentions[event.main] if event.mentions else None
        for group in groups.values():
            group.sort(key=lambda g: (g[0] is not main, g[0].trigger.begin < body, -len(g[0].arguments), g[0].trigger))
            out.append(Telling(event, group[0][1], tuple(m for m, _ in group)))
    return tuple(out)


def without_event(attributions: Sequence[Attribution], events: Sequence[Event]) -> tuple[Attribution, ...]:
    """Attributions whose content holds no event, but for those that only pass on what an inner one says."""
    starts = sorted({m.trigger.begin for e in events for m in e.mentions})
    inner: dict[str, list[Attribution]] = {}
    for a in attributions:
        if a.parent is not None:
            inner.setdefault(a.parent, []).append(a)
    return tuple(a for a in attributions if a.content and not _holds(a.content, starts) and not _passed_on(a, inner))


def _holds(content: Sequence[Span], starts: Sequence[int]) -> bool:
    for span in content:
        k = bisect_right(starts, span.begin - 1)
        if k < len(starts) and starts[k] < span.end:
            return True
    return False


def _passed_on(outer: Attribution, inner: Mapping[str, Sequence[Attribution]]) -> bool:
    whole = _size(outer.content)
    for a in inner.get(outer.id, ()):
        said = sum(s.overlap(c) for s in (*a.source, *a.cue, *a.content) for c in outer.content)
        if said >= MOSTLY * whole:
            return True
    return False
