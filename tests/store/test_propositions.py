from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.store.assertions import number_of, save_assertions
from sayso.store.connection import Writer
from sayso.store.matches import Edge, find_unweighed, save_matched
from sayso.store.propositions import (
    Made,
    find_bare,
    find_bases,
    find_basis,
    find_carried_into,
    find_claim_faults,
    find_proposition,
    find_proposition_count,
    save_propositions,
)
from sayso.types.span import Span
from sayso.types.weighing import Carried, Match, Proposition, Side
from tests.store.claiming import named, read
from tests.store.support import new_ledger
from tests.tellings import RUSK, article, proposition, told, weighed

A, B = named("a", "2022-03-01", publisher="Alder Wire"), named("b", "2022-03-02")
FIRST = told("one", A.id, RUSK)
COPY = told("two", B.id)


def made(basis: bytes = b"1") -> Made:
    """One claim of two articles."""
    origin = replace(weighed().origins[0], assertions=(FIRST.id, COPY.id))
    found = proposition(
        id="p_" + FIRST.id[2:],
        assertions=(FIRST, COPY),
        articles=(replace(article(A.id, "2022-03-01", "Alder Wire"), title=None),
                  replace(article(B.id, "2022-03-02", None), title=None)),
        weighed=replace(weighed(), origins=(origin, weighed().origins[1])),
    )  # fmt: skip
    return Made(basis, found, {number_of(FIRST.id): Side.FOR, number_of(COPY.id): Side.FOR}, 2)


def keep(ledger: Writer) -> None:
    read(ledger, A, B)
    save_assertions(ledger, A.id, [FIRST])
    save_assertions(ledger, B.id, [COPY])
    save_matched(ledger, A.id, (), [])
    save_matched(ledger, B.id, [Carried(COPY.id, FIRST.id, A.id, Span(0, 5))], [])
    save_propositions(ledger, sorted(made().members), (), [made()])


def test_a_claim_comes_back_as_it_was(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        found = find_proposition(ledger.read, made().proposition.id)
        assert found == replace(made().proposition, texts=4)
        assert isinstance(found, Proposition)
        assert find_carried_into(ledger.read, found) == (Carried(COPY.id, FIRST.id, A.id, Span(0, 5)),)
        assert find_proposition(ledger.read, "p_ffff") is None and find_proposition_count(ledger.read) == 1
        assert find_unweighed(ledger.read, 9) == ()


def test_sides_are_those_of_the_claim(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        turned = replace(made(b"2"), members={n: Side.AGAINST for n in made().members})
        save_propositions(ledger, sorted(made().members), (), [turned])
        found = find_proposition(ledger.read, made().proposition.id)
        assert found is not None and {a.side for a in found.assertions} == {Side.AGAINST}


def test_what_is_kept_stays_and_what_goes_leaves_its_others_waiting(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        numbers = sorted(made().members)
        (n,) = find_bases(ledger.read, numbers).values()
        save_propositions(ledger, numbers, [n], [])
        assert find_bases(ledger.read, numbers) == {b"1": n}
        save_propositions(ledger, [number_of(FIRST.id)], (), [])
        assert find_proposition_count(ledger.read) == 0
        assert find_unweighed(ledger.read, 9) == (number_of(COPY.id),)


def test_claims_of_one_event_in_another_modality_are_named(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        plan, other = told("plan", "d_x"), named("c")
        plan = replace(plan, document=other.id)
        read(ledger, other)
        save_assertions(ledger, other.id, [plan])
        first, second = sorted((plan.id, FIRST.id))
        save_matched(ledger, other.id, (), [Edge(Match(first, second, 0.8, ()), True)])
        there = replace(made(b"3"), members={number_of(plan.id): Side.FOR})
        there = replace(there, proposition=replace(there.proposition, id="p_plan", assertions=(plan,)))
        save_propositions(ledger, [number_of(plan.id)], (), [there])
        found = find_proposition(ledger.read, made().proposition.id)
        assert found is not None and found.related == ("p_plan",)


def test_what_is_read_again_takes_its_claim_with_it(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        assert find_bare(ledger.read, [number_of(FIRST.id)])[FIRST.id].told_plainly() == FIRST
        ledger.connection.execute("DELETE FROM readings WHERE document = ?", (A.id,))
        assert find_proposition_count(ledger.read) == 0
        assert find_unweighed(ledger.read, 9) == (number_of(COPY.id),)
        for table in ("origins", "tellings", "carried"):
            assert ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("DELETE FROM kinship", "were not compared with others"),
        ("DELETE FROM tellings", "belongs to no claim across articles"),
        ("UPDATE propositions SET articles = 9", "holds other assertions than it says"),
        ("SELECT 1", "its reading does not have"),  # these articles were never read
    ],
)
def test_each_fault_is_found(tmp_path: Path, harm: str, told: str) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        ledger.connection.execute(harm)
        assert any(told in what for _, what in find_claim_faults(ledger.read))


def test_the_basis_tells_whether_a_claim_is_what_it_was(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        keep(ledger)
        assert find_basis(ledger.read, made().proposition.id) == made().basis
        save_propositions(ledger, sorted(made().members), (), [made(b"two")])
        assert find_basis(ledger.read, made().proposition.id) == b"two"
        assert find_basis(ledger.read, "p_0") is None
