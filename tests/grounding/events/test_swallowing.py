from __future__ import annotations

from dataclasses import replace

from sayso.grounding.events.joining import join
from sayso.grounding.events.link import told
from sayso.grounding.events.swallowing import swallow
from sayso.types.event import EventMention, EventType, Occurrence
from tests.grounding.events.support import HAPPENED, actor, mention, reading

TEXT = "The Front moved in and stormed the post, leaving nine dead. The Front moved to Brenn. The army moved up."
FRONT, ARMY = actor(TEXT, "Front"), actor(TEXT, "army")
STORMED = mention(TEXT, "stormed", EventType.ASSAULT, actor="The Front", recipient="the post")
MOVED = mention(TEXT, "moved in", EventType.MOBILIZE, actor="The Front")
DEAD = mention(TEXT, "dead", EventType.STATE, mode="losses")


def groups(*mentions: EventMention) -> list[list[str]]:
    found = swallow(TEXT, join(TEXT, told(reading(TEXT, *mentions), (FRONT, ARMY), (), ())))
    return sorted(sorted(t.mention.trigger.of(TEXT) for t in g) for g in found)


def test_an_assault_takes_in_the_move_and_the_losses_of_its_sentence() -> None:
    assert groups(STORMED, MOVED, DEAD) == [["dead", "moved in", "stormed"]]


def test_a_move_elsewhere_or_by_somebody_else_stays_apart() -> None:
    elsewhere = mention(TEXT, "moved to", EventType.MOBILIZE, actor="The Front")
    assert groups(STORMED, elsewhere) == [["moved to"], ["stormed"]]
    other = mention(TEXT, "moved in", EventType.MOBILIZE, actor="The army")
    assert groups(STORMED, other) == [["moved in"], ["stormed"]]


def test_another_status_stays_apart() -> None:
    none_dead = replace(DEAD, status=replace(HAPPENED, occurrence=Occurrence.DID_NOT))
    assert groups(STORMED, none_dead) == [["dead"], ["stormed"]]


def test_a_standing_condition_that_is_no_loss_stays_apart() -> None:
    assert groups(STORMED, replace(DEAD, mode="morale")) == [["dead"], ["stormed"]]
