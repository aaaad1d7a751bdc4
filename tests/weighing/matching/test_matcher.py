from __future__ import annotations

import random
from itertools import combinations

from sayso.types.weighing import Modality, Side, Taking
from sayso.weighing.matching import match, related
from sayso.weighing.matching.features import FEATURES
from sayso.weighing.matching.matcher import weights
from tests.weighing.matching.support import ACTOR, article, claim

TROOPS = (Taking(ACTOR, "Belarusian troops", None, "BY"),)
ENTERED = claim("a", "Belarusian troops entered the Chernihiv region.", "entered", taking=TROOPS)
CROSSED = claim("b", "Troops of Belarus crossed into the Chernihiv region.", "crossed", taking=TROOPS)
DENIED = claim(
    "c", "No Belarusian troops have entered the Chernihiv region.", "entered", taking=TROOPS, side=Side.AGAINST
)
PLANNED = claim(
    "d", "Belarusian troops will enter the Chernihiv region.", "enter", taking=TROOPS, modality=Modality.PLAN
)
BURNED = claim("e", "Three thousand tonnes of wheat burned in Kolvast.", "burned")


def test_weights_are_of_features_that_there_are() -> None:
    assert set(weights().weights) == {f.__name__ for f in FEATURES}


def test_one_deed_in_other_words_is_likelier_than_another_deed() -> None:
    same, other = match(ENTERED, CROSSED, {}), match(ENTERED, BURNED, {})
    assert same.probability > 0.4 > 0.05 > other.probability


def test_a_denial_is_about_what_it_denies() -> None:
    assert match(ENTERED, DENIED, {}).probability > 0.5


def test_a_plan_is_no_deed_but_of_the_same_event() -> None:
    found = match(ENTERED, PLANNED, {})
    assert found.probability == 0.0
    assert found.reasons == ("deed and plan",)
    assert related(ENTERED, PLANNED, {}).probability > 0.5


def test_reasons_are_few_and_name_what_is_the_same() -> None:
    reasons = match(ENTERED, CROSSED, {}).reasons
    assert 1 <= len(reasons) <= 4
    assert any(r.startswith(("same", "kindred", "both")) for r in reasons)


def test_the_order_of_two_assertions_changes_nothing() -> None:
    for a, b in combinations((ENTERED, CROSSED, DENIED, PLANNED, BURNED), 2):
        assert match(a, b, {}) == match(b, a, {})


def test_what_was_seen_before_changes_nothing() -> None:
    every = list(combinations((ENTERED, CROSSED, DENIED, BURNED), 2))
    before = {(a.id, b.id): match(a, b, {}) for a, b in every}
    random.Random(2).shuffle(every)
    assert {(a.id, b.id): match(a, b, {}) for a, b in every} == before


def test_articles_a_year_apart_make_it_less_likely() -> None:
    near = {"d-a": article("d-a", "2022-03-01"), "d-b": article("d-b", "2022-03-01")}
    far = {"d-a": article("d-a", "2022-03-01"), "d-b": article("d-b", "2023-03-01")}
    assert match(ENTERED, CROSSED, near).probability > match(ENTERED, CROSSED, far).probability


def test_articles_that_are_alike_make_it_likelier() -> None:
    assert match(ENTERED, CROSSED, {}, None, 0.6).probability > match(ENTERED, CROSSED, {}, None, 0.0).probability
