"""Claims across articles: what is claimed, by how many texts, on whose word, and how many origins that makes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Role, Stance, Status
from sayso.types.span import Span


class Side(StrEnum):
    """What an assertion does with a proposition."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"  # neither: "could not confirm", "declined to comment"


class Modality(StrEnum):
    """Deeds, plans and conditions are different propositions, even of one event."""

    DEED = "deed"  # happened, goes on, or did not happen
    PLAN = "plan"
    CONDITION = "condition"  # demanded, threatened, "if", "could"


class OriginKind(StrEnum):
    """What an origin is: the one whose word a claim rests on in the end."""

    NAMED = "named"  # a person or an organisation known by name
    WITNESS = "witness"  # an outlet that saw it itself: its reporter on the spot, its own interview
    DOCUMENT = "document"  # a letter, a decree, a picture, a recording
    UNNAMED = "unnamed"  # "officials", "sources", a resident without a name
    CHANNEL = "channel"  # an outlet that is named as the source, and nothing is known of whom it has it from
    UNSOURCED = "unsourced"  # a text that says so itself and names nobody
    CIRCLE = "circle"  # texts that cite each other, and nobody else


class Standing(StrEnum):
    """How a proposition stands, by what the ledger holds; never whether it is true."""

    UNSOURCED = "unsourced"  # nobody is named by anybody
    SINGLE = "single origin"
    CORROBORATED = "corroborated"  # two independent origins at least, and nobody against
    DENIED = "denied"  # by those whom it concerns, and by nobody else
    CONTESTED = "contested"  # by somebody whom it does not concern
    WITHDRAWN = "withdrawn"  # by its source


@dataclass(frozen=True, slots=True)
class Teller:
    """One voice of a chain, as one document has it.

    ``name`` is as written there, ``None`` for the article itself and where nobody is named. ``key`` is the same for
    the usual spellings of a public actor's name; ``None`` for groups and private persons. ``country`` is an ISO
    3166-1 alpha-2 code, ``office`` the words that give this voice a role ("spokesman of the regional defence").
    ``mention`` is where the name stands, ``cue`` the words of saying, both in the document of the assertion.
    """

    voice_id: str
    kind: VoiceKind
    name: str | None
    key: str | None = None
    country: str | None = None
    office: str | None = None
    public: bool = True
    mention: Span | None = None
    cue: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """Somebody or something that takes part in a claimed event: as written, and as it can be compared."""

    role: Role
    name: str
    key: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a claimed event is: a half-open interval (ISO 8601), and a place; ``None`` where unknown.

    ``latitude`` and ``longitude`` are degrees (WGS 84), ``precision`` a value of ``sayso.types.place.Precision``.
    """

    since: str | None = None
    until: str | None = None
    site: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What weighing knows of a document: ``outlet`` is its publisher as given, ``published`` ISO 8601.

    ``text_id`` is the id of the document that its family of copies goes back to: itself where it has none.
    """

    id: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    text_id: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim of one document: what one voice says there.

    ``id`` is that of the claim. ``chain`` runs from the article (first) to the root (last), ``article`` being the only
    teller where the article says so itself. ``side`` is meant of the event as such: a denial of it and "did not" are
    AGAINST. ``words`` are the stems of the words of content of the claim, ``trigger`` that of its event, ``numbers``
    the quantities in it, normalised ("1400", "33"). ``witnessed`` are the words by which the document shows that it
    has this at first hand ("told this newspaper", "our correspondent saw"); empty where it does not. ``withdrawal``
    are the words by which the source takes back what it said before. ``meaning`` is what its words mean, as a vector
    (``sayso.text.vectors``); empty where unknown.
    """

    id: str
    document: str
    place: int
    kind: ClaimKind
    text: str
    span: Span
    type: EventType | None
    mode: str | None
    status: Status | None
    side: Side
    modality: Modality
    certainty: Certainty
    stance: Stance
    probability: float
    chain: tuple[Teller, ...]
    taking: tuple[Taking, ...] = ()
    setting: Setting = Setting()
    trigger: str = ""
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    witnessed: tuple[Span, ...] = ()
    withdrawal: tuple[Span, ...] = ()
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """An assertion whose words were taken over from another document, by lineage.

    ``parent`` is the assertion there that the same words make, ``None`` where nothing was read there; ``source`` and
    ``span`` say which document and which characters of it.
    """

    child: str
    parent: str | None
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """Two assertions that are about one proposition, with calibrated probability; ``first`` < ``second``.

    ``reasons`` are short phrases for a person: what speaks for it and against it.
    """

    first: str
    second: str
    probability: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """Why ``id`` is taken to tell the same as ``other``, which the claim holds already: a match and its reasons."""

    id: str
    other: str
    probability: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One whose word assertions rest on in the end.

    ``name`` is the fullest name, ``written`` all names under which the articles have it. ``camp`` is the government,
    command, office or party that it speaks for: those of one camp count once for the lower bound; ``None`` where
    unknown. ``assertions`` are the ids of those that rest on it.
    """

    id: str
    kind: OriginKind
    name: str
    written: tuple[str, ...]
    camp: str | None
    public: bool
    assertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a count is what it is, in one sentence, with the rule that said so and the assertions it is about."""

    rule: str
    sentence: str
    assertions: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many independent origins there are, at least and at most, and why."""

    least: int
    most: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a provenance graph: ``child`` has it from ``parent``.

    Ends are ids of assertions or of origins. ``rule`` is "derived" (lineage), "cites" (a chain leads to another
    document), "says" (an origin at the end of a chain) or "rests on" (an origin that has it from another one).
    ``doubt`` lies in [0, 1]: 0 where the text says so itself. ``document`` and ``span`` are the words that show it.
    """

    child: str
    parent: str
    rule: str
    doubt: float
    document: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What stands behind a set of assertions about one proposition: the result of ``sayso.weighing.weigh``."""

    origins: tuple[Origin, ...]
    steps: tuple[Step, ...]
    support: Bounds
    against: Bounds
    standing: Standing
    standing_reason: str
    standing_since: str | None


@dataclass(frozen=True, slots=True)
class Proposition:
    """One claim across articles.

    ``text`` is that of the assertion that tells it best. Where nobody has the event happen, the proposition is that it
    did not, and the sides of ``assertions`` are of that. ``assertions`` are in the order of the
    dates of their articles. ``texts`` counts families of copies as one. ``related`` are ids of propositions of the same
    event in another modality (a plan, a threat).
    """

    id: str
    text: str
    type: EventType | None
    mode: str | None
    modality: Modality
    setting: Setting
    assertions: tuple[Assertion, ...]
    articles: tuple[Article, ...]
    texts: int
    weighed: Weighed
    first_seen: str | None
    last_seen: str | None
    related: tuple[str, ...] = ()
