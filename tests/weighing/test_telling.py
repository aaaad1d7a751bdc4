from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Stance
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Modality, Side, Teller
from sayso.weighing.stems import content_stems
from sayso.weighing.telling import FRAGMENT, tells


def assertion(text: str, side: Side = Side.FOR) -> Assertion:
    return Assertion(
        "c", "d", 0, ClaimKind.EVENT, text, Span(0, 1), EventType.ASSAULT, None, None, side, Modality.DEED,
        Certainty.HIGH, Stance.NONE, 0.9, (Teller("v", VoiceKind.ARTICLE, None),),
        words=content_stems(text, (Span(0, len(text)),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It was signed seven years ago.",
        "In what would be the first breach of the Sound agreement since it was signed.",
        "If there were exchanges of fire.",
        "Whether any shots had been fired.",
        "They did before dawn.",
        "Was there a treaty?",
        "The number of soldiers is it known if there was shooting.",
        "It relies on Tomasz Welk.",
        "Meridian could not independently verify the report.",
        "Asked about reports that Belarus had joined the invasion.",
    ],
)
def test_fragments_tell_little(text: str) -> None:
    assert tells(assertion(text)) < FRAGMENT


@pytest.mark.parametrize(
    "text",
    [
        "Karvenian troops have landed on Hallisk.",
        "Two sailors of the coast guard were wounded.",
        "The ferry between Ostrel and Hallisk did not sail on Tuesday.",
        "Before sunrise a column of boats crossed the Sound.",
        "If they attack Marl, the army will answer with artillery.",
        "The army shelled the town.",
    ],
)
def test_lines_that_stand_alone_tell_enough(text: str) -> None:
    assert tells(assertion(text)) >= FRAGMENT


def test_what_is_left_open_tells_less() -> None:
    line = assertion("Karvenian troops have landed on Hallisk.")
    assert tells(replace(line, side=Side.OPEN)) < tells(line)


@given(st.text(min_size=1, max_size=80))
def test_it_is_a_share(text: str) -> None:
    assert 0.0 <= tells(assertion(text)) <= 1.0
