from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.backup import save_backup
from sayso.store.connection import reader
from sayso.store.readings import find_report, save_report
from sayso.store.taken import find_document
from tests.reports import report
from tests.store.support import article, new_ledger, take


def test_a_copy_is_a_ledger_with_all_that_is_in_it(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as other:
        take(ledger, found.document)
        save_report(ledger, found, "1.2")
        size = save_backup(other, tmp_path / "copy.sayso")
    assert size == (tmp_path / "copy.sayso").stat().st_size
    with reader(tmp_path / "copy.sayso") as copy:
        assert find_report(copy, found.document.id) == found
    assert [p.name for p in tmp_path.glob(".copy*")] == []


def test_a_copy_made_while_somebody_writes_holds_one_moment(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, *(article(f"Number {k}. " * 300) for k in range(200)), origin="first.jsonl")
        steps: list[tuple[int, int]] = []
        late = article("This came while the copy was made.")

        def between(done: int, pages: int) -> None:
            if not steps:
                take(ledger, late, origin="late.txt")
            steps.append((done, pages))

        with reader(tmp_path / "a.sayso") as other, pytest.MonkeyPatch.context() as patch:
            patch.setattr("sayso.store.backup.PAGES", 20)
            save_backup(other, tmp_path / "copy.sayso", between)
        assert len(steps) > 5 and steps[-1][0] == steps[-1][1]
        assert find_document(ledger.read, late.id) == late
    with reader(tmp_path / "copy.sayso") as copy:
        assert find_document(copy, late.id) is None
        assert copy.execute("SELECT count(*) FROM documents").fetchone()[0] == 200
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_readers_and_the_writer_go_on_meanwhile(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, *(article(f"Number {k}. " * 300) for k in range(100)), origin="first.jsonl")
        failed: list[Exception] = []

        def copies() -> None:
            try:
                for k in range(5):
                    with reader(tmp_path / "a.sayso") as other:
                        save_backup(other, tmp_path / f"copy{k}.sayso")
            except LedgerError as error:
                failed.append(error)

        thread = threading.Thread(target=copies)
        thread.start()
        for k in range(30):
            take(ledger, article(f"While it is copied, {k}."), origin=f"{k}.txt")
        thread.join()
        assert failed == []
    for k in range(5):
        with sqlite3.connect(tmp_path / f"copy{k}.sayso") as copy:
            assert copy.execute("SELECT count(*) FROM documents").fetchone()[0] >= 100


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "copy.sayso").write_text("precious")
    with new_ledger(tmp_path) as ledger:
        for path in (tmp_path / "copy.sayso", tmp_path / "a.sayso"):
            with pytest.raises(LedgerError, match="is there already"):
                save_backup(ledger.read, path)
        with pytest.raises(LedgerError, match="cannot be written"):
            save_backup(ledger.read, tmp_path / "no" / "copy.sayso")
    assert (tmp_path / "copy.sayso").read_text() == "precious"


def test_a_damaged_ledger_gives_no_copy(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        take(ledger, *(article(f"Number {k}. " * 300) for k in range(40)), origin="first.jsonl")
        ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = tmp_path / "a.sayso"
    data = bytearray(file.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096 * 8] = b"\xa5" * (4096 * 8)
    file.write_bytes(data)
    with reader(file) as ledger, pytest.raises(LedgerError, match="sayso check"):
        save_backup(ledger, tmp_path / "copy.sayso")
    assert not (tmp_path / "copy.sayso").exists()
