"""What people decided about claims: a history that is only added to, beside what was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Side


class Action(StrEnum):
    """What a person did."""

    ACCEPT = "accept"  # found a claim rightly read
    NOTE = "note"  # wrote something beside it
    SIDE = "side"  # said what an assertion does with its claim
    APART = "apart"  # took an assertion out of its claim
    WITH = "with"  # put an assertion into another claim, or made one claim of two
    ROOT = "root"  # said on whose word an assertion rests
    SAME = "same"  # said that two origins are one
    UNDO = "undo"  # took back a decision


class Part(StrEnum):
    """What an assertion is to a decision."""

    ABOUT = "about"  # it is decided about
    INTO = "into"  # WITH: it belongs to the claim that ABOUT comes to
    FROM = "from"  # APART, WITH: it belongs to the claim that ABOUT leaves
    NAMES = "names"  # ROOT, SAME: it names the origin


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One teller: its ``place`` in the chain of the assertion with this id; 0 is the article itself."""

    assertion: str
    place: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, by whom (``by``, as they call themselves) and when (``at``, ISO 8601).

    ``target`` is the id that the person named: of a claim across articles (``p_``), of one article's (``c_``), or
    ``None`` for UNDO. ``about``, ``into`` and ``leaves`` are ids of assertions, see ``Part``. ``words`` are those of a
    note, or a name that the person gave; ``kind`` says what that name is of, and ``public`` whether it is a public
    person's. ``one`` and ``other`` point at tellers: ROOT has the origin in ``one``, SAME its two. ``undone_by`` is the
    number of the UNDO that took it back, ``undoes`` of such a one what it takes back.
    """

    number: int
    at: str
    by: str
    action: Action
    target: str | None
    about: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    side: Side | None = None
    words: str | None = None
    kind: VoiceKind | None = None
    public: bool = False
    one: tuple[Spot, ...] = ()
    other: tuple[Spot, ...] = ()
    undoes: int | None = None
    undone_by: int | None = None


class Fate(StrEnum):
    """What has become of a decision."""

    HOLDS = "holds"
    UNDONE = "undone"
    FORGOTTEN = "forgotten"  # the articles that it is about were forgotten
    REREAD = "read anew"  # the articles were read anew, and what it is about is not found there any more


@dataclass(frozen=True, slots=True)
class ListedReview:
    """A decision with what has become of it, and with the words of what it is about.

    ``claim`` is the id of the claim across articles that it is about today and ``text`` the words of that, ``None``
    where there is none. ``side`` is meant of that claim. ``origins`` are names of the origins that ROOT and SAME are
    about, without those of private persons. ``undone_at`` and ``undone_by`` say when and by whom it was taken back.
    """

    number: int
    at: str
    by: str
    action: Action
    target: str | None
    fate: Fate
    claim: str | None
    text: str | None
    side: Side | None
    words: str | None
    origins: tuple[str, ...]
    about: tuple[str, ...]
    into: tuple[str, ...]
    leaves: tuple[str, ...]
    undoes: int | None
    undone_at: str | None
    undone_by: str | None
