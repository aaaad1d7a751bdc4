from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.connection import Writer
from sayso.store.readings import find_report, save_report
from sayso.store.taken import find_waiting, save_failure, save_reread
from sayso.store.upkeep import Finding, find_faults, find_index_faults, save_repairs
from sayso.types.document import Rejection, Stage
from tests.reports import report
from tests.store.support import NOW, article, new_ledger, refused, take

FOUND = report()


def full(ledger: Writer) -> None:
    """One article read, one set aside in reading, one that waits, one input set aside."""
    failed = article("This one cannot be read.")
    take(ledger, FOUND.document, failed, article("This one waits."), refused("a.txt:4"))
    take(ledger, FOUND.document, origin="again.txt")
    save_report(ledger, FOUND, "1.2")
    save_failure(ledger, failed.id, Rejection("a.txt", Stage.READING, "reading-failed", "a.txt: failed"), NOW)


def found(ledger: Writer) -> list[Finding]:
    return [*find_faults(ledger.read), *find_index_faults(ledger)]


def test_nothing_is_wrong_with_a_ledger_in_use(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        assert found(ledger) == []
        full(ledger)
        assert found(ledger) == []
        save_reread(ledger, "1.3")
        assert found(ledger) == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE documents SET text = 'Other words.' WHERE text LIKE 'This one waits%'", "not the one that was taken"),
        ("UPDATE readings SET report = x'00'", "its reading cannot be understood; run 'sayso check --repair'"),
        ("UPDATE claims SET reality = 'denied' WHERE place = 0", "claims holds other rows"),
        ("UPDATE claims SET probability = 0.1 WHERE place = 1", "claims holds other rows"),
        ("DELETE FROM claims WHERE place = 3", "claims holds other rows"),
        ("UPDATE participants SET name = 'Somebody else'", "participants holds other rows"),
        ("DELETE FROM voices WHERE kind = 'person'", "voices holds other rows"),
        ("DELETE FROM queue", "is neither read nor set aside, nor does it wait"),
        ("UPDATE inputs SET outcomes = 9 WHERE origin = 'a.txt'", "input a.txt: 9 outcomes were kept, 4 are there"),
        ("DELETE FROM rejections WHERE document IS NULL", "input a.txt: 4 outcomes were kept, 3 are there"),
        ("UPDATE documents SET sighting = NULL WHERE text LIKE 'This one waits%'", "nothing is known of where"),
        ("DELETE FROM unlinked", "was not compared with the others, nor does it wait"),
        ("INSERT INTO features VALUES (7, 7)", "1 features belong to no document; run 'sayso check --repair'"),
        ("INSERT INTO forgotten SELECT id FROM documents LIMIT 1", "was forgotten and is there again"),
        ("DROP TRIGGER claims_unindexed", "the trigger claims_unindexed is missing"),
        ("DROP VIEW articles; CREATE VIEW articles AS SELECT 1", "the view articles was changed"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM inputs", "a row of sightings belongs to a row of inputs"),
        (
            "DROP TRIGGER documents_unindexed; DELETE FROM documents WHERE text LIKE 'This one w%'",
            "index documents_index",
        ),
        ("INSERT INTO claims_index (rowid, text, voice) VALUES (99, 'nothing', 'nobody')", "index claims_index"),
    ],
)
def test_each_fault_is_told_with_what_to_do(tmp_path: Path, harm: str, told: str) -> None:
    with new_ledger(tmp_path) as ledger:
        full(ledger)
        ledger.connection.executescript(harm)
        lines = [str(finding) for finding in found(ledger)]
        assert any(told in line for line in lines), lines
        assert all("; " in line and "'sayso " in line for line in lines)


def test_what_can_be_repaired_is(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        full(ledger)
        ledger.connection.execute("UPDATE readings SET report = x'00'")
        ledger.connection.execute("INSERT INTO claims_index (rowid, text, voice) VALUES (99, 'nothing', 'nobody')")
        assert save_repairs(ledger, found(ledger)) == (1, 1)
        assert found(ledger) == []
        ledger.connection.execute("DELETE FROM unlinked")
        ledger.connection.execute("INSERT INTO features VALUES (7, 7)")
        assert save_repairs(ledger, found(ledger)) == (0, 3)
        assert found(ledger) == []
        assert find_report(ledger.read, FOUND.document.id) is None
        assert FOUND.document.id in {document.id for document, _ in find_waiting(ledger.read, 9, 10_000)}


def test_other_tables_and_views_are_welcome(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        ledger.connection.execute("CREATE VIEW mine AS SELECT id FROM documents")
        assert found(ledger) == []


def test_a_page_full_of_noise_is_told(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        full(ledger)
        take(ledger, *(article(f"Text {k}. " * 400) for k in range(40)), origin="many.jsonl")
        ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = tmp_path / "a.sayso"
    data = bytearray(file.read_bytes())
    middle = len(data) * 3 // 4 // 4096 * 4096  # the tables stand before it
    data[middle : middle + 4096 * 8] = b"\xa5" * (4096 * 8)
    file.write_bytes(data)
    with new_ledger(tmp_path) as ledger:
        lines = [str(finding) for finding in find_faults(ledger.read)]
    assert any("is damaged" in line and "'sayso backup'" in line for line in lines)
