from __future__ import annotations

from sayso.types.event import EventType
from sayso.types.weighing import Setting, Side, Taking
from sayso.weighing.matching.features import measure
from tests.weighing.matching.support import ACTOR, article, claim, pair

KOLVAST = Setting(site="Kolvast", country="XA", latitude=50.0, longitude=30.0, precision="point")
FAR_OFF = Setting(site="Brennholt", country="XA", latitude=52.0, longitude=30.0, precision="point")
ABROAD = Setting(site="Marun", country="XB", latitude=50.1, longitude=30.0, precision="point")
NATION = Setting(site="Halvary", country="XA", latitude=49.0, longitude=31.0, precision="country")


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
