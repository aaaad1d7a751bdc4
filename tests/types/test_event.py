from sayso.types.attribution import Producer
from sayso.types.event import (
    MODES,
    Certainty,
    Event,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Stance,
    Status,
)
from sayso.types.span import Span

DONE = Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED)


def mention(begin: int, end: int) -> EventMention:
    producers = (Producer("model:events", "1"),)
    return EventMention(
        Span(begin, end), EventType.ASSAULT, None, DONE, Certainty.HIGH, Stance.NONE, (), 0.9, producers
    )


def test_plovers_types_come_first_and_ours_last() -> None:
    assert len(EventType) == 18
    assert tuple(EventType)[-2:] == (EventType.FLEE, EventType.STATE)


def test_every_type_has_its_modes_and_no_mode_stands_twice() -> None:
    assert set(MODES) == set(EventType)
    assert all(len(set(modes)) == len(modes) for modes in MODES.values())


def test_an_event_is_named_by_its_main_mention() -> None:
    mentions = (mention(0, 6), mention(20, 28))
    unknown = ("no place is named", None, "no words of time stand with it")
    event = Event(
        "v_1", EventType.ASSAULT, None, DONE, mentions, 1, (), (), (), None, *unknown, Certainty.HIGH, (), None, 0.9
    )
    assert event.trigger == Span(20, 28)
