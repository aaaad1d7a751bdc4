from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bench.faults.__main__ import faults_of, held, inputs
from bench.faults.points import in_child
from bench.faults.upkeep import Trial, chosen, traces
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


@pytest.mark.slow
def test_backup_and_forget_killed_twenty_times_and_a_disk_that_fails(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.faults.upkeep", "--kills", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_process_dies_at_the_point_that_is_named(tmp_path: Path) -> None:
    def write(_: object) -> None:
        os.close(os.open(tmp_path / "a", os.O_CREAT))
        os.rename(tmp_path / "a", tmp_path / "b")

    code, names = in_child(write)
    assert (code, names) == (
        0, ["before open", "after open", "before close", "after close", "before rename", "after rename"],
    )  # fmt: skip
    (tmp_path / "b").unlink()
    assert in_child(write, 5)[0] == -signal.SIGKILL
    assert (tmp_path / "a").exists() and not (tmp_path / "b").exists()


def test_file_operations_come_first_and_the_rest_evenly() -> None:
    names = ["statement", "before open", "step", "after open", *["step"] * 10]
    assert chosen(names, 2) == [2, 4]
    assert chosen(names, 6) == [2, 4, 1, 6, 9, 12]
    assert len(chosen(names, 40)) == 40


def test_a_half_copy_and_a_half_forgotten_thing_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Trial(tmp_path)
    assert traces(trial.whole, trial.document)["index"] == 1
    monkeypatch.setattr("bench.faults.upkeep.backed_up", lambda ledger, target, points: target.write_bytes(b"half"))
    trial.kill("backup", 0)
    monkeypatch.setattr("bench.faults.upkeep.forgotten", half_forgotten)
    trial.kill("forget", 0)
    assert {words.split(":")[0] for words in trial.wrong} == {"bytes", "lost", "torn"}
    assert any("half copy" in words for words in trial.wrong) and any("'index': 1" in words for words in trial.wrong)


def half_forgotten(ledger: Path, document: str, points: object) -> None:
    connection = sqlite3.connect(ledger)
    connection.execute("DELETE FROM readings WHERE document = ?", (document,))
    connection.commit()
    connection.close()
