from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.connection import find_version, migrations, reader, snapshot, writer
from tests.store.support import article, new_ledger, take


def test_a_new_ledger_opens_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path):
        pass
    with reader(tmp_path / "a.sayso") as ledger:
        assert ledger.execute("SELECT count(*) FROM documents").fetchone()[0] == 0
        assert ledger.execute("PRAGMA user_version").fetchone()[0] == len(migrations())


def test_a_reader_sees_what_was_written_and_cannot_write(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as other:
        take(ledger, article("Guns fell silent."))
        assert other.execute("SELECT text FROM documents").fetchone()[0] == "Guns fell silent."
        with pytest.raises(sqlite3.OperationalError):
            other.execute("DELETE FROM documents")


def test_a_second_writer_is_refused_in_one_line(tmp_path: Path) -> None:
    with (
        new_ledger(tmp_path),
        pytest.raises(LedgerError, match="another process is writing"),
        writer(tmp_path / "a.sayso"),
    ):
        pass


def test_a_missing_ledger_is_not_made_by_the_way(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger; make one with 'sayso init'"), reader(tmp_path / "a.sayso"):
        pass
    with pytest.raises(LedgerError, match="make one"), writer(tmp_path / "a.sayso"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"\x00" * 5000])
def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.sayso"
    file.write_bytes(content)
    for attempt in (reader, writer):
        with pytest.raises(LedgerError, match="is no ledger of Sayso"), attempt(file):
            pass
    assert file.read_bytes() == content


def test_another_programme_s_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.sayso"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE birds (name)")
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="something else"), writer(file):
        pass
    with pytest.raises(LedgerError, match="is no ledger"), reader(file):
        pass
    assert file.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        ledger.connection.execute("PRAGMA user_version = 999")
    for attempt in (reader, writer):
        with pytest.raises(LedgerError, match="newer version"), attempt(tmp_path / "a.sayso"):
            pass


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        with pytest.raises(LedgerError, match="SQLite reports"), ledger.transaction():
            ledger.connection.execute("INSERT INTO queue (document) VALUES ('d_1')")
        with pytest.raises(KeyboardInterrupt), ledger.transaction():
            ledger.connection.execute("INSERT INTO inputs (origin, sha256, bytes, taken) VALUES ('a', 'b', 1, 'c')")
            raise KeyboardInterrupt
        assert ledger.read.execute("SELECT count(*) FROM inputs").fetchone()[0] == 0
        take(ledger, article("Still alive."))


def test_values_of_another_type_are_refused(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, pytest.raises(sqlite3.IntegrityError):
        ledger.connection.execute("INSERT INTO inputs (origin, sha256, bytes, taken) VALUES ('a', 'b', 'many', 'c')")


def test_a_snapshot_ends_with_its_block_and_may_be_taken_again(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as reading:
        with snapshot(reading, 5) as found:
            before = found.execute("SELECT count(*) FROM documents").fetchone()[0]
            take(ledger, article("Written meanwhile."), origin="x.txt")
            assert found.execute("SELECT count(*) FROM documents").fetchone()[0] == before
        with snapshot(reading, 5) as found:
            assert found.execute("SELECT count(*) FROM documents").fetchone()[0] == before + 1


def test_a_reader_for_any_thread_may_be_handed_on(tmp_path: Path) -> None:
    with new_ledger(tmp_path):
        pass
    with reader(tmp_path / "a.sayso", any_thread=True) as reading:
        found: list[int] = []
        thread = threading.Thread(
            target=lambda: found.append(reading.execute("SELECT count(*) FROM documents").fetchone()[0])
        )
        thread.start()
        thread.join()
        assert found == [0]


def test_the_version_is_another_one_once_others_wrote(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as writing, reader(tmp_path / "a.sayso") as reading:
        first = find_version(reading)
        assert find_version(reading) == first
        writing.connection.execute("INSERT INTO forgotten (id) VALUES ('d_1')")
        assert find_version(reading) != first
