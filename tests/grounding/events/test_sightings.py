from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.grounding.actors.find import actors
from sayso.grounding.events.sightings import with_sightings
from sayso.reading import load_reader
from sayso.types.event import EventMention, EventType, Occurrence, Reality, Role
from tests.readings import document


@pytest.fixture(scope="module")
def reader():
    return load_reader()


def seen(reader, text: str) -> list[tuple[str, EventMention]]:
    reading = replace(reader.read(document(text)), events=())  # what the heads mark is theirs
    found = with_sightings(reading, actors(reading))
    return [(m.trigger.of(text), m) for m in found if m.producers[0].name == "rule:sighting"]


def test_who_was_photographed_is_told_with_the_words_that_name_him(reader) -> None:
    text = (
        "President Alexander Lukashenko spoke for an hour in Minsk. "
        "On March 2, he was photographed with a map during a meeting with his generals."
    )
    ((words, mention),) = seen(reader, text)
    assert (words, mention.type, mention.status.occurrence) == ("photographed", EventType.STATE, Occurrence.HAPPENED)
    assert [(a.role, a.span.of(text)) for a in mention.arguments] == [(Role.RECIPIENT, "he")]


def test_doubt_and_denial_stay_with_it(reader) -> None:
    text = "General Viktor Khrenin was reportedly seen in Brest. President Alexander Lukashenko was not filmed."
    found = seen(reader, text)
    assert [m.status.reality for _, m in found] == [Reality.REPORTED, Reality.ASSERTED]
    assert [m.status.occurrence for _, m in found] == [Occurrence.HAPPENED, Occurrence.DID_NOT]
    evidence = [a.span.of(text) for a in found[0][1].arguments if a.role is Role.EVIDENCE]
    assert evidence == ["reportedly"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge over there is seen as a risk. President Alexander Lukashenko is seen as a hard man in Minsk.",
        "A letter that Ukraine sent. Was seen on Friday.",
        "Where the clip was filmed could not be established by Ukraine.",
    ],
)
def test_opinions_and_subjects_that_are_nobody_are_no_sightings(reader, text: str) -> None:
    assert seen(reader, text) == []
