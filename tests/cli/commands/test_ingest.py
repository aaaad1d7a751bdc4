from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.store.connection import reader, writer
from tests.readings import ENGLISH, FakeReader

Sayso = Callable[..., Result]


@pytest.fixture
def ledger(sayso: Sayso, tmp_path: Path, reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ledger; the model's stand-in reads in this process."""
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: reader)
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    sayso("init", tmp_path)
    return tmp_path / "ledger.sayso"


def count(ledger: Path, table: str) -> int:
    with reader(ledger) as found:
        return int(found.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_articles_are_read_once(sayso: Sayso, ledger: Path, article: Path) -> None:
    result = sayso("ingest", article, "--ledger", ledger, "--jobs", 1)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 input: 1 new article; 1 read\n")
    again = sayso("ingest", article, "-C", ledger.parent, "--jobs", 1)
    assert again.stderr == "1 input, 1 taken in before: 0 new articles; 0 read\n"
    assert count(ledger, "readings") == 1


def test_what_is_set_aside_is_told_and_the_rest_read(sayso: Sayso, ledger: Path, article: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for k in range(25):
        (tmp_path / "in" / f"{k:02}.txt").touch()
    result = sayso("ingest", tmp_path / "in", article, "--ledger", ledger, "--jobs", 1)
    lines = result.stderr.splitlines()
    assert result.exit_code == 2 and len(lines) == 22
    assert lines[0].endswith("holds no text [empty]")
    assert lines[20] == "set aside: 5 more; 'sayso status --rejected' lists them"
    assert lines[21] == "26 inputs: 1 new article; 1 read; 25 set aside"
    assert (count(ledger, "readings"), count(ledger, "rejections")) == (1, 25)


def test_taking_in_and_reading_may_be_done_apart(sayso: Sayso, ledger: Path) -> None:
    assert sayso("ingest", "-", "--no-read", "--ledger", ledger, input=ENGLISH).exit_code == 0
    assert (count(ledger, "queue"), count(ledger, "readings")) == (1, 0)
    assert sayso("ingest", "-q", "--ledger", ledger, "--jobs", 1).stderr == ""
    assert (count(ledger, "queue"), count(ledger, "readings")) == (0, 1)


def test_a_second_writer_is_told_to_wait(sayso: Sayso, ledger: Path, article: Path) -> None:
    with writer(ledger):
        result = sayso("ingest", article, "--ledger", ledger)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert "another process is writing" in result.stderr


def test_without_a_ledger_it_says_how_to_make_one(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    result = sayso("ingest", article, "-C", tmp_path)
    assert result.exit_code == 2 and "sayso init" in result.stderr


# Its own process, with the model's stand-in; Ctrl-C arrives also where whoever started the tests ignores it.
SLOWLY = """
import signal, sys, time
import sayso.engine.read, sayso.reading
from sayso.cli.main import main
from tests.readings import FakeReader
from tests.reports import grounded

class Slow(FakeReader):
    version = "1.3"
    def read_batch(self, documents):
        time.sleep(0.02)
        return super().read_batch(documents)

signal.signal(signal.SIGINT, signal.default_int_handler)
sayso.engine.read._own_ground = lambda: grounded
sayso.reading.load_reader = lambda folder=None, threads=None: Slow()
main(sys.argv[1:])
"""


def there(ledger: Path, table: str) -> int:
    connection = sqlite3.connect(ledger)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.slow
@pytest.mark.parametrize(("table", "enough"), [("inputs", 5), ("readings", 3)])
def test_ctrl_c_ends_in_one_line_and_the_next_ingest_loses_nothing(
    sayso: Sayso, ledger: Path, tmp_path: Path, table: str, enough: int
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for k in range(60):
        (folder / f"{k:02}.txt").write_text(f"{ENGLISH} It was day {k}.")
    sayso("init", tmp_path / "other")
    stopped = tmp_path / "other" / "ledger.sayso"
    command = [sys.executable, "-c", SLOWLY, "ingest", str(folder), "--jobs", "1", "--ledger", str(stopped)]
    root = Path(__file__).resolve().parents[3]
    found = os.environ | {"PYTHONPATH": os.pathsep.join((str(root), str(root / "src")))}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=found)
    end = time.monotonic() + 120
    while there(stopped, table) < enough and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (130, "")
    assert err == "sayso: stopped; run it again, and it goes on where it was\n"
    assert there(stopped, "readings") < 60
    for path in (stopped, ledger):
        assert sayso("ingest", folder, "--jobs", 1, "--ledger", path).exit_code == 0
        assert there(path, "readings") == there(path, "inputs") == 60
    broken, unbroken = (sayso("export", "--to", "jsonl", "--ledger", path).stdout for path in (stopped, ledger))
    assert broken == unbroken and broken.count("\n") >= 60
    assert sayso("check", "--ledger", stopped).exit_code == 0
