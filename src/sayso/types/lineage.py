"""How texts derive from each other: what two share, which came from which, and what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.attribution import Producer, Voice
from sayso.types.document import Document
from sayso.types.span import Span


class Kind(StrEnum):
    """What became of a text on its way into another one."""

    VERBATIM = "verbatim"  # the whole of it, word for word
    CUT = "cut"  # its beginning, word for word, as wire copy is cut
    LIGHT_EDIT = "light edit"  # the whole of it, a few words changed or left out
    REORDERED = "reordered"  # the same sentences in another order
    RESPUN = "respun"  # the same sentences, words swapped for synonyms
    REWRITE = "rewrite"  # the same matter sentence by sentence in other words, as a translation is
    PARTIAL = "partial"  # passages of it within another text
    QUOTATION = "quotation only"  # nothing but what somebody said
    VERSION = "version"  # the same article of the same outlet, later


class Alteration(StrEnum):
    """What was done to a quotation."""

    NEGATION = "negation"  # "not" put in or taken out
    NUMBER = "number"
    TRUNCATED = "truncated"  # its end left out
    SPLICED = "spliced"  # a part within left out, without a mark
    RESPUN = "respun"  # words swapped for synonyms
    EDITED = "edited"  # anything else


class ChangeKind(StrEnum):
    """What differs at one place of two aligned texts; the first that fits counts."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    SUBSTITUTED = "substituted"
    ADDED = "added"
    OMITTED = "omitted"


class CreditKind(StrEnum):
    """How a text names where it comes from."""

    TAG = "tag"  # "(AP)" behind a dateline or at the end
    SOURCE = "source"  # "Source: Suspilne"
    FIRST = "first"  # "first published by", "as first reported by"
    REPORTING = "reporting"  # "with reporting by", "X reports that", "according to X"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of ``first`` that comes back in ``second``, in whatever words."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between aligned texts. ``first`` is ``None`` for what was added, ``second`` for one omitted."""

    kind: ChangeKind
    first: Span | None
    second: Span | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two texts share, in the order of the second.

    ``first_share`` and ``second_share`` say how much of each text's words stands in passages, ``wording`` how many
    of the words in passages are the same, ``order`` how many of the passages follow upon each other in both, all in
    [0, 1].
    """

    passages: tuple[Passage, ...]
    first_share: float
    second_share: float
    wording: float
    order: float


@dataclass(frozen=True, slots=True)
class QuotedAgain:
    """A quotation of the child that stands in the parent, too; ``alteration`` is ``None`` where it is word for word."""

    parent: Span
    child: Span
    alteration: Alteration | None


@dataclass(frozen=True, slots=True)
class Credit:
    """Words in which a text names an outlet that it takes from."""

    span: Span
    outlet: str
    kind: CreditKind


@dataclass(frozen=True, slots=True)
class Derivation:
    """``child`` was made from ``parent``, both ids of documents.

    ``probability`` is that of the two being related at all, ``direction`` that of this one being the parent.
    ``reasons`` are short phrases for a person: what speaks for it.
    """

    parent: str
    child: str
    kind: Kind
    probability: float
    direction: float
    alignment: Alignment
    quotes: tuple[QuotedAgain, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that all come from one original. ``first`` is the one that the others derive from.

    ``root`` names an outlet that members credit and that has no document here: then it is the root, and ``first``
    merely the oldest text at hand. ``derivations`` also holds those from partial copies, which may have a parent
    in another family.
    """

    first: str
    members: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side: what they share, and what changed from the first to the second."""

    first: Document
    second: Document
    alignment: Alignment
    changes: tuple[Change, ...]
    quotes: tuple[QuotedAgain, ...]


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of a copy, ``here``, and those of its parent that stood in their place, ``there``."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Older:
    """The older wording of words of a document: what stood in their place in a text that it was made from.

    ``of`` is the id of the claim, actor or voice that these words make, ``None`` for a phrase. ``spans`` are the words
    here and ``words`` what they say, ``older`` those of the document ``source`` and ``older_words`` what they say.
    ``steps`` are what became of the text on its way, from here back to ``source``. ``read`` is the id of the claim,
    actor or voice that the older words make, ``None`` where nothing was read there; ``voice`` is the root voice of that
    claim where it is another one than here.
    """

    of: str | None
    spans: tuple[Span, ...]
    words: str
    source: str
    older: tuple[Span, ...]
    older_words: str
    steps: tuple[Kind, ...]
    read: str | None
    producer: Producer
    voice: Voice | None = None
