"""Rows about those who speak across articles: who they are, what they are made to say, who brings their word."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Modality, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWanted:
    """Which sources are asked for; ``None`` asks for all.

    ``name`` is a part of any spelling, in whatever case; ``name_keys`` are keys of that name: either will do.
    ``limit`` rows are wanted, behind the first ``skip``.
    """

    kind: VoiceKind | None = None
    name: str | None = None
    name_keys: tuple[str, ...] = ()
    limit: int | None = None
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks in a ledger, or how many that cannot be compared across articles.

    ``name`` is the usual spelling; it is ``None`` where ``voices`` voices of ``articles`` articles stand together that
    have no name which means the same one everywhere; with it, ``key`` is what all its spellings have in common.
    ``document`` is given where the row is of one article alone.
    ``first`` and ``last`` are the dates of the earliest and the latest article, ``None`` where none has a date.
    """

    kind: VoiceKind
    name: str | None
    document: str | None
    voices: int
    attributions: int
    articles: int
    first: str | None
    last: str | None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim across articles that rests on one source, and what that source makes of it.

    ``supports``, ``denies`` and ``leaves_open`` count where it is made to say so, in ``said_in`` articles of which
    ``said_first`` and ``said_last`` are the dates. The other fields are as of ``ListedProposition``.
    """

    id: str
    text: str
    modality: Modality
    supports: int
    denies: int
    leaves_open: int
    said_in: int
    said_first: str | None
    said_last: str | None
    standing: Standing
    articles: int
    least: int
    most: int
    against_least: int
    against_most: int


@dataclass(frozen=True, slots=True)
class Repeater:
    """An outlet that brings a source's word: in how many articles, and how many of these derive from another one.

    ``outlet`` is ``None`` where it is not known; ``first`` and ``last`` are dates of articles.
    """

    outlet: str | None
    articles: int
    derived: int
    first: str | None
    last: str | None
