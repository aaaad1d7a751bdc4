from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.vectors import packed
from sayso.types.event import EventType
from sayso.types.weighing import Article, Modality, Setting, Side, Taking
from sayso.weighing.matching import article_keys, blocks, near
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


def article(id: str, published: str | None) -> Article:
    return Article(id, "Harbour Lamp", published, "Blast in Kolvast", None, id)


def test_articles_about_the_same_share_keys_though_their_claims_share_none() -> None:
    one = [claim("a", "Jets of Dravonia bombed a depot.", "bombed"), claim("b", "Halvaria protested.", "protested")]
    other = [claim("c", "Wheat burns.", "burns"), claim("d", "Halvaria blames Dravonia.", "blames")]
    assert not set(blocks(one[0])) & set(blocks(other[0]))
    near_day = set(article_keys(one, article("x", "2023-03-01"))) & set(article_keys(other, article("y", "2023-03-06")))
    far_day = set(article_keys(one, article("x", "2023-03-01"))) & set(article_keys(other, article("y", "2023-09-06")))
    undated = set(article_keys(one, article("x", "2023-03-01"))) & set(article_keys(other, article("y", None)))
    assert near_day > far_day
    assert far_day == undated != set()


@given(st.integers(1, 700_000), st.integers(-7, 7))
def test_articles_within_a_week_always_share_a_stretch_of_days(day: int, apart: int) -> None:
    told = [claim("a", "Kolvast burns.", "burns")]
    first = date.fromordinal(day + 700)
    second = date.fromordinal(day + 700 + apart)
    keys = [set(article_keys(told, Article("x", None, d.isoformat(), None, None, "x"))) for d in (first, second)]
    assert keys[0] & keys[1]


def test_claims_that_mean_something_alike_are_near() -> None:
    east, west, north = ([float(k == n) for k in range(3)] for n in range(3))
    mine = [replace(ENTERED, meaning=packed(v)) for v in (east, west)]
    others = [replace(ENTERED, meaning=packed(v)) for v in (north, west)]
    assert list(near(mine, [*others, ENTERED])) == [(1, 1)]
    assert list(near([ENTERED], others)) == list(near([], others)) == []
