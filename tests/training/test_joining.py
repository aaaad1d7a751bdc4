from __future__ import annotations

import random

from bench.eventgold import gold_mentions
from sayso.types.event import Role
from tests.bench.test_eventgold import ROW
from training.joining import blurred, fit, pairs


def test_pairs_of_one_type_know_whether_they_are_one_event() -> None:
    found = list(pairs(ROW, random.Random(1)))
    assert [same for _, same in found] == [True, True, True]
    assert all("other" in names for names, _ in found)


def test_blurring_keeps_trigger_type_and_inner_event() -> None:
    rng = random.Random(3)
    for mention in gold_mentions(ROW):
        changed = blurred(mention, rng)
        assert (changed.trigger, changed.type) == (mention.trigger, mention.type)
        about = [a for a in mention.arguments if a.role is Role.ABOUT]
        assert [a for a in changed.arguments if a.role is Role.ABOUT] == about


def test_the_same_rows_give_the_same_weights() -> None:
    weights = fit([ROW])
    assert weights == fit([ROW])
    assert weights["always"] > 0, "all pairs of this row are one event"
