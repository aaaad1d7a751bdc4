from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bench.faults.__main__ import faults_of, held, inputs
from bench.faults.writing import NOW, Readers
from sayso.engine.ingest import read_waiting, take_in
from sayso.intake import IntakeSettings
from sayso.store.connection import writer


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with eight articles read."""
    path = tmp_path / "a.sayso"
    with writer(path, create=True) as found:
        list(take_in(found, [inputs(tmp_path / "in", 8)], lambda: NOW, IntakeSettings(check_language=False)))
        list(read_waiting(found, Readers(), "bench", lambda: NOW))
    return path


def altered(ledger: Path, sql: str) -> list[str]:
    connection = sqlite3.connect(ledger)
    connection.execute(sql)
    connection.commit()
    connection.close()
    return faults_of(ledger, {"taken nothing.txt", "read d_nothing"})


def test_a_whole_ledger_has_no_faults(ledger: Path) -> None:
    _, counts = held(ledger)
    assert counts == {"inputs": 7, "documents": 8, "sightings": 10, "rejections": 2, "queue": 0, "readings": 8}
    assert faults_of(ledger, set()) == []


def test_what_is_lost_or_torn_is_seen(ledger: Path) -> None:
    assert altered(ledger, "DELETE FROM queue") == ["lost: taken nothing.txt", "lost: read d_nothing"]
    torn = altered(ledger, "DELETE FROM readings WHERE document = (SELECT min(id) FROM documents)")
    assert sum("neither read nor waits" in line for line in torn) == 1
    assert faults_of(ledger.with_name("none.sayso"), {"taken a.txt"}) == ["lost: the ledger"]


@pytest.mark.slow
def test_killed_forty_times_nothing_is_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.faults", "--kills", "40"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
