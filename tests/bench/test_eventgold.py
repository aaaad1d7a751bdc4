from __future__ import annotations

from typing import Any

from bench.eventgold import gold_actors, gold_mentions, gold_reading
from sayso.types.event import EventType, Occurrence, Role

TEXT = "Guards fled\n\nTwo guards fled Orvik. The rebels demanded it. The flight did not end."


def at(words: str, nth: int = 1) -> list[int]:
    begin = -1
    for _ in range(nth):
        begin = TEXT.index(words, begin + 1)
    return [begin, begin + len(words)]


def event(number: int, kind: str, trigger: list[int], **values: Any) -> dict[str, Any]:
    lists: dict[str, Any] = {role: [] for role in ("mentions", "actor", "recipient", "place", "time", "instrument")}
    status = {"polarity": "happened", "time": "past", "reality": "asserted"}
    plain = {
        "mode": None,
        "status": status,
        "certainty": "high",
        "certainty_words": [],
        "stance": "none",
        "about": None,
    }
    return {"number": number, "type": kind, "trigger": trigger, **lists, **plain, **values}


ROW = {
    "id": "orvik",
    "text": TEXT,
    "date": "2022-03-08",
    "outlet": "The Quay",
    "events": [
        event(
            1,
            "FLEE",
            at("fled", 2),
            mentions=[at("fled"), at("flight")],
            actor=[{"span": at("Two guards"), "name": "Two guards"}],
            place=[{"span": at("Orvik"), "name": "Orvik", "country": None}],
            status={"polarity": "did-not", "time": "past", "reality": "asserted"},
        ),
        event(2, "REQUEST", at("demanded"), actor=[{"span": None, "name": "rebels"}], about=1),
    ],
}


def test_each_word_of_an_event_is_a_mention_with_what_stands_in_its_sentence() -> None:
    found = gold_mentions(ROW)
    assert [m.trigger.of(TEXT) for m in found] == ["fled", "fled", "demanded", "flight"]
    headline, body, demand, later = found
    assert [a.role for a in body.arguments] == [Role.ACTOR, Role.PLACE]
    assert headline.arguments == later.arguments == ()
    assert {m.status.occurrence for m in (headline, body, later)} == {Occurrence.DID_NOT}
    assert [(a.role, a.span.of(TEXT)) for a in demand.arguments] == [(Role.ABOUT, "fled")]
    assert demand.type is EventType.REQUEST


def test_actors_are_the_names_with_words_of_their_own() -> None:
    assert [(a.name, [m.span.of(TEXT) for m in a.mentions]) for a in gold_actors(ROW)] == [
        ("Two guards", ["Two guards"])
    ]


def test_a_reading_knows_the_date_and_the_outlet() -> None:
    document = gold_reading(ROW).document
    assert document.published is not None and document.published.value == "2022-03-08"
    assert document.publisher is not None and document.publisher.value == "The Quay"
    assert gold_reading({"id": "x", "text": "x"}).document.published is None
