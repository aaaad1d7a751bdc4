from __future__ import annotations

import random
from itertools import combinations
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.types.weighing import Match
from sayso.weighing.matching import cluster


def every(groups: list[str], inside: float, across: float) -> list[Match]:
    """Matches of all pairs of single letters, likely within a group."""
    home = {name: k for k, group in enumerate(groups) for name in group}
    return [Match(a, b, inside if home[a] == home[b] else across) for a, b in combinations(sorted(home), 2)]


def test_likely_pairs_are_one_and_the_others_apart() -> None:
    assert cluster("abcde", every(["abc", "de"], 0.9, 0.05)) == (("a", "b", "c"), ("d", "e"))


def test_without_matches_each_is_alone() -> None:
    assert cluster("ba", []) == (("a",), ("b",))


def test_a_chain_of_likely_pairs_is_not_one_cluster() -> None:
    names = "abcdefgh"
    near = {frozenset(p) for p in zip(names, names[1:], strict=False)}
    matches = [Match(a, b, 0.9 if frozenset((a, b)) in near else 0.01) for a, b in combinations(names, 2)]
    assert max(map(len, cluster(names, matches))) < len(names)


def test_a_plan_stays_apart_from_a_deed_whatever_speaks_for_it() -> None:
    kinds = {"a": "deed", "b": "plan", "c": "deed"}
    found = cluster("abc", every(["abc"], 0.99, 0.0), [("a", "b"), ("b", "c")], kinds)
    assert found == (("a", "c"), ("b",))


def test_what_can_never_be_one_is_never_joined_by_others() -> None:
    matches = [Match("a", "b", 0.99), Match("b", "c", 0.99), Match("a", "c", 0.0)]
    assert not any({"a", "c"} <= set(part) for part in cluster("abc", matches))


def test_words_taken_over_are_one_claim_without_a_match() -> None:
    assert cluster("abc", [], [("c", "a"), ("x", "b")]) == (("a", "c"), ("b",))


pairs = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda p: p[0] < p[1]),
    st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.7, 0.7, 0.9, 0.99]),
)
joins = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=3)


@settings(deadline=None)
@given(pairs, joins, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_each_is_in_one_part(
    found: dict[tuple[str, str], float], joined: list[tuple[str, str]], rng: random.Random
) -> None:
    matches = [Match(a, b, p) for (a, b), p in found.items()]
    parts = cluster("abcdefgh", matches, joined)
    assert sorted(name for part in parts for name in part) == list("abcdefgh")
    shuffled, names, again = matches[:], list("abcdefgh"), [(b, a) for a, b in joined]
    for one in (shuffled, names, again):
        rng.shuffle(one)
    assert cluster(names, shuffled, again) == parts
    home = {name: part for part in parts for name in part}
    assert all(home[a] == home[b] for a, b in joined)


@pytest.mark.slow
def test_ten_thousand_of_one_claim_take_little_time() -> None:
    rng = random.Random(4)
    names = [f"{k:05}" for k in range(10_000)]
    drawn = ((rng.choice(names), rng.choice(names)) for _ in range(200_000))
    matches = [Match(min(a, b), max(a, b), rng.uniform(0.6, 0.99)) for a, b in drawn if a != b]
    begun = process_time()
    parts = cluster(names, matches)
    assert len(parts) < 200
    assert process_time() - begun < 20
