"""Events that a table of what happened may count: those that some voice tells as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export import status
from sayso.export.claims import Entry, entries
from sayso.export.words import voice_name
from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Voice, VoiceKind
from sayso.types.claim import ClaimKind, Report
from sayso.types.event import Event, Participant

NOT_TOLD = "nobody tells it as having happened or being under way"
PRIVATE = "private person"
CONDITION = "a standing condition is no event"


@dataclass(frozen=True, slots=True)
class Told:
    """An event and who tells it as a fact; ``denied_by`` are the roots of claims that it is not so, by name."""

    event: Event
    claims: tuple[Entry, ...]
    denied_by: tuple[str, ...]

    @property
    def main(self) -> Entry:
        """The surest of the claims, the first of equals."""
        return max(self.claims, key=lambda entry: entry.claim.probability)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event that gives no row, and why."""

    event: Event
    reason: str


def happened(report: Report) -> Iterator[Told | LeftOut]:
    """Every event of the report once, in its order.

    An event that is only asked for, refused, threatened, planned, conditional, hearsay or denied, or told not to have
    happened, is left out: a row that says otherwise in a column that nobody reads would count as one that happened.
    """
    by_event: dict[str, list[Entry]] = {}
    for entry in entries(report):
        if entry.event is not None:
            by_event.setdefault(entry.event.id, []).append(entry)
    seen: set[str] = set()
    for event in report.events:
        if event.id in seen:
            continue
        seen.add(event.id)
        yield _judged(event, by_event.get(event.id, []))


def _judged(event: Event, told: list[Entry]) -> Told | LeftOut:
    facts = tuple(e for e in told if e.claim.kind is ClaimKind.EVENT and status.is_fact(e.claim, e.polarity))
    if not facts:
        only_conditions = told and all(entry.claim.kind is ClaimKind.CONDITION for entry in told)
        return LeftOut(event, CONDITION if only_conditions else NOT_TOLD)
    denials = [public_name(e.claim.root) for e in told if status.tone(e.claim, e.polarity) == "no"]
    return Told(event, facts, tuple(dict.fromkeys(denials)))


def public_name(voice: Voice) -> str:
    """The voice's name; of a private person only that it is one."""
    private = voice.kind is VoiceKind.PERSON and not voice.public
    return PRIVATE if private else voice_name(voice)


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, as a table that is joined with others may name it: ``name`` is ``None`` for a private person."""

    name: str | None
    actor: Actor | None

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code, where the document tells it."""
        return self.actor.country if self.actor else None


def parties(found: tuple[Participant, ...], report: Report) -> tuple[Party, ...]:
    """The participants by their fullest names; private persons stay inside their document."""
    actors = {actor.id: actor for actor in report.grounding.actors}
    private = private_names(report)
    out = []
    for participant in found:
        actor = actors.get(participant.actor_id) if participant.actor_id is not None else None
        name = actor.name if actor else participant.name
        out.append(Party(None if _is_private(actor) or name in private else name, actor))
    return tuple(out)


def private_names(report: Report) -> frozenset[str]:
    """Names of persons to whom the document gives no public role."""
    actors = {actor.name for actor in report.grounding.actors if _is_private(actor)}
    roots = [claim.root for claim in report.claims] + [a.voice for a in report.attributions]
    voices = {v.name for v in roots if v.kind is VoiceKind.PERSON and not v.public and v.name is not None}
    return frozenset(actors | voices)


def _is_private(actor: Actor | None) -> bool:
    return actor is not None and actor.kind is ActorKind.PERSON and not actor.public
