"""Who tells a claim by a phrase of its own sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span
from sayso.weighing.assertions import assertions
from sayso.weighing.framing import Frames
from sayso.weighing.people import People
from sayso.weighing.tellers import Voices
from tests.weighing.made import Said, actor, report

STAFF = ("General Staff", ActorKind.ORGANISATION)
WELK = ("Tomasz Welk", ActorKind.PERSON)


def names(text: str, *actors: tuple[str, ActorKind], words: str = "Troops landed", trigger: str = "landed") -> list:
    found = [actor(text, name, kind) for name, kind in actors]
    (made,) = assertions(report(text, Said(words, trigger), actors=found))
    return [t.name for t in made.chain[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "Troops landed, as the General Staff made known.",
        "Troops landed, as the General Staff keeps pointing out.",
        "Troops landed at dawn, if one believes the General Staff.",
        "Troops landed, if the General Staff is right.",
        "Troops landed, if the General Staff's word is good.",
        "Troops landed, going by the General Staff.",
        "If the General Staff is to be believed, Troops landed.",
        "Troops landed, they learned from the General Staff only this week.",
        "Troops landed, announced by the General Staff at noon.",
        "Troops landed, the General Staff went on.",
        "Troops landed, swears the General Staff.",
        "Troops landed, so was reported from the General Staff.",
        "The General Staff, which says Troops landed, had nothing to add.",
        "The roads are open, the General Staff said, and Troops landed.",
        "Nonsense, replied the General Staff: Troops landed.",
    ],
)
def test_phrases_that_say_who_tells_it(text: str) -> None:
    assert names(text, STAFF) == ["General Staff"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops landed and burned a plan made by the General Staff.",
        "Troops landed; the harbour is open, as the General Staff made known.",
        "Troops landed, but the harbour is open, as the General Staff made known.",
        "Troops landed near the General Staff.",
    ],
)
def test_who_is_only_named_or_tells_something_else(text: str) -> None:
    assert names(text, STAFF) == []


def test_each_half_of_a_sentence_has_its_own() -> None:
    text = "Troops landed, if one believes Tomasz Welk; nobody came, if one believes the General Staff."
    assert names(text, STAFF, WELK) == ["Tomasz Welk"]
    assert names(text, STAFF, WELK, words="nobody came", trigger="came") == ["General Staff"]


def test_people_without_a_name_and_outlets_that_nobody_knows_yet() -> None:
    assert names("Troops landed, the Gazette has learned from two mediators.") == ["two mediators"]
    assert names("As Pelikan Lantern has it, Troops landed.") == ["Pelikan Lantern"]


def test_the_name_behind_an_office() -> None:
    text = "Troops landed, as the head of the harbour office, Tomasz Welk, keeps saying."
    assert names(text, WELK) == ["Tomasz Welk"]


def test_what_a_picture_shows() -> None:
    text = "Troops landed, as far as can be seen on images taken by Skylark, an American firm."
    (made,) = assertions(report(text, Said("Troops landed", "landed")))
    assert [(t.kind, t.name) for t in made.chain[1:]] == [(VoiceKind.DOCUMENT, "images taken by Skylark")]


def test_an_account_before_a_colon() -> None:
    text = "The General Staff visited the harbour. Its finding: Troops landed."
    assert names(text, STAFF) == ["General Staff"]


def test_words_of_saying_that_were_read_as_the_event() -> None:
    text = "Troops landed, she told a meeting of wives."
    (made,) = assertions(
        report(
            text,
            Said("told a meeting", "meeting"),
            Said("Troops landed", "landed", source="she", cue="told", name="Ada Marn", kind=VoiceKind.PERSON),
        )
    )[:1]
    assert [t.name for t in made.chain[1:]] == ["Ada Marn"]


def test_reporters_of_another_outlet_are_that_outlet() -> None:
    text = "A reporter of Eastbank Wire stood there as Troops landed."
    (made,) = assertions(report(text, Said("Troops landed", "landed")))
    assert [(t.kind, t.name) for t in made.chain[1:]] == [(VoiceKind.OUTLET, "Eastbank Wire")]

    text = "It is said that Troops landed; the Port Gazette's reporter has seen them."
    (made,) = assertions(report(text, Said("Troops landed", "landed")))
    assert [(t.kind, t.name) for t in made.chain[1:]] == [(VoiceKind.OUTLET, "Port Gazette")]


def test_what_goes_on_and_what_is_answered_before_a_colon() -> None:
    text = "The day was quiet, and the General Staff was silent. It had a trophy, too: Troops landed."
    assert names(text, STAFF) == ["General Staff"]
    text = "We sent a letter to the General Staff. The answer came at once: Troops landed."
    assert names(text, STAFF) == ["General Staff"]


def test_both_halves_of_what_is_said_at_the_end() -> None:
    assert names("Troops landed, but nobody came, the General Staff said.", STAFF) == ["General Staff"]


def test_in_the_reading_of_somebody() -> None:
    assert names("In the General Staff's reading, Troops landed.", STAFF) == ["General Staff"]
    assert names("The General Staff met. In its reading, Troops landed.", STAFF) == ["General Staff"]


@given(st.text("as the if one by, said:; “X” He it 'W\n", max_size=80), st.integers(0, 80))
def test_any_text_is_looked_through(text: str, at: int) -> None:
    found = report(text or "x")
    frames = Frames(Voices(found, People(found)), (), (Span(0, max(1, len(text))),))
    teller = frames.teller(Span(0, max(1, len(text))), min(at, len(text)))
    assert teller is None or teller.name


def test_a_sentence_that_was_made_long_is_looked_at_around_the_claim_only() -> None:
    near = f"If the General Staff is to be believed, {'and ' * 40}Troops landed."
    far = f"If the General Staff is to be believed, {'and ' * 400}Troops landed."
    assert names(near, STAFF) == ["General Staff"]
    assert names(far, STAFF) == []
