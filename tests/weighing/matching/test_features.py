from __future__ import annotations

from sayso.weighing.matching.features import FEATURES, measure
from tests.weighing.matching.support import claim, pair


def test_every_feature_has_a_name_of_its_own_and_says_what_it_is() -> None:
    names = [f.__name__ for f in FEATURES]
    assert len(set(names)) == len(names)
    assert all(f.__doc__ for f in FEATURES)


def test_what_is_nothing_is_left_out_and_there_are_odds_of_any_pair() -> None:
    found = measure(pair(claim("a", "A depot burned.", "burned"), claim("b", "A general resigned.", "resigned")))
    assert found["always"] == 1.0
    assert all(found.values()) and "same_trigger" not in found
