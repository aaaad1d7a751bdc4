"""What two articles, or two outlets, say of one event, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.timeline import Words
from sayso.types.weighing import Article, Assertion, Modality, Standing


class Aspect(StrEnum):
    """In what two tellings of one claim can differ."""

    SIDE = "side"
    MODALITY = "deed, plan or condition"
    NUMBER = "numbers"
    WHO = "who"
    WHOM = "to whom"
    MEANS = "with what"
    PLACE = "where"
    TIME = "when"
    CERTAINTY = "how sure"
    SOURCE = "on whose word"


@dataclass(frozen=True, slots=True)
class Held:
    """What one of the two says of an aspect, in plain words, and the words of the article that show it."""

    value: str
    words: Words


@dataclass(frozen=True, slots=True)
class Difference:
    """An aspect of which the two say different things; one that is empty says nothing of it."""

    aspect: Aspect
    first: tuple[Held, ...]
    second: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A claim across articles, as far as a comparison names it."""

    id: str
    text: str
    modality: Modality
    standing: Standing


@dataclass(frozen=True, slots=True)
class Contrast:
    """A claim that both make, or one of them (then the other tuple is empty).

    ``first`` and ``second`` are what they say, in the order of their articles, ``first_words`` and ``second_words``
    the words there, one for each. ``shared`` are the names of origins
    that both rest on ("" for a private person). ``other`` is the claim of the second where it is about the same event
    in another modality, else ``None``.
    """

    claim: Heading
    first: tuple[Assertion, ...]
    second: tuple[Assertion, ...]
    first_words: tuple[Words, ...]
    second_words: tuple[Words, ...]
    differences: tuple[Difference, ...] = ()
    shared: tuple[str, ...] = ()
    other: Heading | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two: an outlet with its articles, or an article alone; ``outlet`` is ``None`` where unknown."""

    outlet: str | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two parties, the claims that both make, those with most differences first, and those that only one makes."""

    first: Party
    second: Party
    both: tuple[Contrast, ...]
    only_first: tuple[Contrast, ...]
    only_second: tuple[Contrast, ...]
