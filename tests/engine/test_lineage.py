from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.engine import lineage
from sayso.engine.lineage import compare, link_new
from sayso.errors import LedgerError
from sayso.store.lineage import find_unlinked_count, find_unsettled
from sayso.store.upkeep import find_faults
from sayso.types.lineage import Alteration, ChangeKind, Kind
from tests.engine.kin import ARTICLES, every_family, ids, ledger_in
from tests.readings import document


def test_the_example_gives_the_right_tree(tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES) as ledger:
        known = ids(ledger.read)
        found = every_family(ledger.read)
        assert found[known["Coast Radio"]] is None  # an independent report of the same event
        family = found[known["Alder Wire"]]
        assert family is not None
        assert (family.first, family.root) == (known["Alder Wire"], None)
        assert set(family.members) == set(known.values()) - {known["Coast Radio"]}
        by = {d.child: d for d in family.derivations}
        assert {d.parent for d in family.derivations} == {family.first}
        assert by[known["Norrin Gazette"]].kind is Kind.CUT
        assert by[known["Velmar Today"]].kind is by[known["Sella Bulletin"]].kind is Kind.RESPUN
        altered = {q.alteration for q in by[known["The Meridian Daily"]].quotes}
        assert {Alteration.NEGATION, Alteration.NUMBER, Alteration.TRUNCATED} <= altered
        assert not any(q.alteration for q in by[known["The Harbour Post"]].quotes)
        assert list(find_faults(ledger.read)) == []


@pytest.mark.parametrize("order", [(6, 5, 4, 3, 2, 1, 0), (3, 0, 6, 1, 5, 4, 2)])
def test_one_after_the_other_is_as_all_at_once(tmp_path: Path, order: tuple[int, ...]) -> None:
    for name in ("once", "parts"):
        (tmp_path / name).mkdir()
    with (
        ledger_in(tmp_path / "once", ARTICLES) as once,
        ledger_in(tmp_path / "parts", *([ARTICLES[k]] for k in order)) as parts,
    ):
        assert every_family(once.read) == every_family(parts.read)


def test_a_stop_at_any_moment_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save, left = lineage.save_linked, [0]

    def stop(*arguments: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise LedgerError("killed")
        save(*arguments)

    monkeypatch.setattr(lineage, "save_linked", stop)
    monkeypatch.setattr(lineage, "TOGETHER", 1)
    for name in ("whole", "stopped"):
        (tmp_path / name).mkdir()
    with ledger_in(tmp_path / "stopped", ARTICLES, link=False) as ledger:
        for count in (1, 0, 3):
            left[0] = count
            with pytest.raises(LedgerError):
                list(link_new(ledger))
        assert find_unlinked_count(ledger.read) == 3
        monkeypatch.setattr(lineage, "TOGETHER", 16)
        left[0] = 2
        with pytest.raises(LedgerError):
            list(link_new(ledger))
        assert find_unlinked_count(ledger.read) == 3, "what is kept together is kept whole or not at all"
        left[0] = 99
        assert len(list(link_new(ledger))) == 3
        assert list(link_new(ledger)) == [] and find_unsettled(ledger.read, 1) == ()
        with ledger_in(tmp_path / "whole", ARTICLES) as whole:
            assert every_family(ledger.read) == every_family(whole.read)


def test_an_exact_copy_is_a_sighting_and_derives_from_nothing(tmp_path: Path) -> None:
    again = ARTICLES[0] | {"publisher": "Norrin Gazette", "url": "https://n.example/1"}
    with ledger_in(tmp_path, [ARTICLES[0]], [again]) as ledger:
        assert list(every_family(ledger.read).values()) == [None]


def test_what_stands_at_one_address_is_a_version(tmp_path: Path) -> None:
    text = ARTICLES[0]["text"] + "\n\nUpdate: the quay was declared safe on Monday at noon, the harbour authority said."
    update = ARTICLES[0] | {"text": text, "published": "2031-03-03T12:00:00Z"}
    with ledger_in(tmp_path, [ARTICLES[0]], [update]) as ledger:
        (family,) = {f.first: f for f in every_family(ledger.read).values() if f}.values()
        assert [d.kind for d in family.derivations] == [Kind.VERSION]


def test_a_fault_in_one_document_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = lineage._links

    def fail(ledger: Any, id: str, mine: Any) -> Any:
        if id == bad:
            raise ValueError("no")
        return links(ledger, id, mine)

    with ledger_in(tmp_path, ARTICLES, link=False) as ledger:
        bad = ids(ledger.read)["Velmar Today"]
        monkeypatch.setattr(lineage, "_links", fail)
        assert len(list(link_new(ledger))) == len(ARTICLES)
        family = every_family(ledger.read)[ids(ledger.read)["Alder Wire"]]
        assert family is not None and len(family.members) >= 5


def test_texts_of_a_few_words_are_linked_to_nothing(tmp_path: Path) -> None:
    short = [{"text": f"The gate of Kelva was closed on day {k}, and nobody knows why it was."} for k in range(3)]
    with ledger_in(tmp_path, short) as ledger:
        assert find_unlinked_count(ledger.read) == 0


def test_two_texts_are_compared_word_by_word() -> None:
    first = document("The council said that 12 boats had crossed the river in the night. " * 3)
    second = replace(first, text=first.text.replace("12", "14"))
    found = compare(first, second)
    assert found.alignment.passages and {c.kind for c in found.changes} == {ChangeKind.NUMBER}
