from __future__ import annotations

from sayso.grounding.events.participants import cast, participant, participants, same
from sayso.types.event import EventType, Role
from sayso.types.span import Span
from tests.grounding.events.support import actor, mention, spot

TEXT = (
    "The Sella Guard shelled a depot of the Orvik Front. Its commander, Ada Brenn, wept. "
    "Men known as the Kettles fled. The guard fired on a depot."
)
GUARD = actor(TEXT, "Sella Guard", "The guard", "Its")
FRONT = actor(TEXT, "Orvik Front")
BRENN = actor(TEXT, "Ada Brenn")
KETTLES = actor(TEXT, "Kettles")
KNOWN = cast(TEXT, (GUARD, FRONT, BRENN, KETTLES))


def test_the_words_of_an_actor_bring_its_fullest_name() -> None:
    found = participant(spot(TEXT, "The guard"), KNOWN)
    assert (found.name, found.actor_id) == ("Sella Guard", GUARD.id)


def test_a_thing_of_an_actor_is_not_the_actor() -> None:
    found = participant(spot(TEXT, "a depot of the Orvik Front"), KNOWN)
    assert (found.name, found.actor_id) == ("depot of the Orvik Front", None)


def test_a_name_in_apposition_is_the_actor() -> None:
    assert participant(spot(TEXT, "Its commander, Ada Brenn"), KNOWN).actor_id == BRENN.id
    assert participant(spot(TEXT, "Men known as the Kettles"), KNOWN).actor_id == KETTLES.id


def test_a_relative_pronoun_is_whom_it_follows_or_nobody() -> None:
    text = "The Sella Guard, who shelled a depot which burned, left. Some who saw it fled."
    known = cast(text, (actor(text, "Sella Guard"),))
    first = mention(text, "shelled", EventType.ASSAULT, actor="who", recipient="which")
    assert [p.name for p in participants(first, Role.ACTOR, known)] == ["Sella Guard"]
    assert participants(first, Role.RECIPIENT, known) == ()
    assert participants(mention(text, "fled", EventType.FLEE, actor=spot(text, "who", 2)), Role.ACTOR, known) == ()


def test_each_actor_counts_once() -> None:
    m = mention(TEXT, "shelled", EventType.ASSAULT, actor=["The Sella Guard", "The guard"], recipient="a depot")
    assert [p.name for p in participants(m, Role.ACTOR, KNOWN)] == ["Sella Guard"]
    assert [p.name for p in participants(m, Role.RECIPIENT, KNOWN)] == ["depot"]


def test_who_has_a_resignation_resigns_and_who_has_an_arrest_does_not_arrest() -> None:
    text = "The Sella Guard mutinied. Its open refusal came late, its arrest later."
    known = cast(text, (actor(text, "Sella Guard", "Its", "its"),))
    refused, arrested = mention(text, "refusal", EventType.REJECT), mention(text, "arrest", EventType.COERCE)
    assert [p.name for p in participants(refused, Role.ACTOR, known)] == ["Sella Guard"]
    assert participants(arrested, Role.ACTOR, known) == ()
    assert participants(refused, Role.RECIPIENT, known) == ()


def test_participants_are_one_by_actor_or_by_telling_words() -> None:
    first, second = (participant(spot(TEXT, "a depot", n), KNOWN) for n in (1, 2))
    guard, front = participant(spot(TEXT, "Sella Guard"), KNOWN), participant(spot(TEXT, "Orvik Front"), KNOWN)
    assert same(TEXT, first, second)
    assert same(TEXT, guard, participant(spot(TEXT, "The guard"), KNOWN))
    assert not same(TEXT, guard, front)
    assert not same(TEXT, first, guard)


def test_words_outside_the_text_are_nobody() -> None:
    m = mention(TEXT, "shelled", EventType.ASSAULT, actor=Span(len(TEXT) + 5, len(TEXT) + 9))
    assert participants(m, Role.ACTOR, KNOWN) == ()
