"""Which words carry a clause."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.tokens import tokenise
from sayso.grounding.claims.verbs import finite, gerund, past_form
from sayso.types.span import Span


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("The guard has been seen at the gate", ["has"]),
        ("A letter seen by us names nobody", ["names"]),
        ("Officials say troops crossed", ["say", "crossed"]),
        ("Gunmen attacked the village", ["attacked"]),
        ("the wounded soldiers", []),
        ("A decree signed by the governor orders all lorries off", ["orders"]),
        ("military strikes on the port", []),
        ("They hold the ridge", ["hold"]),
        ("The men called up in May have left", ["have"]),
        ("On 4 May the bridge fell", ["fell"]),
        ("She read the memo on Friday", ["read"]),
        ("to close its own office", []),
        ("They're leaving", ["they're"]),
    ],
)
def test_finite_verbs_are_told_from_participles_and_nouns(text: str, carriers: list[str]) -> None:
    tokens = tokenise(text, (Span(0, len(text)),), frozenset())
    assert [tokens[k].key for k in sorted(finite(text, tokens))] == carriers


def test_forms() -> None:
    assert past_form("fired") and past_form("taken") and not past_form("hundred") and not past_form("exceed")
    assert gerund("taking") and gerund("shelling") and not gerund("morning") and not gerund("king")
