"""What is remembered of stretches is what would be found anew."""

from __future__ import annotations

import re

from sayso.grounding.claims.segments import passage
from sayso.grounding.claims.stretches import Stretches
from sayso.grounding.claims.tokens import quote_marks, tokenise
from sayso.text.quotes import quotations
from sayso.types.span import Span

TEXT = "The rebels fled, and “nobody followed them”, he said. They took the bridge."
MARKS = quote_marks(quotations(TEXT))
PARTS = (Span(0, 16), Span(21, 52))


def test_tokens_and_clauses_are_those_of_the_rules() -> None:
    stretches = Stretches(TEXT, MARKS)
    found = stretches.tokens(PARTS)
    assert found == tokenise(TEXT, PARTS, MARKS)
    assert stretches.tokens(list(PARTS)) is found
    assert stretches.passage(found) == passage(TEXT, found)
    assert stretches.passage(list(found)) is stretches.passage(found)


def test_a_part_of_the_tokens_has_clauses_of_its_own() -> None:
    stretches = Stretches(TEXT, MARKS)
    found = stretches.tokens(PARTS)
    whole = stretches.passage(found)
    assert stretches.passage(found[3:]) == passage(TEXT, found[3:]) != whole


def test_a_match_sees_only_its_stretch() -> None:
    stretches = Stretches(TEXT, MARKS)
    anchored = re.compile("^They")
    begin = TEXT.index("They")
    assert stretches.matches(anchored, begin, len(TEXT)) == (Span(begin, begin + 4),)
    assert stretches.matches(anchored, 0, len(TEXT)) == ()
    assert stretches.matches(anchored, begin, len(TEXT)) is stretches.matches(anchored, begin, len(TEXT))
