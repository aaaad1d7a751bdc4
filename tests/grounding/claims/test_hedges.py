"""Words of certainty."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.hedges import hedges
from sayso.types.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge was reportedly hit.", ["reportedly"]),
        ("There is little evidence of that.", ["little evidence of that"]),
        ("We know that they fled.", ["We know"]),
        ("The claim could not be independently verified.", ["claim", "could not be independently verified"]),
        ("Nine men are believed to have died.", ["are believed"]),
        ("On 4 May they left.", []),
        ("They may leave.", ["may"]),
        ("The mayor seems tired.", []),
        ("It seems the road is open.", ["It seems"]),
        ("The proclaimed republic exists.", []),
    ],
)
def test_words_are_found_whole(text: str, words: list[str]) -> None:
    assert [s.of(text) for s in hedges(text, (Span(0, len(text)),))] == words


def test_only_inside_the_places_given() -> None:
    text = "It was reportedly hit and allegedly burned."
    assert [s.of(text) for s in hedges(text, (Span(0, 20),))] == ["reportedly"]
