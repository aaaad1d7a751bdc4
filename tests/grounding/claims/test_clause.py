"""The clause of a trigger."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.clause import complete, subject_of, worded
from sayso.grounding.claims.segments import passage
from sayso.grounding.claims.tokens import tokenise
from sayso.types.span import Span


def line(text: str, trigger: str, *wanted: str) -> str:
    seen = passage(text, tokenise(text, (Span(0, len(text)),), frozenset()))
    at = [k for k, t in enumerate(seen.tokens) if t.key == trigger]
    chosen = worded(seen, at, [k for k, t in enumerate(seen.tokens) if t.key in wanted])
    return " ".join(seen.tokens[k].key for k in chosen)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Gunmen burned wells before they attacked", "burned", "gunmen burned wells"),
        ("Gunmen burned wells before they attacked", "attacked", "they attacked"),
        ("The fire, which burned all night, was started inside", "started", "the fire was started inside"),
        ("The army denied it and blamed the rebels", "blamed", "the army blamed the rebels"),
        ("He was seized in May and beaten", "beaten", "he was seized in may and beaten"),
        ("Rebels seized and burned the depot", "seized", "rebels seized and burned the depot"),
        ("Soldiers who fled the camp were shot", "fled", "soldiers fled the camp"),
        ("Soldiers who fled the camp were shot", "shot", "soldiers who fled the camp were shot"),
        ("They shelled the bridge which rebels had seized", "seized", "rebels had seized the bridge"),
        ("If they attack, the fleet will answer", "attack", "if they attack , the fleet will answer"),
        ("The fleet will sail unless it is struck", "sail", "the fleet will sail unless it is struck"),
        ("The fleet has not sailed since the truce was signed", "sailed", None),
        ("Rebels overran a post, taking eleven prisoners", "overran", "rebels overran a post"),
        ("Rebels overran a post, taking eleven prisoners", "taking", None),
        ("It has bread for ten days, which is to say that it must surrender", "surrender", None),
        ("The song was played at five, and the war of nerves", "played", "the song was played at five"),
        ("The road will open when it is not shelled", "open", None),
        ("A book, parts of which were shown, describes the raid", "raid", "a book describes the raid"),
        ("If he dies, we close the road", "close", None),
        ("If he dies, we close the road", "dies", None),
        ("It alleges unprovoked and premeditated aggression", "alleges", None),
        ("They were warned hours, not days", "warned", None),
        ("A cook says so, a man of nine, whose son was shot", "shot", None),
        ("Before sunrise a column of boats crossed the strait", "crossed", None),
        ("Before sunrise a column crossed, and troops landed", "crossed", "before sunrise a column crossed"),
        ("Since the treaty of 2016 armed ships must keep away", "keep", None),
        ("After they attacked, the army shelled the town", "attacked", "they attacked"),
        ("They sank ships, barges and rafts", "sank", "they sank ships , barges and rafts"),
    ],
)
def test_lines(text: str, trigger: str, expected: str | None) -> None:
    """``None``: the whole sentence, as less would not say the same."""
    whole = " ".join(t.key for t in tokenise(text, (Span(0, len(text)),), frozenset()))
    assert line(text, trigger) == (whole if expected is None else expected)


def test_a_phrase_with_an_argument_is_kept() -> None:
    text = "Rebels took the town, near the northern border, on Friday"
    assert line(text, "took") == "rebels took the town"
    assert line(text, "took", "friday") == "rebels took the town on friday"


def test_a_long_lead_goes_unless_it_holds_an_argument() -> None:
    text = "With the capital now cut off from the sea, rebels took the port"
    assert line(text, "took") == "rebels took the port"
    assert line(text, "took", "sea").startswith("with the capital")


def test_a_line_without_subject_is_not_complete() -> None:
    text = "threatened to close the port"
    seen = passage(text, tokenise(text, (Span(0, len(text)),), frozenset()))
    assert not complete(passage("was closed", tokenise("was closed", (Span(0, 10),), frozenset())), [0, 1])
    assert subject_of(seen, 0) == []
