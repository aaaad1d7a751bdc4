"""Tellings that another claim's line tells already: the crossing in "they refused to cross the river".

What is asked for, promised, threatened or refused is no claim that it happened, nor that it did not. Its event stays
in the report, and the claim on the outer event points to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.grounding.claims.tellers import Telling
from sayso.types.event import Event, EventMention, EventType, Occurrence, Phase, Reality
from sayso.types.reading import Sentence
from sayso.types.span import Span

# Whose inner events are open. What somebody is accused of is claimed by the accuser, and stays.
OPEN = frozenset((EventType.REQUEST, EventType.REJECT, EventType.AGREE, EventType.THREATEN))


def uncovered(tellings: Sequence[Telling], sentences: Sequence[Sentence]) -> tuple[Telling, ...]:
    """The tellings without those of open inner events whose every mention stands in a sentence of the outer event.

    Both must have the same voice, and the words must not say that the inner event took place.
    """
    begins = [s.span.begin for s in sentences]
    outer: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.event.about is not None and telling.event.type in OPEN:
            outer.setdefault(telling.event.about, []).append(telling)

    def home(span: Span) -> int:
        return bisect_right(begins, span.begin)

    def beside(mention: EventMention, around: Sequence[Telling], voice: str | None) -> bool:
        here = home(mention.trigger)
        return any(
            (t.told.id if t.told else None) == voice and any(home(m.trigger) == here for m in t.mentions)
            for t in around
        )

    kept = []
    for telling in tellings:
        around = outer.get(telling.event.id, ())
        voice = telling.told.id if telling.told else None
        told = all(_open(m, telling.event) and beside(m, around, voice) for m in telling.mentions)
        if not (around and told):
            kept.append(telling)
    return tuple(kept)


def _open(mention: EventMention, event: Event) -> bool:
    status = mention.status
    settled = status.reality in (Reality.ASSERTED, Reality.REPORTED) and status.phase is not Phase.PLANNED
    return event.type not in OPEN and not (settled and status.occurrence is Occurrence.HAPPENED)
