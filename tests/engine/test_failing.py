from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine import failing, settling
from sayso.engine.propositions import weigh_new
from sayso.store.assertions import number_of
from sayso.store.connection import Writer, writer
from sayso.store.counts import find_counts
from sayso.store.faults import find_weighing_faults
from sayso.store.propositions import find_claim_faults, find_proposition_count
from sayso.store.taken import find_rejections
from sayso.types.document import Stage
from sayso.types.weighing import Proposition
from tests.engine.claimed import asserting
from tests.store.claiming import named, read
from tests.tellings import COUNCIL, RUSK, told

GOOD, BAD = named("good"), named("bad")
ONE = told("x", GOOD.id, RUSK)
OTHER = told(
    "y",
    BAD.id,
    COUNCIL,
    text="A bridge fell.",
    type=None,
    mode=None,
    taking=(),
    words=("bridg", "fell"),
    trigger="fell",
)


def failing_with(monkeypatch: pytest.MonkeyPatch, id: str) -> None:
    """Weighing fails with the claim that holds this assertion."""
    real = settling.propose

    def propose(told: object, *rest: object) -> Proposition:
        if id in {a.id for a in told}:  # type: ignore[attr-defined]
            raise AttributeError("words of an article")
        return real(told, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(settling, "propose", propose)


def reasons(ledger: Writer) -> list[str]:
    return [why.reason for why in find_weighing_faults(ledger.read)]


def test_a_fault_in_one_claim_is_listed_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asserting(monkeypatch, {GOOD.id: [ONE], BAD.id: [OTHER]})
    failing_with(monkeypatch, OTHER.id)
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        read(ledger, GOOD, BAD)
        assert set(weigh_new(ledger)) == {GOOD.id, BAD.id}
        assert find_proposition_count(ledger.read) == 1
        assert not any("belongs to no claim" in what for _, what in find_claim_faults(ledger.read))
        (why,) = find_rejections(ledger.read)
        assert (why.stage, why.reason, why.origin) == (Stage.WEIGHING, "weighing-failed", "p_" + OTHER.id[2:])
        assert "AttributeError in test_failing.py, line" in why.message and "words of" not in why.message
        (group,) = find_counts(ledger.read).rejected
        assert (group.stage, group.count) == ("weighing", 1)
        assert list(weigh_new(ledger)) == [] and reasons(ledger) == ["weighing-failed"]


def test_it_is_tried_again_when_the_claim_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asserting(monkeypatch, {GOOD.id: [ONE], BAD.id: [OTHER]})
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        read(ledger, GOOD, BAD)
        with monkeypatch.context() as broken:
            failing_with(broken, OTHER.id)
            list(weigh_new(ledger))
        list(weigh_new(ledger))
        assert reasons(ledger) == ["weighing-failed"]  # nothing changed
        ledger.connection.execute("UPDATE documents SET published = '2022-03-05' WHERE id = ?", (BAD.id,))
        list(weigh_new(ledger))
        assert reasons(ledger) == [] and find_proposition_count(ledger.read) == 2


def test_another_version_tries_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asserting(monkeypatch, {GOOD.id: [ONE], BAD.id: [OTHER]})
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        read(ledger, GOOD, BAD)
        with monkeypatch.context() as broken:
            failing_with(broken, OTHER.id)
            list(weigh_new(ledger))
        ledger.connection.execute("UPDATE claim_faults SET version = 'older'")
        list(weigh_new(ledger))
        assert reasons(ledger) == [] and find_proposition_count(ledger.read) == 2


def test_tellings_that_cannot_be_sorted_stand_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    third = named("third")
    same = told("z", third.id, COUNCIL)
    asserting(monkeypatch, {GOOD.id: [ONE], third.id: [same]})

    def cluster(*_: object) -> None:
        raise RuntimeError

    with writer(tmp_path / "a.sayso", create=True) as ledger:
        read(ledger, GOOD, third)
        list(weigh_new(ledger))
        assert find_proposition_count(ledger.read) == 1  # both tell the same
        with monkeypatch.context() as broken:
            broken.setattr("sayso.weighing.matching.cluster", cluster)
            ledger.connection.execute("INSERT INTO unweighed (number) VALUES (?)", (number_of(ONE.id),))
            list(weigh_new(ledger))
        assert reasons(ledger) == ["clustering-failed"] and find_proposition_count(ledger.read) == 2


def test_a_pair_and_a_document_that_fail_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    third = named("third")
    asserting(monkeypatch, {GOOD.id: [ONE], third.id: [told("z", third.id, COUNCIL)]})

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken, writer(tmp_path / "a.sayso", create=True) as ledger:
        broken.setattr("sayso.weighing.matching.match", fails)
        broken.setattr(settling, "EVERY_PAIR", 0)
        read(ledger, GOOD, third)
        list(weigh_new(ledger))
        assert set(reasons(ledger)) == {"matching-failed"} and find_proposition_count(ledger.read) == 2
    with monkeypatch.context() as broken, writer(tmp_path / "b.sayso", create=True) as ledger:
        broken.setattr("sayso.weighing.assertions.assertions", fails)
        read(ledger, GOOD)
        list(weigh_new(ledger))
        assert reasons(ledger) == ["claims-failed"]


def test_a_fault_says_where_it_is() -> None:
    assert "1 article, could" in failing.unweighed("p_1", 1, KeyError("x")).message
    assert "'x'" not in failing.unclaimed("a.txt", KeyError("x")).message
