"""What intake hands over: a document, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a fact about a document became known."""

    METADATA = "metadata"  # a field of the input: HTML meta tag, JSON key
    TEXT = "text"  # read from the document's own words, such as a dateline
    CALLER = "caller"  # given by whoever called


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a document and how it is known. ``value`` is never empty."""

    value: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it came in. ``text`` is never edited; every span points into it.

    ``id`` is ``"d_"`` and the first 16 hex digits of the SHA-256 of the UTF-8 text.
    ``origin`` is where intake got it (path, path with line number, "-" for standard
    input). ``published`` is an ISO 8601 date or date-time (``2022-03-08``), ``None``
    when unknown: nothing falls back to another date. ``body_begin`` is the offset at
    which the text proper starts (behind a headline that is part of ``text``).
    ``language`` is an ISO 639 code, ``"und"`` for a text too short to tell.
    """

    id: str
    text: str
    origin: str
    format: str
    title: Known | None = None
    publisher: Known | None = None
    published: Known | None = None
    url: Known | None = None
    language: str = "en"
    body_begin: int = 0


class Stage(StrEnum):
    """Where a document was set aside."""

    FETCH = "fetch"
    INTAKE = "intake"
    LANGUAGE = "language"
    READING = "reading"
    WEIGHING = "weighing"


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that was set aside: what, at which stage, why, and how to mend it.

    ``reason`` is a short stable code in kebab-case (``empty``, ``not-english``,
    ``malformed-json``); ``message`` is one line for a person.
    """

    origin: str
    stage: Stage
    reason: str
    message: str
