"""Rows of lists: what a ledger answers when it is asked across articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.attribution import Polarity, VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.document import Stage
from sayso.types.event import Certainty, Stance, Status
from sayso.types.lineage import Alteration
from sayso.types.span import Span
from sayso.types.weighing import Modality, Side, Standing


class State(StrEnum):
    """What has become of an article that was taken in."""

    READ = "read"
    WAITING = "waiting"
    SET_ASIDE = "set aside"


class ArticleSort(StrEnum):
    """Which article stands first."""

    DATE = "date"  # the latest published; without a date, last
    OUTLET = "outlet"
    TITLE = "title"
    CLAIMS = "claims"  # the one with most claims


class ClaimSort(StrEnum):
    """Which claim stands first."""

    LATEST = "latest"  # of the article read last
    DATE = "date"  # the event that begins last; without a begin, last
    CONFIDENCE = "confidence"  # the surest
    ARTICLE = "article"  # of the article published last, in reading order


class PropositionSort(StrEnum):
    """Which claim across articles stands first."""

    ARTICLES = "articles"  # told by most articles; of those as many, with most origins against it
    DISPUTE = "dispute"  # with most origins against it
    ORIGINS = "origins"  # with most independent origins, at least
    NEW = "new"  # first told last
    LATEST = "latest"  # told last


class Told(StrEnum):
    """What became of an event as its voice tells it: one word for each claim about an event or condition."""

    HAPPENED = "happened"
    DID_NOT = "did-not"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    REPORTED = "reported"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWanted:
    """Which articles are asked for; ``None`` asks for all. ``since`` and ``until`` are half-open ISO 8601 dates.

    ``limit`` rows are wanted, behind the first ``skip``.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    state: State | None = None
    sort: ArticleSort = ArticleSort.DATE
    limit: int | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWanted:
    """Which claims are asked for; ``None`` asks for all.

    ``about`` are words of the claim, ``about_keys`` keys of who acts or is acted upon: either will do. ``by`` and
    ``by_keys`` ask the same of the root voice; a private person is never found by its name. ``site`` is the name of a
    place, ``country`` an ISO 3166-1 alpha-2 code; either will do. ``since`` and ``until`` are half-open ISO 8601
    dates or date-times.
    """

    about: str | None = None
    about_keys: tuple[str, ...] = ()
    by: str | None = None
    by_keys: tuple[str, ...] = ()
    type: str | None = None
    mode: str | None = None
    site: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    status: Told | None = None
    sort: ClaimSort = ClaimSort.LATEST
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionWanted:
    """Which claims across articles are asked for; ``None`` asks for all.

    ``about``, ``by``, their keys, ``type``, ``mode``, ``site``, ``country``, ``since`` and ``until`` are as of
    ``ClaimWanted``: of the first four, one of its assertions will do. ``origins`` is the least number of independent
    origins for it, at least; ``new`` the ISO 8601 date on which, or later, an article told it first. ``copies`` asks
    also for what was read in copies only, in words of which their originals have no claim. ``at`` are the latitude and
    longitude of one place, as ``types.whereabouts`` has them. ``limit`` rows are wanted, behind the first ``skip``.
    """

    about: str | None = None
    about_keys: tuple[str, ...] = ()
    by: str | None = None
    by_keys: tuple[str, ...] = ()
    type: str | None = None
    mode: str | None = None
    site: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    standing: Standing | None = None
    origins: int | None = None
    new: str | None = None
    copies: bool = False
    at: tuple[float, float] | None = None
    sort: PropositionSort = PropositionSort.ARTICLES
    limit: int | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article; ``met`` counts its sightings, ``origin`` is that of the sighting that speaks for it."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    format: str
    state: State
    met: int
    claims: int
    origin: str


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with what places it: its event, its article, and on whose word it is (``chain``, root first).

    ``since`` and ``until`` are the half-open interval of its event in ISO 8601, ``country`` is an ISO 3166-1 alpha-2
    code. ``older`` is the claim in the wording of the text that it was taken over from, ``None`` where that is the same
    or not known; ``older_document`` is that text, ``older_begin`` and ``older_end`` where its words stand there, and
    ``older_claim`` the claim that they make there, ``None`` where nothing was read.
    """

    id: str
    document: str
    text: str
    kind: ClaimKind
    type: str | None
    mode: str | None
    status: Status | None
    polarity: Polarity
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    voice: str | None
    voice_kind: VoiceKind
    chain: str
    certainty: Certainty
    stance: Stance
    probability: float
    since: str | None
    until: str | None
    edtf: str | None
    site: str | None
    country: str | None
    published: str | None
    outlet: str | None
    title: str | None
    older: str | None = None
    older_document: str | None = None
    older_begin: int | None = None
    older_end: int | None = None
    older_claim: str | None = None


@dataclass(frozen=True, slots=True)
class ListedProposition:
    """A claim across articles; ``text`` is that of the assertion that tells it best.

    ``texts`` counts articles that are one text as one, ``assertions`` each time it is told. There are at least
    ``least`` and at most ``most`` independent origins for it, ``against_least`` and ``against_most`` against it;
    ``who_is_for`` and ``who_is_against`` name them, private persons without their names. ``first_seen`` and
    ``last_seen`` are dates of articles, ``since`` and ``until`` are of the event, half-open. ``reviewed_by`` are those
    who decided something about it that holds, the latest first.
    """

    id: str
    text: str
    type: str | None
    mode: str | None
    modality: Modality
    articles: int
    texts: int
    assertions: int
    least: int
    most: int
    against_least: int
    against_most: int
    standing: Standing
    standing_reason: str
    standing_since: str | None
    who_is_for: tuple[str, ...]
    who_is_against: tuple[str, ...]
    first_seen: str | None
    last_seen: str | None
    since: str | None
    until: str | None
    site: str | None
    country: str | None
    reviewed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldHere:
    """What became of one claim of an article across articles: the claim ``proposition``, and how that stands.

    ``side`` is on which side of it the article's claim is. The counts are as of ``ListedProposition``.
    """

    claim: str
    proposition: str
    side: Side
    standing: Standing
    articles: int
    texts: int
    least: int
    most: int
    against_least: int
    against_most: int
    reviewed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a claim that holds the words searched for; ``marks`` are these words within ``snippet``."""

    kind: str
    id: str
    document: str
    published: str | None
    outlet: str | None
    title: str | None
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found. ``ranked``: the best stand first, else, of very many, those taken in last.

    ``found`` counts all hits, but not beyond ``counted``.
    """

    hits: tuple[Hit, ...]
    ranked: bool
    found: int
    counted: int


@dataclass(frozen=True, slots=True)
class Version:
    """An article of one address, ``text`` included."""

    id: str
    published: str | None
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an article was met, when (ISO 8601 in UTC), and what was known of it there."""

    origin: str
    taken: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Relative:
    """What is known of a member of a family."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ListedFamily:
    """Articles that come from one original; ``published``, ``outlet`` and ``title`` are of the first one.

    ``outlets`` counts different outlets, ``last`` is the date of the latest article. ``root`` names an outlet that
    members credit and that has no article here. ``altered`` counts quotations that are not word for word.
    """

    first: str
    articles: int
    outlets: int
    published: str | None
    last: str | None
    outlet: str | None
    title: str | None
    root: str | None
    altered: int


@dataclass(frozen=True, slots=True)
class ListedQuote:
    """A quotation of an article and its wording in the parent; ``alteration`` is ``None`` where they are the same."""

    document: str
    span: Span
    words: str
    published: str | None
    outlet: str | None
    alteration: Alteration | None
    parent: str
    parent_span: Span
    parent_words: str
    parent_published: str | None
    parent_outlet: str | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside, as ``Rejection`` has it, and when; ``document`` is its id where it became one."""

    origin: str
    stage: Stage
    reason: str
    message: str
    taken: str
    document: str | None
