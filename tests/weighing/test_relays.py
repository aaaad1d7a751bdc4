"""From whom those have it whom a text names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Teller
from sayso.weighing.assertions import assertions
from sayso.weighing.people import People
from sayso.weighing.relays import Relays
from sayso.weighing.tellers import Chain
from tests.weighing.made import Said, actor, report

MINISTRY = ("the interior ministry", ActorKind.ORGANISATION)
WELK = ("Tomasz Welk", ActorKind.PERSON)


def told(text: str, said: Said, *actors: tuple[str, ActorKind], publisher: str | None = None) -> Assertion:
    found = [actor(text, name, kind) for name, kind in actors]
    (made,) = assertions(report(text, said, actors=found, publisher=publisher))
    return made


def names(made: Assertion) -> list[str | None]:
    return [t.name for t in made.chain[1:]]


@pytest.mark.parametrize(
    "behind",
    [
        "It relies on Tomasz Welk, press officer of the coast guard.",
        "It cited Tomasz Welk of the coast guard.",
        "It refers to Tomasz Welk.",
    ],
)
def test_a_body_that_relies_on_somebody(behind: str) -> None:
    text = f"Troops landed, the interior ministry said. {behind}"
    said = Said("Troops landed", "landed", source="the interior ministry", cue="said")
    assert names(told(text, said, MINISTRY, WELK)) == ["the interior ministry", "Tomasz Welk"]


def test_what_was_told_before_and_by_whom_those_have_it() -> None:
    text = "Troops landed. This was communicated by the interior ministry, which appeals to the speaker Tomasz Welk."
    made = told(text, Said("Troops landed", "landed"), MINISTRY, WELK)
    assert names(made) == ["the interior ministry", "Tomasz Welk"]
    text = "Troops landed at dawn. It rained. This was communicated by the interior ministry."
    assert names(told(text, Said("Troops landed", "landed"), MINISTRY)) == []


def test_words_of_saying_behind() -> None:
    text = "Troops landed at dawn, tells the interior ministry, which refers to Tomasz Welk."
    made = told(text, Said("Troops landed", "landed"), MINISTRY, WELK)
    assert names(made) == ["the interior ministry", "Tomasz Welk"]


def test_an_outlet_that_people_without_a_name_talked_to() -> None:
    text = "A US official told the Capitol Courier that troops landed."
    said = Said(
        "troops landed", "landed", source="A US official", cue="told", name="US official", kind=VoiceKind.UNNAMED
    )
    made = told(text, said)
    assert [t.kind for t in made.chain[1:]] == [VoiceKind.OUTLET, VoiceKind.UNNAMED]
    assert names(made)[0] == "Capitol Courier"
    assert names(told(text, said, publisher="Capitol Courier")) == ["US official"]
    person = told(text, said, ("Capitol Courier", ActorKind.PERSON))
    assert names(person) == ["US official"]


def test_a_recording_in_which_somebody_says_so() -> None:
    text = "In the call a man says that troops landed."
    said = Said("troops landed", "landed", source="a man", cue="says", name="man", kind=VoiceKind.UNNAMED)
    assert told(text, said).chain[-1].kind is VoiceKind.DOCUMENT
    assert names(told(text, said)) == ["man", "call"]


def test_a_letter_that_it_means() -> None:
    text = "The letter was posted by Ada Venn. It announces that troops landed."
    said = Said("troops landed", "landed", source="It", cue="announces", name="the interior ministry")
    assert names(told(text, said)) == ["letter"]
    text = "Nine trucks, if the general's letter is to be believed, burned."
    assert names(told(text, Said("burned", "burned"))) == ["general's letter"]


def test_pictures_that_a_text_is_drawn_from() -> None:
    text = "Everything below comes from the three frames published by Skylathe. The dam has fallen."
    assert names(told(text, Said("The dam has fallen", "fallen"))) == ["three frames published by Skylathe"]
    text = "The satellite pictures, on the other hand, are clear: the dam has fallen."
    assert names(told(text, Said("the dam has fallen", "fallen"))) == ["satellite pictures"]


def test_both_halves_of_a_sentence_are_of_who_says_the_second() -> None:
    text = "Two men are dying; the third can walk, Ada Venn said."
    both = (
        Said("Two men are dying", "dying"),
        Said("the third can walk", "walk", source="Ada Venn", cue="said", kind=VoiceKind.PERSON),
    )
    first, second = assertions(report(text, *both))
    assert names(first) == names(second) == ["Ada Venn"]
    text = "Two men are dying; Ada Venn said the third can walk."
    first, _ = assertions(report(text, *both))
    assert names(first) == []


@given(st.text("It relies on This was told by In the call. ,;A", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    made = report(text or "x")
    Relays(text, People(made), [Span(0, len(text) or 1)], None)


def test_the_station_is_the_outlet_that_was_named_last() -> None:
    text = "Desna Radio reported it. A woman called Halyna told the station that shells fell."
    radio = ("Desna Radio", ActorKind.OUTLET)
    said = Said("shells fell", "fell", source="Halyna", cue="told", name="Halyna", kind=VoiceKind.PERSON, public=False)
    assert names(told(text, said, radio)) == ["Desna Radio", "Halyna"]
    assert names(told(text, said, radio, publisher="Desna Radio")) == ["Halyna"]
    assert names(told(text.replace("the station", "the guards"), said, radio)) == ["Halyna"]


def test_who_speaks_to_an_outlet_in_one_sentence_speaks_to_it_in_the_next() -> None:
    text = "A guard told the Capitol Courier that shells fell. Two died, the guard added."
    first = Said("shells fell", "fell", source="A guard", cue="told", name="guard", kind=VoiceKind.UNNAMED)
    more = Said("Two died", "died", source="the guard", cue="added", name="guard", kind=VoiceKind.UNNAMED)
    made = report(text, first, more)
    voice = made.attributions[0].voice
    again = replace(made.attributions[1], voice=voice, root=voice)
    relays = Relays(text, People(made), [], None, (made.attributions[0], again))
    tellers = (Teller("", VoiceKind.ARTICLE, None), Teller(voice.id, VoiceKind.UNNAMED, "guard"))
    found = relays.extended(Chain(tellers, (None, again)), text.index("died"))
    assert [t.name for t in found.tellers] == [None, "Capitol Courier", "guard"]
