from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Sayso = Callable[..., Result]


def test_a_ledger_is_made_once(sayso: Sayso, tmp_path: Path) -> None:
    first, second = sayso("init", tmp_path / "new"), sayso("init", tmp_path / "new")
    assert (first.exit_code, first.stdout, second.exit_code) == (0, "", 0)
    assert "made, empty" in first.stderr and "up to date" in second.stderr
    assert (tmp_path / "new" / "ledger.sayso").is_file()


def test_a_file_of_something_else_is_left_alone(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "ledger.sayso").write_text("no ledger", encoding="utf-8")
    result = sayso("init", tmp_path)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1 and "Traceback" not in result.stderr
    assert (tmp_path / "ledger.sayso").read_text(encoding="utf-8") == "no ledger"


def test_a_folder_that_cannot_be_made_is_told(sayso: Sayso, article: Path) -> None:
    result = sayso("init", article / "below")
    assert result.exit_code == 2 and "cannot be made" in result.stderr
