"""The actors of one report, found by where they are named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Voice
from sayso.types.claim import Report
from sayso.types.span import Span
from sayso.weighing.offices import fuller

_BODIES = frozenset((ActorKind.ORGANISATION, ActorKind.FORCE))
_THEIRS = frozenset(("its", "their", "his", "her"))


class People:
    """Mentions of actors in the order of the text."""

    def __init__(self, report: Report) -> None:
        self.by_id = {a.id: a for a in report.grounding.actors}
        held = sorted(
            ((m.span, m.rule, a) for a in report.grounding.actors for m in a.mentions), key=lambda row: row[0]
        )
        self.held = held
        self.begins = [span.begin for span, _, _ in held]
        self.longest = max((span.end - span.begin for span, _, _ in held), default=0)

    def touching(self, span: Span) -> Iterator[tuple[Span, str, Actor]]:
        """Mentions that share a character with ``span``: where, by which rule, and of whom."""
        first = bisect_left(self.begins, span.begin - self.longest)
        for row in self.held[first : bisect_right(self.begins, span.end - 1)]:
            if row[0].end > span.begin:
                yield row

    def named(self, name: Span) -> Actor | None:
        """The actor that these words name: most of the longer of name and mention is shared."""
        found = [
            actor
            for span, _, actor in self.touching(name)
            if 2 * span.overlap(name) > max(name.end - name.begin, span.end - span.begin)
        ]
        with_key = [actor for actor in found if actor.key and actor.public]
        return next(iter(with_key or found), None)

    def country(self, places: Iterable[Span]) -> str | None:
        """The one country whose state or body is named inside these places; ``None`` for none or several."""
        found = {
            actor.country
            for place in places
            for span, _, actor in self.touching(place)
            if actor.country and actor.kind is not ActorKind.PERSON and place.covers(span)
        }
        return found.pop() if len(found) == 1 else None

    def expanded(self, text: str, span: Span) -> str:
        """The words of ``span``, with each body in it under its fullest name of this document."""
        out, at = [], span.begin
        for place, _, actor in self.touching(span):
            if place.begin < at or not span.covers(place) or text.startswith(actor.name, place.begin):
                continue
            words = place.of(text)
            theirs = words.casefold() in _THEIRS and (actor.kind in _BODIES or actor.key is not None)
            if theirs or (actor.kind in _BODIES and fuller(actor.name, words)):
                out += [text[at : place.begin], f"{actor.name}'s" if theirs else actor.name]
                at = place.end
        return "".join((*out, text[at : span.end]))

    def named_before(self, at: int, least: int) -> Iterator[tuple[Span, Actor]]:
        """All who are named between ``least`` and ``at``, the last one first."""
        for k in range(bisect_left(self.begins, at) - 1, -1, -1):
            span, _, actor = self.held[k]
            if span.begin < least:
                return
            yield span, actor

    def before(self, at: int, least: int) -> tuple[Span, Actor] | None:
        """Who is named last between ``least`` and ``at``: who may do what the words at ``at`` say."""
        for k in range(bisect_left(self.begins, at) - 1, -1, -1):
            span, _, actor = self.held[k]
            if span.begin < least:
                return None
            if actor.kind is not ActorKind.GROUP:
                return span, actor
        return None


def everyone(report: Report) -> dict[str, Voice]:
    """Every voice by its id: the roots, and those who only hand on what others say."""
    told = [voice for a in report.attributions for voice in (a.voice, a.root)]
    roots = [summary.voice for summary in report.voices] + [claim.root for claim in report.claims]
    return {voice.id: voice for voice in (*told, *roots)}
