from __future__ import annotations

from sayso.grounding.events.inner import tied
from sayso.grounding.events.link import events
from sayso.types.event import EventType
from tests.grounding.events.support import mention, reading

TEXT = "The union demanded a halt after it had accused the mayor of selling bread."


def test_an_outer_event_points_to_its_inner_one() -> None:
    demanded = mention(TEXT, "demanded", EventType.REQUEST, about="a halt")
    halt = mention(TEXT, "halt", EventType.RETREAT)
    found = {e.type: e for e in events(reading(TEXT, demanded, halt), (), (), ())}
    assert found[EventType.REQUEST].about == found[EventType.RETREAT].id
    assert found[EventType.RETREAT].about is None


def test_words_without_an_event_in_them_point_nowhere() -> None:
    demanded = mention(TEXT, "demanded", EventType.REQUEST, about="selling bread")
    (found,) = events(reading(TEXT, demanded), (), (), ())
    assert found.about is None


def test_events_never_form_a_ring() -> None:
    first = mention(TEXT, "demanded", EventType.REQUEST, about="accused")
    second = mention(TEXT, "accused", EventType.ACCUSE, about="demanded")
    own = mention(TEXT, "halt", EventType.RETREAT, about="a halt")
    found = events(reading(TEXT, first, second, own), (), (), ())
    assert [e.about is not None for e in found] == [True, False, False]
    assert tied(found) == found
