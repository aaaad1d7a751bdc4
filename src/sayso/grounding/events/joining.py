"""Which mentions tell the same event.

Two mentions of one type are compared by what they share: forms of one word, participants, mode, sentence, place, time.
Each thing in common adds to a score; mentions are joined to the event with which they score best, if that is above
zero (a mention-pair model, as Soon, Ng and Lim 2001 did for noun phrases). Headlines come last, as they tell least.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.events.participants import same
from sayso.grounding.events.settings import apart_in_space, apart_in_time
from sayso.types.event import EventMention, EventType, Occurrence, Participant, Phase, Reality
from sayso.types.place import Place
from sayso.types.time import TimeExpression

# Types whose mentions are words of saying: two of them in one text are more often two events.
SPOKEN = frozenset(
    (
        *(EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE),
        *(EventType.SUPPORT, EventType.CONSULT, EventType.CONCEDE),
    )
)
# "the attack", "this withdrawal": what was told before.
DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her|such)\s+(?:[\w-]+\s+){0,2}$", re.I)
BACK = 40  # characters before a trigger that are looked at


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with all that is known about it."""

    mention: EventMention
    sentence: int
    paragraph: int
    headline: bool
    definite: bool
    stems: frozenset[str]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    time: TimeExpression | None
    time_reason: str | None


# Weights of a logistic regression on the pairs of mentions of one type in the training texts, with words of arguments,
# modes and statuses left out or changed at random as a model errs; made by training/joining.py.
WEIGHTS: dict[str, float] = {
    "always": -1.13,
    "actor:none": 0.86,
    "actor:one": 0.38,
    "actor:other": -1.85,
    "actor:same": 0.45,
    "assault": 0.31,
    "definite": 0.23,
    "denied": -1.06,
    "did-not": -0.95,
    "gap:0": 0.78,
    "gap:1": 0.17,
    "gap:far": -1.11,
    "headline": 0.97,
    "mode:other": -0.06,
    "mode:same": 1.31,
    "other": -0.0,
    "paragraph": -0.0,
    "place:other": -0.48,
    "place:same": 0.24,
    "planned": -1.02,
    "recipient:none": 0.43,
    "recipient:one": 0.14,
    "recipient:other": -1.36,
    "recipient:same": 0.63,
    "spoken": 0.37,
    "state": -0.84,
    "stem:any": 1.15,
    "stem:state": 2.07,
}


def features(text: str, a: Told, b: Told) -> tuple[str, ...]:
    """What two mentions of one type, the first before the second, have in common; keys of ``WEIGHTS``."""
    kind = "assault" if a.mention.type is EventType.ASSAULT else "other"
    kind = "state" if a.mention.type is EventType.STATE else "spoken" if a.mention.type in SPOKEN else kind
    gap = b.sentence - a.sentence
    near = "0" if gap == 0 else "1" if gap == 1 else "far"
    shared = bool(a.stems & b.stems)
    out = [kind, f"gap:{near}", f"actor:{_relation(text, a.actors, b.actors)}"]
    out.append(f"recipient:{_relation(text, a.recipients, b.recipients)}")
    if shared:
        out.append(f"stem:{'state' if kind == 'state' else 'any'}")
    if a.headline or b.headline:
        out.append("headline")
    elif a.paragraph == b.paragraph and gap:
        out.append("paragraph")
    if b.definite and gap:
        out.append("definite")
    if a.mention.mode and b.mention.mode:
        out.append("mode:same" if a.mention.mode == b.mention.mode else "mode:other")
    s, t = a.mention.status, b.mention.status
    if (s.occurrence is Occurrence.DID_NOT) != (t.occurrence is Occurrence.DID_NOT):
        out.append("did-not")
    if (s.phase is Phase.PLANNED) != (t.phase is Phase.PLANNED):
        out.append("planned")
    if (s.reality is Reality.DENIED) != (t.reality is Reality.DENIED):
        out.append("denied")
    if a.place is not None and b.place is not None and a.place.location is not None and b.place.location is not None:
        out.append("place:same" if a.place.location.id == b.place.location.id else "place:other")
    return tuple(out)


def _relation(text: str, left: Sequence[Participant], right: Sequence[Participant]) -> str:
    if not left and not right:
        return "none"
    if not left or not right:
        return "one"
    return "same" if any(same(text, a, b) for a in left for b in right) else "other"


def barred(a: Told, b: Told) -> bool:
    """Whether times or places rule out that two mentions tell one event."""
    return apart_in_time((a.time,), (b.time,)) or apart_in_space(a.place, b.place)


def definite(text: str, mention: EventMention) -> bool:
    """Whether the trigger is spoken of as known already."""
    begin = mention.trigger.begin
    return DEFINITE.search(text[max(0, begin - BACK) : begin]) is not None


def score(text: str, a: Told, b: Told) -> float:
    """Log-odds that two mentions of one type tell one event."""
    first, second = (a, b) if a.mention.trigger <= b.mention.trigger else (b, a)
    return WEIGHTS["always"] + sum(WEIGHTS.get(name, 0.0) for name in features(text, first, second))


# What a mention is compared with: no article of news tells of more events of one type, and the last mentions suffice.
MOST_EVENTS, MOST_MENTIONS = 24, 6


def join(text: str, told: Sequence[Told]) -> list[list[Told]]:
    """Groups of mentions that tell one event each, in the order of their first mention; each group in reading order."""
    groups: dict[EventType, list[list[Told]]] = {}
    for one in sorted(told, key=lambda t: (t.headline, t.mention.trigger)):
        beside = groups.setdefault(one.mention.type, [])
        best, most = None, 0.0
        for group in beside[-MOST_EVENTS:]:
            value = _fit(text, one, group)
            if value > most:
                best, most = group, value
        if best is None:
            beside.append([one])
        else:
            best.append(one)
    found = [sorted(g, key=lambda t: t.mention.trigger) for own in groups.values() for g in own]
    return sorted(found, key=lambda g: (g[0].mention.trigger, g[0].mention.type))


def _fit(text: str, one: Told, group: Sequence[Told]) -> float:
    """Mean of the pair scores; below zero where one pair is ruled out."""
    compared = group[-MOST_MENTIONS:]
    if any(barred(one, other) for other in compared):
        return -1.0
    return sum(score(text, other, one) for other in compared) / len(compared)
