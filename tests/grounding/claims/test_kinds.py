"""Opinion or condition."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.kinds import kind_of
from sayso.grounding.claims.tokens import tokenise
from sayso.types.attribution import Manner, Polarity
from sayso.types.claim import ClaimKind
from tests.grounding.claims.support import said


@pytest.mark.parametrize(
    ("cue", "content", "rule"),
    [
        ("hoped", "the road was open", "cue"),
        ("said", "Why is the road open?", "question"),
        ("said", "the road will open again", "modal"),
        ("said", "we want the road", "feeling"),
        ("said", "the road is a disgrace", "judgement"),
        ("said", "the road looks like a river", "judgement"),
        ("said", "Remember the road", "command"),
    ],
)
def test_opinions_name_their_rule(cue: str, content: str, rule: str) -> None:
    text = f"The mayor {cue} {content}"
    told = said(text, "The mayor", cue, content)
    assert kind_of(text, told, tokenise(text, told.content, frozenset())) == (ClaimKind.OPINION, rule)


@pytest.mark.parametrize("content", ["the road was open", "three lamps burned on the bridge", "she lives in Marl"])
def test_plain_statements_are_conditions(content: str) -> None:
    text = f"The mayor said {content}"
    told = said(text, "The mayor", "said", content)
    assert kind_of(text, told, tokenise(text, told.content, frozenset()))[0] is ClaimKind.CONDITION


def test_a_quoted_fragment_is_an_opinion_and_silence_is_none() -> None:
    text = "The mayor spoke of a dream. The mayor declined to say how good it will be."
    fragment = said(text, "The mayor", "spoke of", "a dream", manner=Manner.MIXED)
    assert kind_of(text, fragment, tokenise(text, fragment.content, frozenset())) == (ClaimKind.OPINION, "fragment")
    silent = said(text, "The mayor", "declined to say", "how good it will be", polarity=Polarity.WITHHELD)
    found = kind_of(text, silent, tokenise(text, silent.content, frozenset()))
    assert found == (ClaimKind.CONDITION, "withheld")
