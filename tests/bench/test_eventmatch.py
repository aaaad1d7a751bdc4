from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bench.eventgold import gold_actors
from bench.eventmatch import Counts, judge, pairing, places_of_name, plain, teller
from bench.tasks.events import given as given_events
from sayso.types.event import EventType, Occurrence, Participant, Phase, Reality, Status
from sayso.types.span import Span
from tests.bench.test_eventgold import ROW, TEXT, at


@given(st.integers(0, 4), st.integers(0, 4), st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3))))
def test_no_other_pairing_is_larger(left: int, right: int, allowed: set[tuple[int, int]]) -> None:
    found = pairing(left, right, lambda i, j: (i, j) in allowed)
    assert len(set(found.values())) == len(found)
    assert all((i, j) in allowed and i < left and j < right for i, j in found.items())
    best = max(
        sum((i, j) in allowed for i, j in enumerate(order) if i < left and j < right)
        for order in permutations(range(4))
    )
    assert len(found) == best


def test_names_are_found_as_whole_words_letter_by_letter() -> None:
    assert [s.of(TEXT) for s in places_of_name("guards", TEXT)] == ["guards"]
    assert places_of_name("fle", TEXT) == []


def judged(**values: object) -> dict[str, int]:
    answer = given_events(ROW)
    events = tuple(replace(e, **values) if e.type is EventType.FLEE else e for e in answer.events)
    found = judge(ROW, events, answer.actors)
    return {name: len(pairs) for name, pairs in found.pairs.items()}


def test_gold_mentions_find_their_events() -> None:
    # the rebels who demanded it have no words in their sentence that gold marks: their actor stays unknown
    assert judged() == {"event": 1, "told": 1, "actor": 1, "trigger": 2, "spot": 2}


def test_a_wrong_or_missing_or_further_participant_is_an_error() -> None:
    elsewhere = Participant("rebels", Span(*at("rebels")), None)
    right = Participant("guards", Span(*at("guards")), None)
    assert judged(actors=(right,))["event"] == 1
    assert judged(actors=(elsewhere,))["event"] == 0
    assert judged(actors=())["event"] == 0
    assert judged(actors=(right, elsewhere))["event"] == 0
    assert judged(recipients=(elsewhere,)) == {"event": 0, "told": 0, "actor": 1, "trigger": 2, "spot": 2}


def test_any_mention_of_the_actor_counts() -> None:
    (guards,) = gold_actors(ROW)
    by_name = Participant(guards.name, None, guards.id)
    assert judged(actors=(by_name,))["event"] == 1


def test_another_type_is_another_event() -> None:
    assert judged(type=EventType.RETREAT) == {"event": 0, "told": 0, "actor": 0, "trigger": 1, "spot": 2}


def test_counts_add_up() -> None:
    total = Counts(1, 2, 4) + Counts(1, 2, 0)
    assert (total.precision, total.recall, total.f1) == (0.5, 0.5, 0.5)
    assert Counts().f1 == 1.0


def test_what_simply_happened() -> None:
    assert plain(Status(Occurrence.HAPPENED, Phase.BACKGROUND, Reality.REPORTED))
    assert not plain(Status(Occurrence.HAPPENED, Phase.PLANNED, Reality.ASSERTED))
    assert not plain(Status(Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED))


def test_the_teller_stands_on_the_trigger_itself_before_further_words() -> None:
    answer = given_events(ROW)
    gold = ROW["events"][0]
    found = teller(gold, answer.events)
    assert found is not None and found.type is EventType.FLEE
    assert teller(gold, [e for e in answer.events if e.type is not EventType.FLEE]) is None
