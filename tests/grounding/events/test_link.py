from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.events.link import events
from sayso.grounding.events.settings import NO_PLACE, NO_TIME
from sayso.grounding.times.normalise import read_times
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.event import (
    MODES,
    Argument,
    Certainty,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.place import Place
from sayso.types.span import Span
from tests.grounding.events.support import HAPPENED, MODEL, actor, mention, place, reading, spot
from tests.readings import CHARACTERS

TEXT = (
    "Rebels hit depot\n\n"
    "Rebels attacked the depot at Orvik on 2 March with mortars. Nine guards died in the attack. "
    "The rebels denied the attack. The army has not entered Orvik."
)
REBELS, ARMY = actor(TEXT, "Rebels", "The rebels"), actor(TEXT, "army")
HIT = mention(TEXT, "hit", EventType.ASSAULT, actor="Rebels", recipient="depot", probability=0.5)
ATTACKED = mention(
    TEXT,
    "attacked",
    EventType.ASSAULT,
    actor=spot(TEXT, "Rebels", 2),
    recipient="the depot",
    place="Orvik",
    time="2 March",
    instrument="mortars",
    mode="heavy-weapons",
)
DIED = mention(TEXT, "died", EventType.ASSAULT)
DENIED = mention(TEXT, spot(TEXT, "attack", 3), EventType.ASSAULT, status=replace(HAPPENED, reality=Reality.DENIED))
ENTERED = mention(TEXT, "entered", EventType.MOBILIZE, actor="The army")
SITES = (place(TEXT, "Orvik"),)
TIMES = read_times(TEXT, date(2022, 3, 8))


def test_one_event_for_all_that_tells_it_and_the_body_speaks_for_it() -> None:
    again = mention(TEXT, spot(TEXT, "attack", 2), EventType.ASSAULT)
    attack, entry = events(reading(TEXT, HIT, ATTACKED, again, ENTERED), (REBELS, ARMY), SITES, TIMES)
    assert [m.trigger.of(TEXT) for m in attack.mentions] == ["hit", "attacked", "attack"]
    assert attack.trigger.of(TEXT) == "attacked"
    assert (attack.type, attack.mode, attack.probability) == (EventType.ASSAULT, "heavy-weapons", 0.9)
    assert [(p.name, p.actor_id) for p in attack.actors] == [("Rebels", REBELS.id)]
    assert [p.name for p in attack.recipients] == ["depot"]
    assert [s.of(TEXT) for s in attack.instruments] == ["mortars"]
    assert attack.place is not None and attack.place.name == "Orvik"
    assert attack.time is not None and attack.time.edtf == "2022-03-02"
    assert (attack.place_reason, attack.time_reason) == (None, None)
    assert entry.status.occurrence is Occurrence.DID_NOT


def test_what_the_text_does_not_say_is_unknown_with_its_reason() -> None:
    (found,) = events(reading(TEXT, DIED), (), (), TIMES)
    assert (found.place, found.place_reason, found.time, found.time_reason) == (None, NO_PLACE, None, NO_TIME)
    assert found.actors == ()


def test_each_mention_keeps_its_own_status_and_a_denial_does_not_speak_for_the_event() -> None:
    told = replace(DENIED, status=HAPPENED, trigger=spot(TEXT, "attack", 2))
    other = replace(told, status=replace(HAPPENED, reality=Reality.DENIED))
    (found,) = events(reading(TEXT, other, ATTACKED), (REBELS,), SITES, TIMES)
    assert found.status == HAPPENED
    assert {m.status.reality for m in found.mentions} == {Reality.ASSERTED, Reality.DENIED}


def test_a_headline_alone_is_an_event() -> None:
    (found,) = events(reading(TEXT, HIT), (REBELS,), (), ())
    assert found.trigger.of(TEXT) == "hit"


def test_a_trigger_marked_twice_counts_once() -> None:
    (found,) = events(reading(TEXT, HIT, replace(HIT, probability=0.8)), (REBELS,), (), ())
    assert (len(found.mentions), found.probability) == (1, 0.8)


def test_ids_are_those_of_the_content() -> None:
    first = events(reading(TEXT, HIT, ATTACKED, ENTERED), (REBELS,), SITES, TIMES)
    again = events(reading(TEXT, ENTERED, ATTACKED, HIT), (REBELS,), SITES, TIMES)
    assert first == again
    assert len({e.id for e in first}) == len(first)
    assert all(e.id.startswith("e_") for e in first)


def odd_mention(rng: random.Random, size: int) -> EventMention:
    def span() -> Span:
        begin = rng.randrange(size + 3)
        return Span(begin, begin + 1 + rng.randrange(6))

    kind = rng.choice([*EventType])
    return EventMention(
        trigger=span(),
        type=kind,
        mode=rng.choice([None, *MODES[kind]]),
        status=Status(rng.choice([*Occurrence]), rng.choice([*Phase]), rng.choice([*Reality])),
        certainty=rng.choice([*Certainty]),
        stance=rng.choice([*Stance]),
        arguments=tuple(Argument(rng.choice([*Role]), span(), rng.random()) for _ in range(rng.randrange(4))),
        probability=rng.random(),
        producers=(MODEL,),
    )


@settings(deadline=None)
@given(st.text(CHARACTERS, max_size=60), st.integers(0, 2**32))
def test_any_text_and_any_mentions_give_events_that_keep_every_mention(text: str, seed: int) -> None:
    rng = random.Random(seed)
    mentions = tuple(odd_mention(rng, len(text)) for _ in range(rng.randrange(8)))
    spans = [m.trigger for m in mentions] or [Span(0, 1)]
    who = (Actor("n_1", ActorKind.GROUP, "x", (ActorMention(rng.choice(spans), "name"),), None, None, None, False),)
    sites = (Place(rng.choice(spans), "x", reason="none"),)
    found = events(reading(text, *mentions), who, sites, ())
    assert found == events(reading(text, *mentions), who, sites, ())
    kept = {(m.type, m.trigger) for e in found for m in e.mentions}
    assert kept == {(m.type, m.trigger) for m in mentions}
    ids = {e.id for e in found}
    assert len(ids) == len(found)
    for e in found:
        assert e.about is None or e.about in ids - {e.id}
        assert e.mentions[e.main].type is e.type
        assert (e.place is None or e.place.location is None) == (e.place_reason is not None)
        assert (e.time is None) <= (e.time_reason is not None)


def test_thousands_of_mentions_take_no_square_of_time() -> None:
    text = "They attacked a post. " * 800
    mentions = [
        mention(text, Span(22 * k + 5, 22 * k + 13), EventType.ASSAULT, recipient=Span(22 * k + 14, 22 * k + 20))
        for k in range(800)
    ]
    started = process_time()
    found = events(reading(text, *mentions), (), (), ())
    assert sum(len(e.mentions) for e in found) == 800
    assert process_time() - started < 20
