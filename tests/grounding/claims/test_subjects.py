"""Names in place of pronouns, and subjects from elsewhere."""

from __future__ import annotations

from sayso.grounding.claims.subjects import missing, pronoun, referents, replaced, with_article
from sayso.grounding.claims.tokens import Token, joined, tokenise
from sayso.types.actor import ActorKind
from sayso.types.event import Role
from sayso.types.span import Span
from tests.grounding.claims.support import actor, event, place, told

TEXT = "The rebels left Marl. On Friday they returned. Anna Kowal saw them."


def tokens(begin: int, end: int) -> tuple[Token, ...]:
    return tokenise(TEXT, (Span(begin, end),), frozenset())


def test_a_pronoun_leads_to_the_fullest_name_with_its_article() -> None:
    found = referents(TEXT, (actor(TEXT, ActorKind.GROUP, "rebels", place(TEXT, "they")),))
    referent = found[place(TEXT, "they").begin]
    assert referent.name.of(TEXT) == "The rebels"
    assert referent.agrees("they") and not referent.agrees("he") and not referent.agrees("it")
    assert referent.named_in((Span(0, 12),)) and not referent.named_in((Span(22, 40),))


def test_a_person_is_no_thing() -> None:
    found = referents(TEXT, (actor(TEXT, ActorKind.PERSON, "Anna Kowal", place(TEXT, "they")),))
    referent = found[place(TEXT, "they").begin]
    assert referent.agrees("she") and not referent.agrees("it") and not referent.agrees("they")


def test_only_a_subject_is_replaced_and_only_once() -> None:
    line = tokens(22, 45)
    assert [t.key for t in line] == ["on", "friday", "they", "returned"]
    assert pronoun(line, 3) is None  # no comma before it
    k = pronoun(line[2:], 1)
    assert k == 0
    new = replaced(TEXT, line[2:], k, place(TEXT, "The rebels"))
    assert [p.of(TEXT) for p in joined(TEXT, new)] == ["The rebels", "returned"]
    assert replaced(TEXT, line[2:], k, place(TEXT, "they")) == list(line[2:])


def test_a_missing_subject_is_the_actor_or_of_a_passive_the_recipient() -> None:
    mention = told(TEXT, "returned", [(Role.ACTOR, "rebels"), (Role.RECIPIENT, "Marl")])
    line = tokens(37, 45)
    assert [t.key for t in missing(TEXT, event(1, mention), mention, line, passive=False)] == ["the", "rebels"]
    assert [t.key for t in missing(TEXT, event(1, mention), mention, line, passive=True)] == ["marl"]
    alone = told(TEXT, "returned")
    assert missing(TEXT, event(1, alone), alone, line, passive=False) == ()


def test_articles_are_taken_in() -> None:
    assert with_article(TEXT, place(TEXT, "rebels")).of(TEXT) == "The rebels"
    assert with_article(TEXT, place(TEXT, "Marl")).of(TEXT) == "Marl"
