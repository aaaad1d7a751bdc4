"""What is asked of assertions again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.span import Span
from sayso.types.weighing import Carried, Side
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


def test_the_later_of_two_copies_that_names_nobody_is_the_copy() -> None:
    held = articles(article("a", "A", "2024-05-01T10:00:00Z"), article("b", "B", "2024-05-01T11:00:00Z"))
    rows = [said("a", person("Ilan Torv")), said("b")]
    turned = Ledger(rows, held, [copied("c_a", "c_b", "b")])
    assert [one.parent for one in turned.told] == [None, 0]
    undated = Ledger(rows, articles(article("a", "A"), article("b", "B")), [copied("c_a", "c_b", "b")])
    assert [one.parent for one in undated.told] == [1, None]


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
    assert ledger.outlet_key(unnamed("Suspilne")) == ledger.told[0].outlet
    assert ledger.outlet_key(unnamed("officials")) is None


def test_the_press_centre_of_somebody_speaks_for_itself() -> None:
    held = articles(article("a", "Press centre of the Eastern Group"), article("b", "Garda Prosecutor's Office"))
    assert [one.chain[-1].name for one in Ledger([said("a"), said("b")], held, []).told] == [
        a.outlet for a in held.values()
    ]


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


def test_a_body_that_publishes_its_own_word_is_named_by_it() -> None:
    names = ("Ministry of Defence of Velmar", "Civic Forward press office", "Marun District Hospital")
    for name in names:
        (one,) = Ledger([said("a")], articles(article("a", name)), []).told
        assert [t.name for t in one.chain] == [name]
    for paper in ("The Harbour Monitor", "Army Times", "Union Farmer", "Harrow Post"):
        (one,) = Ledger([said("a")], articles(article("a", paper)), []).told
        assert one.chain == ()


def test_a_body_that_others_name_is_no_outlet_where_it_publishes_its_own_word() -> None:
    held = articles(article("a", "Civic Forward press office"), article("b", "Kessel Tribune"))
    ledger = Ledger([said("a"), said("b", body("Civic Forward"))], held, [])
    assert ledger.outlet_key(ledger.told[1].chain[-1]) is None
    identities = {ledger.sources.of(one.chain[-1], one.text) for one in ledger.told}
    assert len(identities) == 1
    citing = Ledger([said("a", outlet("Quillon Wire")), said("b", body("Civic Forward"))], held, [])
    assert citing.outlet_key(citing.told[1].chain[-1]) is not None


def test_copies_of_words_that_nobody_read_in_their_original_are_one() -> None:
    held = articles(article("b", "B", "2024-05-01"), article("c", "C", "2024-05-02"))
    rows = [said("b", body("the harbour authority")), said("c", body("the port office"))]
    links = [copied("c_b", None, "a"), copied("c_c", None, "a")]
    assert [one.parent for one in Ledger(rows, held, links).told] == [None, 0]
    apart = [links[0], Carried("c_c", None, "a", Span(100, 130))]
    assert [one.parent for one in Ledger(rows, held, apart).told] == [None, None]
    other = [rows[0], said("c", side=Side.AGAINST)]
    assert [one.parent for one in Ledger(other, held, links).told] == [None, None]


def test_an_outlet_whose_name_is_a_noun_for_people_is_an_outlet() -> None:
    held = articles(article("m", "Corvane Monitor"), article("p", "Harrow Post"))
    rows = [said("p", unnamed("Corvane Monitor")), said("m", unnamed("Corvane reporter"), name="c_m")]
    ledger = Ledger(rows, held, ())
    keys = [ledger.outlet_key(t) for row in rows for t in row.chain if t.name]
    assert keys[0] is not None and keys[1] is None


def test_an_office_that_publishes_and_cites_is_what_its_article_says() -> None:
    held = articles(article("a", "Civic Forward press office", "2024-05-01"), article("b", "B", "2024-05-02"))
    rows = [said("a", person("Ilan Torv")), said("b", body("the press office of Civic Forward"))]
    ledger = Ledger(rows, held, [])
    assert ledger.outlet_key(rows[1].chain[-1]) == ledger.told[0].outlet
    alone = Ledger([said("a"), rows[1]], held, [])
    assert alone.outlet_key(rows[1].chain[-1]) is None


def test_an_outlet_is_known_by_what_it_is_where_only_one_is_that() -> None:
    held = articles(article("a", "Karesta State Television"), article("b", "Harrow Post"))
    rows = [said("a"), said("b", outlet("state television"))]
    ledger = Ledger(rows, held, [])
    assert ledger.outlet_key(rows[1].chain[-1]) == ledger.told[0].outlet
    two = articles(*held.values(), article("c", "Velmar State Television"))
    assert Ledger([*rows, said("c")], two, []).outlet_key(rows[1].chain[-1]) != ledger.told[0].outlet
