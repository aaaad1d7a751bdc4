"""Who acts: persons, offices, organisations, states and groups of one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"  # a country, its government or its capital standing for it
    FORCE = "armed force"
    OUTLET = "outlet"
    GROUP = "group"  # "conscripts", "residents", a nationality: nobody in particular


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Where an actor is named; ``rule`` says what joined these words to it ("name", "alias", "title", "pronoun")."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of one document and everywhere it is named.

    ``name`` is its fullest name there, letter by letter. ``key`` is the same for the usual spellings of one name
    (Lukashenko, Lukashenka, Łukaszenka), so that documents can be compared; ``None`` for groups and for private
    persons, who stay inside the document. ``country`` is an ISO 3166-1 alpha-2 code. ``office`` is the role that
    the document gives a person, as written. ``id`` holds the document's id. ``public`` is ``False`` for a person to
    whom the document gives no public role.
    """

    id: str
    kind: ActorKind
    name: str
    mentions: tuple[ActorMention, ...]
    key: str | None
    country: str | None
    office: Span | None
    public: bool
