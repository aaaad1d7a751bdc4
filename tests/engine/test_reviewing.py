from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.reviewing import find_named, find_put_together, find_reviewed, is_turned
from sayso.store.assertions import number_of
from sayso.store.connection import Writer
from sayso.store.reviews import find_reviews
from sayso.types.review import Action
from sayso.types.weighing import Side
from sayso.weighing.reviewed import NOTHING
from tests.engine.deciding import ASSERTIONS, claim_of, review, told_ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    with told_ledger(tmp_path / "l", monkeypatch) as found:
        yield found


def test_decisions_that_hold_are_taken_together(ledger: Writer) -> None:
    assert find_reviewed(ledger.read) is NOTHING
    review(ledger, Action.SIDE, "a4", "open")
    review(ledger, Action.ROOT, "a5", "Pavel Rusk")
    found = find_reviewed(ledger.read)
    assert found.sides == {ASSERTIONS["a4"].id: Side.OPEN}
    assert found.roots[ASSERTIONS["a5"].id].name == "Pavel Rusk"
    assert set(find_named(ledger.read, find_reviews(ledger.read))) == {ASSERTIONS["a1"].id}
    for number in ("1", "2"):
        review(ledger, Action.UNDO, None, number)
    assert find_reviewed(ledger.read) is NOTHING


def test_what_was_put_together_is_found_from_any_of_it(ledger: Writer) -> None:
    review(ledger, Action.WITH, "a5", "b1")
    numbers = {key: number_of(ASSERTIONS[key].id) for key in ASSERTIONS}
    found = find_put_together(ledger.read, {numbers["b2"]}, find_reviewed(ledger.read))
    assert found == {numbers["a5"], numbers["b1"], numbers["b2"]}
    assert find_put_together(ledger.read, {numbers["a1"]}, find_reviewed(ledger.read)) == set()
    assert find_put_together(ledger.read, {numbers["a1"]}, NOTHING) == set()


def test_a_claim_is_turned_where_nobody_has_it_happen(ledger: Writer) -> None:
    assert not is_turned(ledger.read, claim_of(ledger, "a4"), find_reviewed(ledger.read))
    review(ledger, Action.APART, "a4")
    assert is_turned(ledger.read, claim_of(ledger, "a4"), find_reviewed(ledger.read))
    assert not is_turned(ledger.read, "p_none", NOTHING)
