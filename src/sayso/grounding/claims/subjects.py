"""Who a claim is about, where its clause has a pronoun or nothing: words from elsewhere in the text put in front."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.grounding.claims import grammar
from sayso.grounding.claims.tokens import Token, tokenise
from sayso.grounding.claims.verbs import adverb
from sayso.types.actor import Actor, ActorKind
from sayso.types.event import Argument, Event, EventMention, Role
from sayso.types.span import Span

ELSEWHERE = -1  # part of tokens that are cut from another place, so that they make a piece of their own
LONGEST_NAME = 8  # words: a longer name reads worse than its pronoun
NO_BLANKS = re.compile(r"\S+")
PLURALS = frozenset("people men women police children forces troops militia media".split())
ARTICLE = re.compile(r"\b(?:the|an?|one|two|three|some|several|his|her|its|their) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a pronoun is joined to: where the text has the fullest name, and all places that name this actor."""

    name: Span
    places: tuple[Span, ...]
    kind: ActorKind
    plural: bool

    def agrees(self, pronoun: str) -> bool:
        """False where number or kind speak against it: "they" for one man, "he" for a state."""
        if pronoun == "they":
            return self.plural
        return not self.plural and (self.kind is ActorKind.PERSON) == (pronoun in ("he", "she"))

    def named_in(self, spans: Sequence[Span]) -> bool:
        """True when the actor is named in one of ``spans``."""
        return any(place.overlap(span) for place in self.places for span in spans)


def referents(text: str, actors: Sequence[Actor]) -> Mapping[int, Referent]:
    """Offset of each personal pronoun that is joined to an actor -> that actor."""
    out: dict[int, Referent] = {}
    for actor in actors:
        named = next((m.span for m in actor.mentions if m.span.of(text) == actor.name), None)
        if named is None:
            continue
        places = tuple(m.span for m in actor.mentions if m.span.of(text).casefold() not in grammar.PERSONAL)
        plural = actor.kind is not ActorKind.PERSON and _plural(actor.name)
        referent = Referent(with_article(text, named), places, actor.kind, plural)
        for mention in actor.mentions:
            if mention.span.of(text).casefold() in grammar.PERSONAL:
                out[mention.span.begin] = referent
    return out


def _plural(name: str) -> bool:
    """True for "rebels", "three officers", "the Brigades of the Palm"."""
    head = re.split(r" (?:of|in|from|at|for|on|who|near) ", name)[0].split()
    last = head[-1].casefold() if head else ""
    return last in PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def with_article(text: str, span: Span) -> Span:
    """The span with the article before it, where one stands there."""
    found = ARTICLE.search(text, max(0, span.begin - 8), span.begin)
    return Span(found.start(), span.end) if found else span


def pronoun(chosen: Sequence[Token], first_verb: int) -> int | None:
    """Index of a pronoun that is the subject of the line: before its verb, behind adverbs and commas only."""
    for k, token in enumerate(chosen[:first_verb]):
        if token.key in grammar.PERSONAL:
            before = chosen[k - 1] if k else None
            return k if before is None or not before.word or adverb(before.key) else None
    return None


def replaced(text: str, chosen: Sequence[Token], k: int, name: Span) -> list[Token]:
    """``chosen`` with the pronoun at index ``k`` replaced by ``name``, unless this stands there or is long."""
    words = moved(text, name)
    there = any(name.begin < t.end and t.begin < name.end for t in chosen)
    if there or not 0 < len(words) <= LONGEST_NAME:
        return list(chosen)
    return [*chosen[:k], *words, *chosen[k + 1 :]]


def moved(text: str, span: Span) -> list[Token]:
    """The words of ``span`` as tokens that make a piece of their own."""
    return [Token(t.begin, t.end, t.key, t.kind, ELSEWHERE, t.word) for t in tokenise(text, (span,), frozenset())]


def missing(
    text: str, event: Event, mention: EventMention, chosen: Sequence[Token], *, passive: bool
) -> tuple[Token, ...]:
    """The words of whoever acts (of a passive: is acted upon), where ``chosen`` lacks them; empty when unknown."""
    role = Role.RECIPIENT if passive else Role.ACTOR
    spans = [a.span for a in _arguments(mention, role)]
    if not spans:
        known = event.recipients if passive else event.actors
        spans = [p.span for p in known if p.span is not None][:1]
    for span in spans:
        inside = any(span.begin < t.end and t.begin < span.end for t in chosen)
        words = moved(text, with_article(text, span))
        if not inside and 0 < len(words) <= LONGEST_NAME and words[0].key not in grammar.RELATIVES:
            return tuple(words)
    return ()


def _arguments(mention: EventMention, role: Role) -> list[Argument]:
    return [a for a in mention.arguments if a.role is role]
