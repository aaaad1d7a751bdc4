"""What another claim's line tells already."""

from __future__ import annotations

from dataclasses import replace

from sayso.grounding.claims.covered import uncovered
from sayso.grounding.claims.tellers import Telling
from sayso.text.sentences import sentences
from sayso.types.event import Event, EventMention, EventType, Occurrence, Phase, Reality, Status
from tests.grounding.claims.support import event, place, said, told

TEXT = "The guards refused to cross. They did not cross the river."
ASKED = Status(Occurrence.HAPPENED, Phase.PLANNED, Reality.CONDITIONAL)
NEVER = Status(Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED)
FIRST = told(TEXT, "cross", status=ASKED)
LATER = told(TEXT, place(TEXT, "cross", 1), status=NEVER)


def pair(*inner: EventMention, type_: EventType = EventType.REJECT) -> tuple[Event, Event]:
    crossing = event(1, *inner, type_=EventType.MOBILIZE)
    return replace(event(2, told(TEXT, "refused"), type_=type_), about=crossing.id), crossing


def kept(outer: Event, inner: Event) -> list[str]:
    found = [Telling(e, None, e.mentions) for e in (outer, inner)]
    return [t.event.id for t in uncovered(found, sentences(TEXT))]


def test_what_is_refused_in_one_breath_is_no_claim() -> None:
    assert kept(*pair(FIRST)) == ["e_2"]


def test_what_is_told_in_another_sentence_is_one() -> None:
    assert kept(*pair(FIRST, LATER)) == ["e_2", "e_1"]


def test_what_took_place_all_the_same_is_one() -> None:
    assert kept(*pair(told(TEXT, "cross"))) == ["e_2", "e_1"]


def test_what_somebody_is_accused_of_is_one() -> None:
    assert kept(*pair(FIRST, type_=EventType.ACCUSE)) == ["e_2", "e_1"]


def test_what_another_voice_tells_is_one() -> None:
    outer, inner = pair(FIRST)
    other = said(TEXT, "The guards", "refused", "to cross")
    found = [Telling(outer, None, outer.mentions), Telling(inner, other, inner.mentions)]
    assert len(uncovered(found, sentences(TEXT))) == 2
