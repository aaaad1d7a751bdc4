"""How a claim went on from its first telling: who said what when, how it changed on the way, and how it stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sayso.types.span import Span
from sayso.types.weighing import Proposition, Side, Standing


class MomentKind(StrEnum):
    """What a moment in the history of a claim is."""

    FIRST = "first seen"
    TOLD = "told again"  # by another text, which makes no more independent origins
    CONFIRMED = "confirmed"  # by somebody who makes one independent origin more, at least
    DENIED = "denied"
    OPEN = "left open"
    WITHDRAWN = "withdrawn"
    UNDATED = "undated"  # when it was told is not known; never one of the above
    COPIED = "copied"
    NUMBER = "number changed"
    WORDED = "wording changed"  # the same number of something else
    HARDENED = "hardened"
    SOFTENED = "softened"


# What became of the words of a telling; the other kinds are tellings themselves.
CHANGES: Final = (MomentKind.COPIED, MomentKind.NUMBER, MomentKind.WORDED, MomentKind.HARDENED, MomentKind.SOFTENED)
# Who has no name in a list across articles.
NOBODY: Final = "nobody named"
ITSELF: Final = "the article itself"
PRIVATE: Final = "a private person"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article and where they stand: code points of its text."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a claim across articles.

    ``claim`` and ``assertion`` are ids of the claim across articles and of the article's own; ``published`` is the
    date of the article (ISO 8601), ``None`` where unknown. ``source`` is on whose word it is said, as written there,
    and ``voice`` what that is; without a name ``voice`` is ``NOBODY``, ``ITSELF`` or ``PRIVATE``. ``after`` are the
    words of the article; ``before`` those of another one that they are compared with, where something changed;
    ``saying`` are the words of saying ("denied"), where there are any. Of copies, ``count`` says how many there are,
    ``until`` the date of the latest, ``outlets`` who has them.
    """

    kind: MomentKind
    claim: str
    assertion: str
    side: Side
    published: str | None
    article: str
    outlet: str | None
    source: str | None
    voice: str
    after: Words
    before: Words | None = None
    saying: Words | None = None
    note: str = ""
    count: int = 1
    until: str | None = None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """How a claim stood from a date on, by the articles until then.

    ``support`` and ``against`` are how many independent origins there are, at least and at most. ``published`` is
    ``None`` where articles of unknown date are counted too.
    """

    claim: str
    published: str | None
    standing: Standing
    reason: str
    support: tuple[int, int]
    against: tuple[int, int]


@dataclass(frozen=True, slots=True)
class History:
    """The moments of one claim or of several, in the order of their dates, those without a date at the end.

    ``turns`` are in the same order. ``earlier`` and ``later`` count articles that a stretch of time leaves out.
    """

    claims: tuple[Proposition, ...]
    moments: tuple[Moment, ...]
    turns: tuple[Turn, ...]
    earlier: int = 0
    later: int = 0
