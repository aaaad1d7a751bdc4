from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine import settling
from sayso.engine.settling import around, component, joined, settle_claims
from sayso.store.assertions import number_of
from sayso.store.matches import Edge, find_unweighed_count, save_matched
from sayso.store.propositions import find_proposition, find_proposition_count
from sayso.types.span import Span
from sayso.types.weighing import Carried, Match
from tests.store.claiming import assert_, named, read
from tests.store.support import new_ledger
from tests.tellings import COUNCIL, RUSK, told


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=12))
def test_parts_are_what_pairs_hold_together(pairs: list[tuple[str, str]]) -> None:
    parts = joined(set("abcdef"), pairs)
    assert sorted(id for part in parts for id in part) == list("abcdef")
    home = {id: k for k, part in enumerate(parts) for id in part}
    assert all(home[a] == home[b] for a, b in pairs if a in home and b in home)
    assert parts == joined(set("abcdef"), [(b, a) for a, b in reversed(pairs)])


def test_a_crowd_of_copies_is_one_claim_of_as_many_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "CROWD", 10)
    first = named("first", "2022-03-01")
    copies = [named(f"copy {k}", "2022-03-02") for k in range(40)]
    with new_ledger(tmp_path) as ledger:
        read(ledger, first, *copies)
        one = told("x", first.id, RUSK)
        assert_(ledger, first, one)
        save_matched(ledger, first.id, (), [])
        for document in copies:
            mine = told("x", document.id, COUNCIL)
            assert_(ledger, document, mine)
            save_matched(ledger, document.id, [Carried(mine.id, one.id, first.id, Span(0, 5))], [])
        assert len(component(ledger.read, number_of(one.id))) == 41
        settle_claims(ledger)
        row = ledger.connection.execute("SELECT * FROM propositions").fetchone()
        assert (row["articles"], row["texts"], row["assertions"]) == (41, 41, 41)
        assert (row["least"], row["most"], row["last_seen"]) == (1, 1, "2022-03-02")
        found = find_proposition(ledger.read, row["id"])
        assert found is not None and len(found.assertions) == 41 and found.text == one.text
        assert find_unweighed_count(ledger.read) == 0


def test_what_nothing_touches_is_left_as_it_is(tmp_path: Path) -> None:
    a, b = named("a"), named("b")
    with new_ledger(tmp_path) as ledger:
        read(ledger, a, b)
        assert_(ledger, a, told("x", a.id, RUSK))
        save_matched(ledger, a.id, (), [])
        settle_claims(ledger)
        (n,) = ledger.connection.execute("SELECT n FROM propositions").fetchone()
        assert_(ledger, b, told("x", b.id, COUNCIL))
        save_matched(ledger, b.id, (), [])
        ledger.connection.execute(
            "INSERT INTO unweighed SELECT number FROM assertions WHERE true ON CONFLICT DO NOTHING"
        )
        settle_claims(ledger)
        assert find_proposition_count(ledger.read) == 2
        assert n in {row[0] for row in ledger.connection.execute("SELECT n FROM propositions")}


def test_of_a_large_component_only_what_stronger_matches_hold_together_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "LARGE", 3)
    articles = [named(f"article {k}") for k in range(6)]
    with new_ledger(tmp_path) as ledger:
        read(ledger, *articles)
        those = [told("x", a.id, RUSK) for a in articles]
        for k, (document, mine) in enumerate(zip(articles, those, strict=True)):
            assert_(ledger, document, mine)
            # in pairs by strong matches, and from pair to pair by weaker ones
            sure = 0.9 if k % 2 else 0.5
            edges = [Edge(Match(*sorted((mine.id, those[k - 1].id)), sure), False)] if k else []
            save_matched(ledger, document.id, (), edges)
            if k == 2:
                settle_claims(ledger)
                found = ledger.connection.execute("SELECT DISTINCT within FROM propositions").fetchall()
                assert [row[0] for row in found] == [0]
        numbers = [number_of(a.id) for a in those]
        assert around(ledger.read, numbers[0]) == ({numbers[0], numbers[1]}, True)
        assert len(component(ledger.read, numbers[0])) == 6
        settle_claims(ledger)
        query = "SELECT t.number, p.n, p.within FROM tellings t JOIN propositions p ON p.n = t.proposition"
        home = {number: (n, within) for number, n, within in ledger.connection.execute(query)}
        assert all(within for _, within in home.values())  # also of those that were settled when they were few
        assert [home[numbers[k]] == home[numbers[k + 1]] for k in range(5)] == [True, False, True, False, True]
