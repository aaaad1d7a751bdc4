"""Lines read aloud."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.wording import Source, content_wording, event_wording
from sayso.types.actor import ActorKind
from sayso.types.attribution import Attribution, Manner, Polarity
from sayso.types.event import Role
from tests.grounding.claims.support import actor, event, place, read, said, told


def line(text: str, trigger: str, attribution: Attribution | None = None, *, arguments=()) -> str:  # type: ignore[no-untyped-def]
    mention = told(text, trigger, arguments)
    attributions = (attribution,) if attribution else ()
    return event_wording(Source.of(read(text, *attributions), ()), event(1, mention), mention, attribution).text


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Nevertheless, almost two weeks in, northern forces are yet to deploy on the ground.",
            "deploy",
            "Almost two weeks in, northern forces are yet to deploy on the ground.",
        ),
        ("However, Marl has not surrendered.", "surrendered", "Marl has not surrendered."),
        ("MARL (Post) – Guns fell silent at six.", "silent", "Guns fell silent at six."),
        ("14:02 A row of houses has collapsed.", "collapsed", "A row of houses has collapsed."),
        ("Did the mayor flee?", "flee", "Did the mayor flee?"),
        ("His “corridor” has not let one family out.", "let", "His corridor has not let one family out."),
        (
            "When the war began, it sent forces to Marl, and the river rose.",
            "sent",
            "It sent forces to Marl.",
        ),
    ],
)
def test_the_articles_own_words(text: str, trigger: str, expected: str) -> None:
    assert line(text, trigger) == expected


def test_source_and_cue_are_cut_away() -> None:
    text = "General Adler lately wrote a letter stating that the war was the reason for his resignation."
    letter = said(text, "General Adler", "wrote a letter stating", "that the war was the reason for his resignation")
    assert line(text, "resignation", letter) == "The war was the reason for his resignation."
    assert line(text, "wrote").startswith("General Adler lately wrote a letter")


def test_a_content_in_pieces_is_joined() -> None:
    text = "The guns, the mayor stressed, “fell silent at six”."
    mayor = said(text, "the mayor", "stressed", "The guns", "“fell silent at six”", manner=Manner.MIXED)
    assert line(text, "silent", mayor) == "The guns fell silent at six."


def test_a_content_that_is_no_clause_is_read_with_its_source() -> None:
    text = "Late on Friday the navy denied any part in the raid, and it rained."
    navy = said(text, "the navy", "denied", "any part in the raid", polarity=Polarity.DENIED)
    assert line(text, "raid", navy) == "The navy denied any part in the raid."


def test_what_is_not_said_is_read_with_its_source() -> None:
    text = "The navy declined to say whether a ship had sunk."
    navy = said(text, "The navy", "declined to say", "whether a ship had sunk", polarity=Polarity.WITHHELD)
    assert line(text, "sunk", navy) == "The navy declined to say whether a ship had sunk."


def test_a_missing_subject_comes_from_the_arguments() -> None:
    text = "The cutter was late. Came home on Friday and shelled Marl."
    assert line(text, "Came", arguments=[(Role.ACTOR, "cutter")]) == "The cutter Came home on Friday."


def test_a_pronoun_that_is_its_source_gets_the_name() -> None:
    text = "Anna Kowal said she left on Friday. “She left early,” said a guard."
    kowal = said(text, "Anna Kowal", "said", "she left on Friday")
    guard = said(text, "a guard", "said", "“She left early,”", manner=Manner.DIRECT)
    actors = (actor(text, ActorKind.PERSON, "Anna Kowal", place(text, "she"), place(text, "She")),)
    source = Source.of(read(text, kowal, guard), actors)
    first, second = told(text, "left"), told(text, place(text, "left", 1))
    wording = event_wording(source, event(1, first), first, kowal)
    assert wording.text == "Anna Kowal left on Friday."
    assert [p.of(text) for p in wording.pieces] == ["Anna Kowal", "left on Friday"]
    assert wording.span.of(text) == "left on Friday"
    assert event_wording(source, event(2, second), second, guard).text == "She left early."


def test_a_long_sentence_is_shortened_to_one_breath() -> None:
    text = "Rebels took the port of Marl on Friday " + "with the help of men from the hills " * 9 + "."
    words = line(text, "took", arguments=[(Role.ACTOR, "Rebels")])
    assert words.startswith("Rebels took the port of Marl on Friday")
    assert len(words.split()) <= 30
    assert not words.endswith((" of.", " the.", " with.", " from."))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the sea was loud", "The sea was loud."),
        ("“a river of lamps”", "The mayor said a river of lamps."),
        ("what the plan was", "The mayor said what the plan was."),
        ("“The sea was loud. Nobody slept.”", "The sea was loud."),
        ("“!”", "The mayor said “!”."),
    ],
)
def test_contents_without_event(content: str, expected: str) -> None:
    text = f"The mayor said {content}"
    mayor = said(text, "The mayor", "said", content)
    assert content_wording(Source.of(read(text, mayor), ()), mayor).text == expected
