from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.event import EventType
from sayso.types.weighing import Modality, Setting, Side, Taking
from sayso.weighing.matching import blocks
from sayso.weighing.matching.blocking import MOST
from tests.weighing.matching.support import ACTOR, claim

TROOPS = (Taking(ACTOR, "Belarusian troops", "blrsn trps", "BY"),)
ENTERED = claim("a", "Belarusian troops entered the Chernihiv region.", "entered", taking=TROOPS)


def test_kindred_words_and_another_type_still_meet() -> None:
    other = claim("b", "A column of Belarus crossed the border at Chernihiv.", "crossed", type=EventType.RETREAT)
    assert set(blocks(ENTERED)) & set(blocks(other))


def test_a_denial_and_a_plan_meet_their_claim() -> None:
    denial = claim(
        "b", "No Belarusian troops have entered the Chernihiv region.", "entered", taking=TROOPS, side=Side.AGAINST
    )
    plan = claim("c", "Belarusian troops will enter the Chernihiv region.", "enter", modality=Modality.PLAN)
    assert set(blocks(ENTERED)) & set(blocks(denial)) and set(blocks(ENTERED)) & set(blocks(plan))


def test_the_title_names_whom_a_claim_calls_he() -> None:
    named = claim("b", "General Maltesk has resigned.", "resigned")
    unnamed = claim("c", "He has quit.", "quit")
    assert not set(blocks(named)) & set(blocks(unnamed))
    assert set(blocks(named)) & set(blocks(unnamed, "Maltesk steps down"))


def test_what_has_nothing_in_common_does_not_meet() -> None:
    other = claim("b", "Three thousand tonnes of wheat burned in Kolvast.", "burned")
    assert not set(blocks(ENTERED)) & set(blocks(other))


def test_place_and_day_are_a_key() -> None:
    at = Setting(site="Kolvast", since="2023-02-01T05:00:00")
    a, b = claim("a", "Jets flew low.", "flew", setting=at), claim("b", "A blast shook houses.", "blast", setting=at)
    assert set(blocks(a)) & set(blocks(b))


@given(st.text(max_size=200), st.text(max_size=10))
def test_keys_are_few_and_each_is_given_once(text: str, trigger: str) -> None:
    keys = blocks(claim("a", text, trigger), text)
    assert len(keys) <= MOST and len(set(keys)) == len(keys)
