import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.happenings import softmax
from sayso.reading.session import Model
from sayso.reading.spans import read_text
from sayso.types.event import MODES, EventMention, EventType, Occurrence, Phase, Role

WORDS = st.lists(
    st.sampled_from(
        "Troops shelled did not the harbour withdrew on Monday “ ” , . said if would\n Ruritania".split(" ")
    ),
    max_size=60,
).map(" ".join)


def named(model: Model, text: str, trigger: str) -> EventMention:
    return next(e for e in read_text(model, text, "news").events if e.trigger.of(text) == trigger)


def words(text: str, event: EventMention, role: Role) -> list[str]:
    return [a.span.of(text) for a in event.arguments if a.role is role]


def test_softmax_gives_probabilities_even_for_huge_numbers() -> None:
    assert softmax(np.array([[1e30, 0.0], [3.0, 3.0]], dtype=np.float32)).tolist() == [[1, 0], [0.5, 0.5]]


def test_an_attack_has_its_actor_and_target(model: Model) -> None:
    text = "KELVA, 3 May. Ruritanian troops shelled the harbour of Kelva on Monday, killing two dockers."
    event = named(model, text, "shelled")
    assert event.type is EventType.ASSAULT
    assert any("troops" in w for w in words(text, event, Role.ACTOR))
    assert event.status.occurrence is Occurrence.HAPPENED


def test_what_did_not_happen_is_told_as_such(model: Model) -> None:
    text = "The ministry said on Friday that Ruritanian forces had not deployed to the border with Zenda."
    assert named(model, text, "deployed").status.occurrence is Occurrence.DID_NOT


def test_what_is_planned_is_told_as_such(model: Model) -> None:
    text = "Ruritania will withdraw its troops from the Kelva valley next month, the president announced."
    assert named(model, text, "withdraw").status.phase is Phase.PLANNED


@settings(max_examples=30, deadline=None)
@given(WORDS)
def test_every_mention_points_into_the_text_and_keeps_its_types_modes(model: Model, text: str) -> None:
    found = read_text(model, text, "news").events
    assert [e.trigger for e in found] == sorted(e.trigger for e in found)
    for e in found:
        assert e.mode is None or e.mode in MODES[e.type]
        assert all(0 <= a.span.begin < a.span.end <= len(text) for a in e.arguments)
