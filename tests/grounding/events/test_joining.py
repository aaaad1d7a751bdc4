from __future__ import annotations

import pytest

from sayso.grounding.events.joining import WEIGHTS, barred, features, join
from sayso.grounding.events.link import told
from sayso.types.actor import Actor
from sayso.types.event import EventMention, EventType
from sayso.types.place import Place
from tests.grounding.events.support import actor, mention, place, reading, spot

TEXT = (
    "Depot attack kills nine\n\n"
    "Rebels attacked a depot at Orvik on Monday. Nine guards were killed in the attack. "
    "The army shelled Brenn. Officials accused the rebels of looting. The army accused the mayor of lying."
)
REBELS, ARMY = actor(TEXT, "Rebels", "the rebels"), actor(TEXT, "army")
MAYOR, OFFICIALS = actor(TEXT, "mayor"), actor(TEXT, "Officials")


def groups(
    *mentions: EventMention, places: tuple[Place, ...] = (), who: tuple[Actor, ...] | None = None
) -> list[list[str]]:
    found = told(reading(TEXT, *mentions), (REBELS, ARMY, MAYOR, OFFICIALS) if who is None else who, places, ())
    return [[t.mention.trigger.of(TEXT) for t in g] for g in join(TEXT, found)]


ATTACKED = mention(TEXT, "attacked", EventType.ASSAULT, actor="Rebels", recipient="a depot")
KILLED = mention(TEXT, "killed", EventType.ASSAULT, recipient="Nine guards")
ATTACK = mention(TEXT, spot(TEXT, "attack", 3), EventType.ASSAULT)
HEADLINE = mention(TEXT, spot(TEXT, "attack"), EventType.ASSAULT)
SHELLED = mention(TEXT, "shelled", EventType.ASSAULT, actor="The army", recipient="Brenn")


def test_the_attack_is_the_one_told_before() -> None:
    assert groups(ATTACKED, ATTACK) == [["attacked", "attack"]]


def test_a_headline_joins_the_event_of_the_body() -> None:
    assert groups(HEADLINE, ATTACKED, SHELLED) == [["attack", "attacked"], ["shelled"]]


def test_other_participants_are_another_event() -> None:
    first = mention(TEXT, "accused", EventType.ACCUSE, actor="Officials", recipient="the rebels")
    second = mention(
        TEXT, spot(TEXT, "accused", 2), EventType.ACCUSE, actor=spot(TEXT, "The army", 2), recipient="the mayor"
    )
    assert groups(first, second) == [["accused"], ["accused"]]
    assert groups(ATTACKED, SHELLED) == [["attacked"], ["shelled"]]


def test_other_types_are_never_joined() -> None:
    coerced = mention(TEXT, spot(TEXT, "attack", 3), EventType.COERCE)
    assert groups(ATTACKED, coerced) == [["attacked"], ["attack"]]


def test_places_known_to_differ_part_what_words_would_join() -> None:
    at_orvik = mention(TEXT, "attacked", EventType.ASSAULT, actor="Rebels", place="Orvik")
    at_brenn = mention(TEXT, spot(TEXT, "attack", 3), EventType.ASSAULT, place="Brenn")
    assert groups(at_orvik, at_brenn, places=(place(TEXT, "Orvik"), place(TEXT, "Brenn"))) == [["attacked"], ["attack"]]
    first, second = told(reading(TEXT, at_orvik, at_brenn), (), (place(TEXT, "Orvik"), place(TEXT, "Brenn")), ())
    assert barred(first, second)


def test_the_order_of_mentions_does_not_matter() -> None:
    mentions = (ATTACKED, KILLED, ATTACK, HEADLINE, SHELLED)
    assert groups(*mentions) == groups(*reversed(mentions))


def test_every_feature_has_its_weight() -> None:
    found = told(reading(TEXT, ATTACKED, KILLED, ATTACK, HEADLINE, SHELLED), (REBELS, ARMY), (), ())
    names = {name for a in found for b in found if a is not b for name in features(TEXT, a, b)}
    assert names
    assert names <= set(WEIGHTS)
    assert "always" in WEIGHTS


@pytest.mark.parametrize("count", [0, 1])
def test_few_mentions(count: int) -> None:
    assert groups(*(ATTACKED,) * count) == [["attacked"]] * count
