"""What the rules work on: spots, which are words that may stand for an actor, and the page they stand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.grounding.actors.lexicon import Lexicon, lexicon
from sayso.grounding.actors.tokens import Token, between, tokens
from sayso.text.quotes import quotations
from sayso.text.ranges import merged, touched
from sayso.types.actor import ActorKind
from sayso.types.attribution import Attribution, Manner
from sayso.types.reading import Reading
from sayso.types.span import Span


class Form(StrEnum):
    """How a spot names its actor."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Words for an actor, read by themselves; compared by identity. ``first`` and ``last`` are numbers of words.

    ``noun`` is the head noun of a description in the singular, ``words`` what narrows it down, ``tail`` the end of
    its complement ("of the General Staff"), ``origin`` the first word of its owner ("Niger's"), -1 for none.
    ``gender`` is m, f or "" for unknown; ``country`` an ISO 3166-1 code.
    ``flags`` are those of the lists: of persons as they stand there, of bodies in capitals; D tells that a determiner
    stands before it, H that it is "his" or the like.
    """

    span: Span
    form: Form
    kind: ActorKind
    first: int
    last: int
    key: tuple[str, ...] = ()
    noun: str = ""
    words: frozenset[str] = frozenset()
    country: str | None = None
    gender: str = ""
    plural: bool = False
    definite: bool = False
    flags: str = ""
    tail: int = 0
    origin: int = -1


@dataclass(frozen=True, slots=True)
class Page:
    """One document while its actors are found: its words, its quoted parts and its voices."""

    text: str
    words: tuple[Token, ...]
    quoted: tuple[Span, ...]  # between quotation marks or in the lines of a transcript, merged
    attributions: tuple[Attribution, ...]
    body: int  # offset at which a headline ends
    lexicon: Lexicon

    def inside_quotation(self, place: int) -> bool:
        """True when the character at ``place`` is quoted."""
        return touched(self.quoted, Span(place, place + 1))

    def numbers(self, span: Span) -> range:
        """Numbers of the words that begin in a span."""
        return between(self.words, span.begin, span.end)

    def joined(self, first: int, last: int) -> bool:
        """True when no comma, dash, bracket or sentence end parts the words from ``first`` to ``last``."""
        return not any(w.apart for w in self.words[first + 1 : last + 1])

    def clear(self, first: int, last: int) -> bool:
        """True when the words at ``first`` and ``last`` are numbers of this page."""
        return 0 <= first <= last < len(self.words)


def page(reading: Reading) -> Page:
    """The page of one reading."""
    text = reading.document.text
    spoken = [s for a in reading.attributions if a.manner is Manner.DIRECT for s in a.content]
    quoted = merged([*(q.span for q in quotations(text)), *spoken])
    first, gap, rest = text.partition("\n")
    headline = 0 < len(first) <= 200 and gap and rest.strip() and not first.rstrip().endswith((".", "!", ":", ",", "”"))
    return Page(
        text=text,
        words=tokens(text, reading.sentences),
        quoted=tuple(quoted),
        attributions=reading.attributions,
        body=reading.document.body_begin or (len(first) + 1 if headline else 0),
        lexicon=lexicon(),
    )


class Index:
    """Spots by place: those that share characters with a span are found without a look at all of them."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self._spots = sorted(spots, key=lambda s: (s.span.begin, s.span.end))
        self._begins = [s.span.begin for s in self._spots]
        self._longest = max((s.span.end - s.span.begin for s in spots), default=0)

    def over(self, span: Span) -> list[Spot]:
        """Spots that share a character with ``span``, in order."""
        low = bisect_left(self._begins, span.begin - self._longest)
        high = bisect_right(self._begins, span.end)
        return [s for s in self._spots[low:high] if s.span.overlap(span)]

    def best(self, span: Span) -> Spot | None:
        """The spot that shares most with ``span``, names before others; the first of equals."""
        found = self.over(span)
        return max(found, key=lambda s: (s.span.overlap(span), s.form is Form.NAME), default=None)
