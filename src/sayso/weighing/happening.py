"""Who takes part in a claimed event, when and where it is: as it can be compared across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sayso.types.attribution import Attribution
from sayso.types.claim import Claim
from sayso.types.event import Event, EventMention, Participant, Role
from sayso.types.span import Span
from sayso.types.weighing import Setting, Taking
from sayso.weighing.people import People
from sayso.weighing.sides import SAID

# Participants that say nothing outside their sentence: pronouns whose meaning is unknown, bare numbers.
_NOBODY = re.compile(
    r"it|its|they|them|their|he|him|his|she|her|we|us|our|i|you|who|which|that|this|these|those|one|both|all|some"
    r"|many"
    r"|others?|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|\d[\d,.]*",
    re.I,
)


def taking_of(event: Event | None, people: People, text: str) -> tuple[Taking, ...]:
    """Who and what takes part in an event of ``text``: actors, recipients, then instruments, in its order, each once.

    Keys and countries are those of actors, and of public ones only. Pronouns whose meaning is unknown are left out.
    Raises nothing.
    """
    return tuple(dict.fromkeys(_taking(event, people, text))) if event is not None else ()


def _taking(event: Event, people: People, text: str) -> Iterator[Taking]:
    for role, found in ((Role.ACTOR, event.actors), (Role.RECIPIENT, event.recipients)):
        for participant in found:
            if participant.actor_id is not None or not _NOBODY.fullmatch(participant.name):
                yield _taker(role, participant, people)
    for span in event.instruments:
        yield Taking(Role.INSTRUMENT, span.of(text))


def _taker(role: Role, participant: Participant, people: People) -> Taking:
    actor = people.by_id.get(participant.actor_id or "")
    if actor is None:
        return Taking(role, participant.name)
    return Taking(role, actor.name, actor.key if actor.public else None, actor.country)


def setting_of(event: Event | None) -> Setting:
    """When and where an event is, as far as its text says. Raises nothing."""
    if event is None:
        return Setting()
    out = Setting()
    if event.time is not None and event.time.known:
        out = replace(out, since=_iso(event.time.begin), until=_iso(event.time.end))
    if event.place is not None:
        out = replace(out, site=event.place.name)
        found = event.place.location
        if found is not None:
            out = replace(
                out,
                site=found.name,
                country=found.country,
                latitude=found.latitude,
                longitude=found.longitude,
                precision=found.precision.value,
            )
    return out


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def mention_of(event: Event, claim: Claim, told: Attribution | None) -> EventMention:
    """The mention of an event that a claim is made of."""
    told_here = [m for m in event.mentions if told is not None and any(c.covers(m.trigger) for c in told.content)]
    here = [m for m in told_here or event.mentions if claim.span.overlap(m.trigger)]
    return next(iter(here or told_here), event.mentions[event.main])


def trigger_of(event: Event, mention: EventMention | None) -> Span:
    """The trigger of the claim's own mention; where that says no more than "the attack", that of the main one."""
    if mention is not None and any(a.role not in (Role.EVIDENCE, Role.TIME) for a in mention.arguments):
        return mention.trigger
    return event.trigger


def sayer(event: Event | None, mention: EventMention | None, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who speaks in an act of saying that the article tells: a threat is on the word of whoever makes it.

    ``None`` where the event is no such act, or nobody is marked as speaking there.
    """
    if event is None or mention is None or event.type not in SAID:
        return None
    return next((a for a in attributions if any(c.overlap(mention.trigger) for c in a.cue)), None)
