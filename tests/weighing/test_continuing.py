"""Who goes on speaking in a sentence that names nobody."""

from __future__ import annotations

from dataclasses import replace

from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span
from sayso.weighing.assertions import assertions
from sayso.weighing.continuing import Going
from sayso.weighing.framing import Frames
from sayso.weighing.people import People
from sayso.weighing.tellers import Voices
from tests.weighing.made import Said, actor, report

WELK = ("Tomasz Welk", ActorKind.PERSON)
FORCE = ("the force", ActorKind.FORCE)
BEFORE = Said("It rained", "rained", source="Tomasz Welk", cue="said", name="Tomasz Welk", kind=VoiceKind.PERSON)


def names(text: str, *said: Said, actors: tuple[tuple[str, ActorKind], ...] = ()) -> list[str | None]:
    found = [actor(text, name, kind) for name, kind in actors]
    made = next(a for a in assertions(report(text, *said, actors=found)) if "landed" in a.text)
    return [t.name for t in made.chain[1:]]


LANDED = Said("forty troops landed at the old harbour", "landed")


def test_a_quotation_that_goes_on() -> None:
    text = '"It rained," Tomasz Welk said. He looked at the sea. "And forty troops landed at the old harbour."'
    assert names(text, BEFORE, LANDED) == ["Tomasz Welk"]
    text = 'It rained, Tomasz Welk said.\n\nHe shakes his head. "And forty troops landed at the old harbour."'
    assert names(text, BEFORE, LANDED) == ["Tomasz Welk"]


def test_a_quotation_of_somebody_else_is_not_his() -> None:
    text = 'It rained, Tomasz Welk said.\n\nA sign hung there. "And forty troops landed at the old harbour."'
    assert names(text, BEFORE, LANDED) == []


def test_an_interview() -> None:
    text = "Host: What happened?\n\nTomasz Welk: I was awake. Then forty troops landed at the old harbour."
    assert names(text, LANDED, actors=(WELK,)) == ["Tomasz Welk"]
    text = "Brask: The fair opens. Then forty troops landed at the old harbour.\n\nTarn: It rains."
    assert names(text, LANDED) == []


def test_what_is_said_behind_to_be_what_somebody_has() -> None:
    text = "At dawn forty troops landed at the old harbour. That is what the force has in its log."
    assert names(text, LANDED, actors=(FORCE,)) == ["the force"]


def test_somebody_who_went_on() -> None:
    text = "The roads were open, the force went on. And forty troops landed at the old harbour."
    assert names(text, LANDED, actors=(FORCE,)) == ["the force"]
    text = "The roads were open, the force said. And forty troops landed at the old harbour."
    assert names(text, LANDED, actors=(FORCE,)) == []


def test_who_is_asked_for_in_the_sentence_before() -> None:
    text = "And the force? It knows that troops landed."
    found = report(text, actors=[actor(text, *FORCE)])
    voices, sentences = Voices(found, People(found)), (Span(0, 14), Span(15, len(text)))
    going = Going(voices, Frames(voices, (), sentences), (), sentences)
    teller = going.teller(sentences[1], text.index("landed"))
    assert teller is not None and teller.name == "the force"


def test_an_update_is_whoever_spoke_before() -> None:
    text = "It rained, Tomasz Welk said. And forty troops landed at the old harbour, the update said."
    before = replace(BEFORE, cue="Welk [said]")
    update = Said(LANDED.words, "landed", source="the update", cue="update [said]", name="update")
    made = assertions(report(text, before, update))
    assert made[-1].chain[-1].name == "Tomasz Welk"
