from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from sayso.errors import LedgerError
from sayso.store.connection import reader
from sayso.store.readings import find_producers, find_report, find_reports, save_report
from sayso.store.taken import find_waiting
from sayso.types.claim import Report
from tests.odd import odd_reports
from tests.reports import report
from tests.store.support import new_ledger, take


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        assert find_report(ledger.read, found.document.id) == found
        assert find_waiting(ledger.read, 9, 10_000) == ()
        assert find_report(ledger.read, "d_nothing") is None


@settings(max_examples=40)
@given(odd_reports())
def test_any_report_comes_back_as_it_was(found: Report) -> None:
    with tempfile.TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        assert find_report(ledger.read, found.document.id) == found
        count = ledger.read.execute("SELECT count(*) FROM claims").fetchone()[0]
        assert count == len(found.claims)


def test_a_newer_reading_takes_the_place_of_the_older(tmp_path: Path) -> None:
    found = report()
    fewer = replace(found, grounding=replace(found.grounding, claims=found.claims[:2]))
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        save_report(ledger, fewer, "1.3")
        assert find_report(ledger.read, found.document.id) == fewer
        told = [tuple(r) for r in ledger.read.execute("SELECT producer FROM readings")]
        lines = [r[0] for r in ledger.read.execute("SELECT text FROM claims ORDER BY place")]
        assert (told, lines) == ([("1.3",)], [c.text for c in fewer.claims])
        matches = ledger.read.execute("SELECT count(*) FROM claims_index WHERE claims_index MATCH 'Sella'").fetchone()[
            0
        ]
        assert matches == sum("Sella" in line for line in lines)


def test_a_private_person_gets_no_key_that_leaves_the_document(tmp_path: Path) -> None:
    found = report()
    actors = tuple(replace(a, public=False, key="somebody") for a in found.grounding.actors)
    private = replace(found, grounding=replace(found.grounding, actors=actors))
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, private, "1.2")
        for table, column in (("participants", "key"), ("voices", "key"), ("claims", "voice_key")):
            assert [r for r in ledger.read.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")] == []


def test_a_reading_that_cannot_be_understood_is_told_in_one_line(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        ledger.connection.execute("UPDATE readings SET report = x'00'")
        with pytest.raises(LedgerError, match="cannot be understood"):
            find_report(ledger.read, found.document.id)


def test_reports_come_in_the_order_of_ids_and_of_one_moment(tmp_path: Path) -> None:
    found = report()
    more = [replace(found.document, id=f"d_{k}", text=found.document.text + str(k)) for k in (3, 1, 2)]
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as other:
        for document in more:
            take(ledger, document, origin=document.id)
            save_report(ledger, replace(found, reading=replace(found.reading, document=document)), "1.2")
        reports = find_reports(other)
        assert next(reports).document.id == "d_1"
        take(ledger, found.document, origin="late")
        save_report(ledger, found, "1.2")
        assert [r.document.id for r in reports] == ["d_2", "d_3"]
        assert [r.document.id for r in find_reports(other, ["d_3", found.document.id])] == [found.document.id, "d_3"]


def test_who_read_some_documents_is_told_once_each(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        assert find_producers(ledger.read, [found.document.id, "d_nothing"]) == ("1.2",)
        assert find_producers(ledger.read, []) == ()
