from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from sayso.store.connection import writer
from tests.cli.keeping import ledger_in

Sayso = Callable[..., Result]


def test_a_whole_ledger_is_told_to_be_one(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    result = sayso("check", "--ledger", path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{path}: nothing is wrong\n")


def test_what_is_wrong_is_listed_and_repaired(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE readings SET report = x'00' WHERE document = (SELECT min(document) FROM readings)")
    result = sayso("check", "--ledger", path)
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.endswith("its reading cannot be understood; run 'sayso check --repair'")
    repaired = sayso("check", "--ledger", path, "--repair")
    assert (repaired.exit_code, repaired.stdout) == (1, result.stdout)
    assert repaired.stderr == "0 indexes built anew, 1 article to be read again by 'sayso ingest', 0 findings left\n"
    assert sayso("check", "--ledger", path).exit_code == 0


def test_a_ledger_that_is_written_to_is_not_checked(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    with writer(path):
        result = sayso("check", "--ledger", path)
    assert result.exit_code == 2 and "another process is writing" in result.stderr
