"""Passages cut into clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.claims.segments import Opening, passage
from sayso.grounding.claims.tokens import tokenise
from sayso.types.span import Span


def cut(text: str) -> list[tuple[str, str]]:
    seen = passage(text, tokenise(text, (Span(0, len(text)),), frozenset()))
    out = []
    for c in seen.clauses:
        words = " ".join(seen.tokens[k].key for k in c.own if seen.tokens[k].word)
        if words:
            out.append((c.opening.name.lower(), words))
    return out


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The fire, which burned all night, was started inside",
            [("start", "the fire was started inside"), ("relative", "burned all night")],
        ),
        (
            "Gunmen burned wells before they attacked",
            [("start", "gunmen burned wells"), ("subordinate", "they attacked")],
        ),
        ("Gunmen left before dawn", [("start", "gunmen left before dawn")]),
        (
            "When the war began, it sent forces",
            [("subordinate", "the war began"), ("start", "it sent forces")],
        ),
        (
            "Rebels overran a post, taking eleven prisoners",
            [("start", "rebels overran a post"), ("participle", "taking eleven prisoners")],
        ),
        (
            "The army denied it and blamed the rebels",
            [("start", "the army denied it"), ("predicate", "blamed the rebels")],
        ),
        ("Rebels and soldiers died", [("start", "rebels and soldiers died")]),
        ("Men who fled the camp were shot", [("start", "men were shot"), ("relative", "fled the camp")]),
        ("Anna Kowal, head of the council, resigned", [("start", "anna kowal head of the council resigned")]),
        ("Troops crossed; nobody stopped them", [("start", "troops crossed"), ("break", "nobody stopped them")]),
        (
            "He declined to discuss who was taken first",
            [("start", "he declined to discuss who was taken first")],
        ),
        (
            "A log, a copy of which was seen by us, named nobody",
            [("start", "a log named nobody"), ("relative", "was seen by us")],
        ),
    ],
)
def test_clauses(text: str, clauses: list[tuple[str, str]]) -> None:
    assert sorted(cut(text)) == sorted(clauses)


def test_a_lead_is_marked() -> None:
    text = "In March, rebels seized the port"
    seen = passage(text, tokenise(text, (Span(0, len(text)),), frozenset()))
    assert seen.clauses[0].lead == 1
    assert seen.carried(seen.clauses[0])


WORDS = "the men who fled and , ( ) ; : that which were after before said if to of in they , seized dead".split()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_token_has_one_home_and_stands_in_one_clause(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokenise(text, (Span(0, len(text)),) if text else (), frozenset())
    seen = passage(text, tokens)
    assert len(seen.home) == len(tokens)
    standing = [k for c in seen.clauses for k in (*c.marker, *c.own)]
    assert len(standing) == len(set(standing))
    assert {k for k, t in enumerate(tokens) if t.word} <= set(standing)
    assert all(c.parent is None or 0 <= c.parent < n for n, c in enumerate(seen.clauses))
    assert seen.clauses[0].opening is Opening.START
