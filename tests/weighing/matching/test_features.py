from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.event import EventType
from sayso.types.weighing import Setting, Side, Taking
from sayso.weighing.matching.features import FEATURES, alike, kilometres, measure, within
from tests.weighing.matching.support import ACTOR, article, claim, pair

KOLVAST = Setting(site="Kolvast", country="XA", latitude=50.0, longitude=30.0, precision="point")
FAR_OFF = Setting(site="Brennholt", country="XA", latitude=52.0, longitude=30.0, precision="point")
ABROAD = Setting(site="Marun", country="XB", latitude=50.1, longitude=30.0, precision="point")
NATION = Setting(site="Halvary", country="XA", latitude=49.0, longitude=31.0, precision="country")


def test_every_feature_has_a_name_of_its_own_and_says_what_it_is() -> None:
    names = [f.__name__ for f in FEATURES]
    assert len(set(names)) == len(names)
    assert all(f.__doc__ for f in FEATURES)


def test_words_for_what_happened() -> None:
    strike = claim("a", "Jets struck the depot.", "struck")
    bombed = claim("b", "Planes bombed the depot.", "bombed")
    burned = claim("c", "The wheat flooded.", "flooded")
    assert measure(pair(strike, strike))["same_trigger"] == 1.0
    assert measure(pair(strike, bombed))["kin_trigger"] == 1.0
    assert not measure(pair(strike, burned)).keys() & {"same_trigger", "kin_trigger"}


def test_types_that_readers_mix_up_do_not_count_against() -> None:
    a, b = (
        claim(i, "The column moved.", "moved", type=t) for i, t in (("a", EventType.ASSAULT), ("b", EventType.MOBILIZE))
    )
    c = claim("c", "The column moved.", "moved", type=EventType.AGREE)
    assert "other_type" not in measure(pair(a, b))
    assert measure(pair(a, c))["other_type"] == 1.0


def test_who_takes_part_by_key_by_name_and_by_country() -> None:
    one = claim("a", "x", taking=(Taking(ACTOR, "Vitaliy Kyrylov", "vtl krlv", "UA"),))
    same = claim("b", "y", taking=(Taking(ACTOR, "V. Kirilov", "vtl krlv", "UA"),))
    other = claim("c", "z", taking=(Taking(ACTOR, "Anna Bondar", "Ana bndr", "UA"),))
    abroad = claim("d", "z", taking=(Taking(ACTOR, "Jan Nowak", "Jan nvk", "PL"),))
    assert measure(pair(one, same))["same_actor"] == 1.0
    assert {"other_actor", "same_country"} <= measure(pair(one, other)).keys()
    assert {"other_actor", "other_country"} <= measure(pair(one, abroad)).keys()


def test_places() -> None:
    def found(one: Setting, other: Setting) -> set[str]:
        places = {"same_place", "place_within", "other_place", "abroad"}
        return places & measure(pair(claim("a", "x", setting=one), claim("b", "y", setting=other))).keys()

    assert found(KOLVAST, KOLVAST) == {"same_place"}
    assert found(KOLVAST, FAR_OFF) == {"other_place"}
    assert found(KOLVAST, NATION) == {"place_within"}
    assert found(KOLVAST, ABROAD) == {"abroad"}
    assert found(KOLVAST, Setting()) == set()


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    one, other = Setting(latitude=50.0, longitude=30.0), Setting(latitude=51.0, longitude=30.0)
    assert abs((kilometres(one, other) or 0) - 111.2) < 0.5
    assert kilometres(one, Setting()) is None


def test_times_that_meet_and_times_that_do_not() -> None:
    def at(id: str, since: str, until: str) -> object:
        return claim(id, "x", setting=Setting(since=since, until=until))

    march, later = at("a", "2022-03-01", "2022-03-02"), at("b", "2022-03-20", "2022-03-21")
    assert "same_time" in measure(pair(march, march))  # type: ignore[arg-type]
    assert measure(pair(march, later))["other_time"] > 0.5  # type: ignore[arg-type]
    assert not {"same_time", "other_time"} & measure(pair(march, claim("c", "x"))).keys()  # type: ignore[arg-type]


def test_articles_of_one_day_and_of_one_month_apart() -> None:
    a, b, c = (claim(i, "x") for i in "abc")
    dated = {
        "d-a": article("d-a", "2022-03-01"),
        "d-b": article("d-b", "2022-03-01"),
        "d-c": article("d-c", "2022-04-01"),
    }
    assert "articles_apart" not in measure(pair(a, b, dated))
    assert measure(pair(a, c, dated))["articles_apart"] > 0.5


def test_numbers_that_changed_are_seen_and_a_denial_is() -> None:
    a, b = claim("a", "x", numbers=("33",)), claim("b", "x", numbers=("30",), side=Side.AGAINST)
    assert {"other_number", "opposite"} <= measure(pair(a, b)).keys()


def test_claims_of_one_article_are_not_judged_by_how_alike_articles_are() -> None:
    a, b = (claim(i, "A depot burned.", "burned", document="d") for i in "ab")
    found = measure(pair(a, b, {}, 1.0))
    assert "same_article" in found and not found.keys() & {"likeness", "unlike", "unknown_likeness"}


words = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(words, words)
def test_overlaps_lie_between_nothing_and_one_and_know_no_order(one: frozenset[str], other: frozenset[str]) -> None:
    for share in (alike, within):
        found = share(one, other, lambda w: 1.0 + ord(w) / 100)
        assert 0.0 <= found <= 1.0 + 1e-9
        assert abs(found - share(other, one, lambda w: 1.0 + ord(w) / 100)) < 1e-9
    if one:
        assert abs(alike(one, one, lambda w: 2.0) - 1.0) < 1e-9
