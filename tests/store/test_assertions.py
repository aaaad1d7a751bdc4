from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.store.assertions import (
    UNDATED,
    day_of,
    find_assertions,
    find_assertions_of,
    find_namings,
    find_unasserted,
    find_unmatched,
    find_waiting_claims,
    find_weighed_articles,
    hashed,
    named_plainly,
    number_of,
    save_assertions,
    save_kinship,
    save_rekinned,
    save_unasserted,
)
from sayso.store.connection import Writer
from sayso.store.families import save_families
from sayso.store.forget import save_forgotten
from sayso.types.lineage import Alignment, Derivation, Family, Kind
from sayso.types.weighing import Article
from tests.store.claiming import assert_, named, read
from tests.store.support import NOW, article, new_ledger, take
from tests.tellings import RUSK, claim_id, told

EARLY, LATE, UNDATED_ONE = named("early", "2022-03-01"), named("late", "2022-03-09"), named("undated")


def rows(ledger: Writer, query: str) -> list[object]:
    return [row[0] for row in ledger.connection.execute(query)]


@given(st.lists(st.integers(0, 2**64 - 1), min_size=2, max_size=2, unique=True))
def test_numbers_are_in_the_order_of_ids(found: list[int]) -> None:
    one, other = (f"c_{k:016x}" for k in found)
    assert (one < other) == (number_of(one) < number_of(other))
    assert -(2**63) <= hashed(one) < 2**63


def test_days_are_counted_and_what_has_none_comes_last() -> None:
    assert day_of("2022-03-02T23:00:00Z") - day_of("2022-03-01") == 1
    assert day_of(None) == day_of("soon") == UNDATED > day_of("2999-12-31")


def test_what_is_read_waits_and_what_it_asserts_comes_back(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, LATE, UNDATED_ONE, EARLY)
        assert find_unasserted(ledger.read, 9) == tuple(sorted(d.id for d in (LATE, UNDATED_ONE, EARLY)))
        assert find_waiting_claims(ledger.read) == 3
        mine = [told("a", EARLY.id, RUSK), told("b", EARLY.id, place=1)]
        for document in (LATE, UNDATED_ONE):
            save_assertions(ledger, document.id, ())
        save_assertions(ledger, EARLY.id, mine)
        assert find_unasserted(ledger.read, 9) == ()
        assert find_unmatched(ledger.read, 9) == (EARLY.id, LATE.id, UNDATED_ONE.id)
        found = find_assertions(ledger.read, EARLY.id)
        assert list(found.values()) == mine and list(found) == [number_of(a.id) for a in mine]
        assert dict(find_assertions_of(ledger.read, [number_of(mine[1].id), 5])) == {number_of(mine[1].id): mine[1]}


def test_who_is_named_with_an_office_is_kept_with_his_article(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, EARLY, LATE)
        save_assertions(ledger, EARLY.id, [told("a", EARLY.id, RUSK)], [RUSK])
        save_assertions(ledger, LATE.id, [], [RUSK])
        found = find_namings(ledger.read, [EARLY.id, LATE.id, "d_gone"])
        assert sorted(found) == sorted((EARLY.id, LATE.id)) and named_plainly(found.values()) == (RUSK,)
        save_assertions(ledger, EARLY.id, [])
        assert list(find_namings(ledger.read, [EARLY.id, LATE.id])) == [LATE.id]


def test_what_is_read_again_is_asserted_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, EARLY)
        assert_(ledger, EARLY, told("a", EARLY.id))
        assert_(ledger, EARLY, told("b", EARLY.id))
        assert rows(ledger, "SELECT id FROM assertions") == [claim_id("b", EARLY.id)]
        save_unasserted(ledger, [EARLY.id, "d_gone"])
        assert find_unasserted(ledger.read, 9) == (EARLY.id,)


def test_an_article_is_known_by_the_first_of_its_family(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, EARLY, named("x", "2022-03-02", publisher="The Post", title="T", url="https://a.example/x"))
        copy = named("x")
        save_families(ledger, [EARLY.id, copy.id], [Family(EARLY.id, (EARLY.id, copy.id), ())])
        found = find_weighed_articles(ledger.read, [copy.id, EARLY.id, "d_gone"])
        assert found[copy.id] == Article(copy.id, "The Post", "2022-03-02", "T", "https://a.example/x", EARLY.id)
        assert found[EARLY.id].text_id == EARLY.id and len(found) == 2


def derived(child: str, parent: str, probability: float = 0.9) -> Derivation:
    return Derivation(parent, child, Kind.CUT, probability, 0.9, Alignment((), 0.0, 0.0, 0.0, 0.0), (), ())


def test_only_relatives_that_changed_have_claims_compared_anew(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, EARLY, LATE)
        for document in (EARLY, LATE):
            assert_(ledger, document, told("a", document.id))
        both = (EARLY.id, LATE.id)
        family = Family(EARLY.id, both, (derived(LATE.id, EARLY.id),))

        def again(found: Family) -> tuple[tuple[str, ...], list[object]]:
            for document in both:
                save_kinship(ledger, document)
            ledger.connection.execute("DELETE FROM unmatched")
            ledger.connection.execute("DELETE FROM unweighed")
            save_families(ledger, both, [found])
            save_rekinned(ledger)
            weighed = "SELECT document FROM unweighed u JOIN assertions a ON a.number = u.number ORDER BY 1"
            return find_unmatched(ledger.read, 9), rows(ledger, weighed)

        assert again(family) == ((LATE.id,), sorted(both))  # both came to be of a family, one has a parent now
        assert again(family) == ((), [])
        assert again(Family(EARLY.id, both, (derived(LATE.id, EARLY.id, 0.8),)))[0] == (LATE.id,)
        assert again(Family(LATE.id, both, (derived(EARLY.id, LATE.id),))) == (both, sorted(both))


def test_the_children_of_what_is_read_anew_are_compared_anew(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, EARLY, LATE)
        for document in (EARLY, LATE):
            assert_(ledger, document, told("a", document.id))
        save_families(
            ledger, [EARLY.id, LATE.id], [Family(EARLY.id, (EARLY.id, LATE.id), (derived(LATE.id, EARLY.id),))]
        )
        ledger.connection.execute("DELETE FROM unmatched")
        assert_(ledger, EARLY, told("b", EARLY.id))
        assert find_unmatched(ledger.read, 9) == (EARLY.id, LATE.id)


def test_a_changed_date_has_claims_compared_anew_and_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        read(ledger, LATE)
        assert_(ledger, LATE, told("a", LATE.id))
        ledger.connection.execute("DELETE FROM unmatched")
        take(ledger, article(LATE.text, published="2022-02-01"), origin="again.txt")
        assert find_unmatched(ledger.read, 9) == (LATE.id,)
        save_forgotten(ledger, [LATE.id], "document", NOW)
        assert find_waiting_claims(ledger.read) == 0 and rows(ledger, "SELECT id FROM assertions") == []
