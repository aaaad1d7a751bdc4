"""What is asked of assertions again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Side
from sayso.weighing.ledger import Ledger, loops, publisher
from tests.weighing.told import article, articles, body, copied, outlet, person, said, unnamed


def test_a_copy_is_on_the_side_of_what_it_copies() -> None:
    rows = [said("a"), said("b", side=Side.AGAINST), said("c", side=Side.OPEN)]
    ledger = Ledger(rows, {}, [copied("c_b", "c_a", "a"), copied("c_c", "c_b", "b")])
    assert ledger.sides == [Side.FOR] * 3


def test_copies_of_each_other_are_not_both_copies() -> None:
    held = articles(article("a", "A", "2024-05-02"), article("b", "B", "2024-05-01"))
    ledger = Ledger([said("a"), said("b")], held, [copied("c_a", "c_b", "b"), copied("c_b", "c_a", "a")])
    assert [one.parent for one in ledger.told] == [1, None]


def test_the_own_outlet_behind_a_source_is_no_source() -> None:
    held = articles(article("a", "Harrow Post"))
    (one,) = Ledger([said("a", person("Ilan Torv"), outlet("the Harrow Post"))], held, []).told
    assert [t.name for t in one.chain] == ["Ilan Torv"]


def test_an_official_who_words_what_his_country_says_relays_nobody() -> None:
    chain = (person("Dmitry Peskov", "Kremlin spokesman", "RU"), body("Moscow", "RU"))
    relayed = (body("the Ukrainian parliament"), body("Moscow", "RU"))
    first, second = Ledger([said("a", *chain), said("b", *relayed)], {}, []).told
    assert [t.name for t in first.chain] == ["Dmitry Peskov"]
    assert [t.name for t in second.chain] == ["the Ukrainian parliament", "Moscow"]


def test_hearsay_is_dropped_and_an_office_speaks_for_itself() -> None:
    held = articles(article("a", "A"), article("b", "Ministry of Defence of Velmar"))
    first, second = Ledger([said("a", unnamed("reports")), said("b")], held, []).told
    assert first.chain == ()
    assert [t.name for t in second.chain] == ["Ministry of Defence of Velmar"]


def test_an_organisation_that_publishes_here_is_an_outlet() -> None:
    held = articles(article("a", "Suspilne"))
    ledger = Ledger([said("a"), said("b", body("Suspilne Chernihiv")), said("c", body("Civic Forward"))], held, [])
    assert ledger.outlet_key(body("Suspilne Chernihiv")) == ledger.told[0].outlet
    assert ledger.outlet_key(body("Civic Forward")) is None
    assert ledger.outlet_key(body("Telegram")) is not None


def test_an_outlet_without_a_name_is_known_by_its_address() -> None:
    assert publisher(article("a")) is None
    assert publisher(None) is None


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9)))
def test_every_loop_comes_back_and_no_node_is_in_two(follows: dict[int, int]) -> None:
    found = loops(follows)
    for loop in found:
        assert [follows[n] for n in loop] == [*loop[1:], loop[0]]
    nodes = [n for loop in found for n in loop]
    assert len(nodes) == len(set(nodes))
