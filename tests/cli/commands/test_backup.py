from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from sayso.store.connection import writer
from tests.cli.keeping import ledger_in

Sayso = Callable[..., Result]


def test_a_copy_answers_like_the_ledger(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    with writer(path):  # somebody writes meanwhile
        result = sayso("backup", tmp_path / "copy.sayso", "--ledger", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(" MB, checked\n") and result.stderr.count("\n") == 1
    exported = [sayso("export", "--to", "jsonl", "--ledger", p).stdout for p in (path, tmp_path / "copy.sayso")]
    assert exported[0] == exported[1] != ""
    assert sayso("check", "--ledger", tmp_path / "copy.sayso").exit_code == 0
    assert sayso("backup", "-q", tmp_path / "quiet.sayso", "--ledger", path).stderr == ""


def test_nothing_is_written_over(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    before = path.read_bytes()
    result = sayso("backup", path, "--ledger", path)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "is there already" in result.stderr and path.read_bytes() == before
