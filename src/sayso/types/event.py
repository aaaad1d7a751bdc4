"""What happened, as a text tells it: PLOVER's types with two of ours, modes, status, participants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.attribution import Producer
from sayso.types.place import Place
from sayso.types.span import Span
from sayso.types.time import TimeExpression


class EventType(StrEnum):
    """The sixteen types of PLOVER (2021), then two of ours that a strict PLOVER export leaves out."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    FLEE = "FLEE"
    STATE = "STATE"


# Modes of each type. PLOVER's 2021 codebook lacks the last three of RETREAT, refuse-order, callup, readiness, deploy,
# conscript, battle, capture, and those of FLEE and STATE.
MODES: dict[EventType, tuple[str, ...]] = {
    EventType.AGREE: (),
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.SUPPORT: (),
    EventType.CONCEDE: (),
    EventType.COOPERATE: (),
    EventType.AID: (),
    EventType.RETREAT: (
        *("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
        *("desert", "defect", "surrender"),
    ),
    EventType.REQUEST: ("assist", "change", "yield", "meet"),
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.REJECT: ("assist", "change", "yield", "meet", "refuse-order"),
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia", "callup", "readiness", "deploy"),
    EventType.COERCE: (
        *("seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
        *("misinformation", "cyber", "conscript"),
    ),
    EventType.ASSAULT: (
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
        *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
        *("battle", "capture"),
    ),
    EventType.FLEE: ("refugees", "conscripts", "officials"),
    EventType.STATE: ("readiness", "morale", "posture", "losses"),
}


class Occurrence(StrEnum):
    """Whether the text has it happen: the axis of polarity."""

    HAPPENED = "happened"
    DID_NOT = "did-not"


class Phase(StrEnum):
    """When, seen from the text: the axis of time."""

    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"
    BACKGROUND = "background"  # told as history, before the news


class Reality(StrEnum):
    """How it is put by the voice that tells it."""

    ASSERTED = "asserted"
    REPORTED = "reported"  # with doubt or as hearsay
    CONDITIONAL = "conditional"  # "if", "could", demanded, threatened
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the nearest voice sounds."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Stance(StrEnum):
    """What the article itself does with what it relays."""

    NONE = "none"
    ENDORSES = "endorses"
    DISTANCES = "distances"
    EVIDENCE_FOR = "evidence-for"
    EVIDENCE_AGAINST = "evidence-against"


class Role(StrEnum):
    """What a word is to an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    INSTRUMENT = "instrument"
    ABOUT = "about"  # the trigger of the inner event: what is asked, refused, threatened
    EVIDENCE = "evidence"  # words that say how sure the voice is


@dataclass(frozen=True, slots=True)
class Status:
    """One value on each axis."""

    occurrence: Occurrence
    phase: Phase
    reality: Reality


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that play a role in an event; ``probability`` is the model's for these words, not calibrated."""

    role: Role
    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place in a text that tells of an event, as the model marks it.

    ``probability`` is the model's for trigger and type together. ``arguments`` are in reading order.
    """

    trigger: Span
    type: EventType
    mode: str | None
    status: Status
    certainty: Certainty
    stance: Stance
    arguments: tuple[Argument, ...]
    probability: float
    producers: tuple[Producer, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who acts or is acted upon: where the text names it nearest, and its fullest name there.

    ``span`` is ``None`` when it is named elsewhere only. ``actor_id`` points to an ``Actor`` of the same grounding,
    ``None`` for things ("a depot").
    """

    name: str
    span: Span | None
    actor_id: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one text tells it: all its mentions together.

    One (type, actors, recipients, place, day) makes one event. ``mentions`` are in reading order; ``main`` is the
    index of the one that tells most. Where ``place`` or ``time`` is ``None``, or has no location or interval, the
    reason says why in one sentence. ``about`` is the id of the inner event. ``evidence`` are the words that carry
    the certainty.
    """

    id: str
    type: EventType
    mode: str | None
    status: Status
    mentions: tuple[EventMention, ...]
    main: int
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    instruments: tuple[Span, ...]
    place: Place | None
    place_reason: str | None
    time: TimeExpression | None
    time_reason: str | None
    certainty: Certainty
    evidence: tuple[Span, ...]
    about: str | None
    probability: float

    @property
    def trigger(self) -> Span:
        """The words that name the event best."""
        return self.mentions[self.main].trigger
