"""A claim: one event, condition or opinion, as one voice of one document has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.types.actor import Actor
from sayso.types.attribution import Attribution, Voice
from sayso.types.document import Document
from sayso.types.event import Certainty, Event, Stance, Status
from sayso.types.place import Place
from sayso.types.reading import Mention, Reading, Sentence, VoiceSummary
from sayso.types.span import Span
from sayso.types.time import TimeExpression


class ClaimKind(StrEnum):
    """What is claimed."""

    EVENT = "event"
    CONDITION = "standing condition"
    OPINION = "opinion"  # content of an attribution that tells of no event and no condition


@dataclass(frozen=True, slots=True)
class Claim:
    """One line in plain words, and everything that stands behind it.

    ``text`` is joined from ``pieces``, words of the document in the order in which they are read aloud, with
    blanks, a full stop and nothing else added but a capital letter. ``span`` is the passage that holds the claim.
    ``attribution_id`` is the innermost attribution that tells it, ``None`` where the article itself does; ``chain``
    are the ids of its voices from the article (first) down to ``root``. ``status``, ``certainty`` and ``evidence``
    are those of this voice; ``event_id`` and ``status`` are ``None`` for an opinion. ``stance`` is the article's
    own, ``stance_spans`` the words that show it.
    """

    id: str
    kind: ClaimKind
    text: str
    pieces: tuple[Span, ...]
    span: Span
    event_id: str | None
    attribution_id: str | None
    chain: tuple[str, ...]
    root: Voice
    status: Status | None
    certainty: Certainty
    evidence: tuple[Span, ...]
    stance: Stance
    stance_spans: tuple[Span, ...]
    probability: float
    line: int


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a reading means: its times, places, actors, events and claims, each in reading order."""

    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of ``sayso.read``: what was read from one document, and what it means.

    ``meanings`` are what each claim's words mean, as vectors (``sayso.text.vectors``), by which claims of other
    articles are found that say the same in other words; empty where the reader gives none.
    """

    reading: Reading
    grounding: Grounding
    meanings: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def document(self) -> Document:
        """The document."""
        return self.reading.document

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return self.reading.sentences

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names in it."""
        return self.reading.mentions

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is made to say what."""
        return self.reading.attributions

    @property
    def voices(self) -> tuple[VoiceSummary, ...]:
        """How much rests on whom."""
        return self.reading.voices

    @property
    def warnings(self) -> tuple[str, ...]:
        """What could not be read or should not be relied on."""
        return self.reading.warnings + self.grounding.warnings

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is claimed."""
        return self.grounding.claims

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened or did not, as told."""
        return self.grounding.events
