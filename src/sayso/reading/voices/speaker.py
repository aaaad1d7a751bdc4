"""The record of a source phrase read by itself, before it is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.phrase import Phrase
from sayso.reading.voices.words import Word
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

# Endings of nouns for persons ("the watchman", "the beekeeper"); other unknown nouns with "the" are bodies.
AGENTS = ("er", "or", "ist", "man", "woman", "person", "ant", "ent", "eer", "ian", "ee", "kin", "mate", "boy", "girl")
PUBLIC = frozenset("pos")  # flags of roles that make a person public
FEMALE_ENDINGS = ("ova", "eva", "ska", "skaya", "skaia", "ina", "ová")  # of Slavic surnames


class Form(StrEnum):
    """How a source names its speaker."""

    NOBODY = "nobody"
    PRONOUN = "pronoun"
    PART = "part"  # "one of them", "the other"
    NAME = "name"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source phrase read by itself. ``behind`` are the words for whoever stands behind a spokesman or statement."""

    form: Form
    kind: VoiceKind
    name: Span | None
    phrase: Phrase | None
    noun: str = ""
    gender: str = ""  # m, f, n (thing or body), 1 (the quoted speaker), w (relative), or unknown
    human: bool = False
    plural: bool = False
    definite: bool = False
    public: bool = False
    behind: tuple[Word, ...] = ()
    rule: str = "source"
    nouns: frozenset[str] = frozenset()  # of a named speaker: what the phrase calls it


NOBODY = Speaker(Form.NOBODY, VoiceKind.UNNAMED, None, None)


def gender_of(name: str, flags: Sequence[str], lexicon: Lexicon) -> str:
    """ "m" or "f" by the nouns beside a person's name, its given name or a Slavic ending; "" when unknown."""
    for flag in flags:
        for gender in "mf":
            if gender in flag:
                return gender
    parts = name.casefold().split()
    if len(parts) > 1 and parts[0] in lexicon.genders:
        return lexicon.genders[parts[0]]
    if len(parts) > 1 and parts[-1].endswith(FEMALE_ENDINGS):
        return "f"
    return lexicon.genders.get(parts[0], "")


def gender_in(flags: str) -> str:
    """Gender among the flags of a role, "" when there is none."""
    return next((g for g in "mf" if g in flags), "")


def is_human(noun: str, lexicon: Lexicon) -> bool:
    """True for a noun for persons, of the list or by its ending."""
    known = noun in lexicon.documents or noun in lexicon.media or lexicon.organisation(noun) is not None
    return lexicon.role(noun) is not None or (noun.endswith(AGENTS) and not known)
