"""The least number of groups, against all ways to put a few origins into groups."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.counting import Unit, least

CAMPS = ("state:AA", "state:BB", None)
SORTS = (frozenset("s"), frozenset("c"), frozenset("so"), frozenset("ca"), frozenset("scoe"), frozenset("e"))


@st.composite
def some(draw: st.DrawFn) -> list[Unit]:
    out = []
    for k in range(draw(st.integers(0, 6))):
        camp = draw(st.sampled_from(CAMPS))
        sorts = frozenset("s") if camp else draw(st.sampled_from(SORTS))
        out.append(Unit(str(k), draw(st.booleans()), camp, sorts, open=camp is None))
    return out


def groupings(units: list[Unit]) -> Iterator[list[list[Unit]]]:
    if not units:
        yield []
        return
    for rest in groupings(units[1:]):
        yield [[units[0]], *rest]
        for k in range(len(rest)):
            yield [*rest[:k], [units[0], *rest[k]], *rest[k + 1 :]]


def may_be_one(group: list[Unit]) -> bool:
    camps = {u.camp for u in group if u.camp}
    firm = [u for u in group if u.firm]
    if len(camps) > 1 or not frozenset.intersection(*(u.sorts for u in group)):
        return False
    return len(firm) < 2 or (len({u.camp for u in firm}) == 1 and firm[0].camp is not None)


@given(some())
def test_no_grouping_has_fewer_groups_and_one_has_as_many(units: list[Unit]) -> None:
    fewest = min(len(g) for g in groupings(units) if all(map(may_be_one, g)))
    assert least(units).count == fewest


@given(some())
def test_every_origin_is_told_of_once(units: list[Unit]) -> None:
    found = least(units)
    told = [i for g in (*found.groups, *found.alone) for i in g] + [i for i, _ in found.hosted]
    assert sorted(told) == sorted(u.identity for u in units)
    assert found.count == len(found.groups) + len(found.alone)


@given(some(), st.integers(0, 5))
def test_leaving_one_out_never_needs_more(units: list[Unit], place: int) -> None:
    fewer = units[:place] + units[place + 1 :]
    assert least(fewer).count <= least(units).count


def test_one_of_unknown_camp_stands_for_one_sort_of_people_not_for_two() -> None:
    firm = Unit("f", True, None, frozenset("scoemba"))
    officials, residents = Unit("u", False, None, frozenset("s")), Unit("v", False, None, frozenset("c"))
    assert least([firm, officials]).count == 1
    assert least([firm, officials, residents]).count == 2


def test_an_organ_of_an_unknown_state_may_be_of_any_that_is_there() -> None:
    known = Unit("a", True, "state:AA", frozenset("s"), open=False)
    unknown = Unit("b", True, None, frozenset("s"), stateless=True)
    assert least([known, unknown]).count == 1
    assert least([unknown]).count == 1


def test_a_name_that_may_be_another_does_not_count_beside_it() -> None:
    ivan, oleh = Unit("a", True, None, frozenset("s")), Unit("b", True, None, frozenset("s"))
    bare = Unit("c", True, None, frozenset("s"), may=frozenset({"a", "b"}))
    assert least([ivan, oleh, bare]).count == 2
    assert least([bare]).count == 1


def test_private_people_of_one_name_count_once() -> None:
    rows = [Unit(k, True, None, frozenset("c"), alike="marta") for k in "abc"]
    assert least(rows).count == 1
