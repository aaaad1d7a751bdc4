"""Who is made to say what, and on whose word it rests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.span import Span


class Manner(StrEnum):
    """How the content is rendered (Pareti 2012): in quotation marks, partly, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Polarity(StrEnum):
    """What the source does with the content."""

    AFFIRMED = "affirmed"
    DENIED = "denied"  # "denied that", "rejected claims that", "dismissed reports of"
    WITHHELD = "withheld"  # "did not say whether", "declined to comment", "refused to confirm"


class VoiceKind(StrEnum):
    """What stands at a place in a chain of voices."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"  # letter, decree, poll, video, intercepted call, map
    OUTLET = "outlet"  # newspaper, agency, broadcaster, channel
    UNNAMED = "unnamed"  # "sources", "officials", "residents", "reports", or nobody at all
    ARTICLE = "article"  # the document's own voice


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that speaks in a document.

    ``name`` is the fullest name that the document itself gives, cut from the text
    ("Franak Viacorka", "opposition sources"); ``None`` only when nobody is there to
    be named ("it is said that") and for the article itself. ``mention`` is where
    that name stands. ``id`` is the same for the same voice within one document and
    holds the document's id, so that it cannot be joined across documents.
    ``public`` is ``False`` when nothing in the document gives this person an office,
    a rank or another public role.
    """

    id: str
    kind: VoiceKind
    name: str | None
    mention: Span | None
    public: bool = True


@dataclass(frozen=True, slots=True)
class Producer:
    """The model head or rule that found something: ``model:attribution``, ``rule:title-alias``."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a source as written refers to ("he" -> "Franak Viacorka"), and which rule said so."""

    voice_id: str
    rule: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying. Span tuples are sorted, do not overlap, and may be empty for source.

    ``source`` is empty when nobody is named; ``cue`` holds the words of saying;
    ``content`` may be discontinuous. ``probability`` is calibrated: of a hundred
    attributions with .9, about ninety are right (source, cue and content overlap what
    a person marked). ``parent`` is the id of the attribution that relays this one,
    ``None`` when the article itself does. ``chain`` lists voice ids from the article
    down to the root, ``chain[0]`` being the article's; ``root`` is the voice on whose
    word the content rests in the end, which lies below this attribution's own source
    where that source cites somebody else for the same content. ``basis_id`` then
    names the attribution that gives that somebody.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    polarity: Polarity
    probability: float
    line: int
    parent: str | None
    voice: Voice
    resolution: Resolution | None
    chain: tuple[str, ...]
    root: Voice
    basis_id: str | None
    producers: tuple[Producer, ...]
