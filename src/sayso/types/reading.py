"""All that was read from one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.types.attribution import Attribution, Producer, Voice
from sayso.types.document import Document
from sayso.types.event import EventMention
from sayso.types.span import Span


class EntityType(StrEnum):
    """Types of named mentions: the first three from the model, the others from rules on top."""

    PERSON = "PERSON"
    ORGANISATION = "ORG"
    PLACE = "PLACE"
    COUNTRY = "COUNTRY"
    NATIONALITY = "NORP"
    ARMED_FORCE = "MILITARY"
    TITLE = "TITLE"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``coarse`` is the model's type where a rule made it finer."""

    span: Span
    type: EntityType
    coarse: EntityType
    probability: float
    producers: tuple[Producer, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the paragraph (counted from 0) that holds it."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """How much of one document rests on one root voice.

    ``share`` is the part of the document's non-space characters, in [0, 1], whose
    innermost attribution ends in this root; the shares of a document add up to 1.
    ``attributions`` counts those whose root it is, ``direct`` those in quotation marks.
    """

    voice: Voice
    attributions: int
    direct: int
    share: float


@dataclass(frozen=True, slots=True)
class RespunPhrase:
    """Words that a spinner (a programme that swaps words for synonyms) probably put in.

    ``originals`` are wordings that may have stood there, the likeliest first; none where nothing offers itself.
    """

    span: Span
    probability: float
    originals: tuple[str, ...]
    producers: tuple[Producer, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Whether the words are still those of whoever wrote the text.

    ``respun`` is the probability that a spinner swapped words throughout; ``phrases`` those that it probably put in,
    in reading order, none where the text as a whole does not look respun.
    """

    respun: float
    phrases: tuple[RespunPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document, in reading order.

    ``warnings`` are single lines on what could not be read or should not be relied on. ``meaning`` says of a span what
    its words mean together (``sayso.text.vectors``); it is there while the document is at hand, and never kept.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[VoiceSummary, ...]
    warnings: tuple[str, ...]
    model: Producer
    events: tuple[EventMention, ...] = ()
    wording: Wording = Wording(0.0)
    meaning: Callable[[Span], str] | None = field(default=None, compare=False, repr=False)
