from __future__ import annotations

from pathlib import Path

import pytest

from sayso.cli.ledger import find_ledger
from sayso.errors import UsageError


def test_the_nearest_ledger_above_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    with pytest.raises(UsageError, match="sayso init"):
        find_ledger(None, inner)
    (tmp_path / "ledger.sayso").touch()
    assert find_ledger(None, inner) == tmp_path / "ledger.sayso"
    (inner / "ledger.sayso").touch()
    monkeypatch.chdir(inner)
    assert find_ledger(None, None) == inner / "ledger.sayso"


def test_a_named_ledger_counts_from_the_folder(tmp_path: Path) -> None:
    assert find_ledger(Path("x.sayso"), tmp_path) == tmp_path / "x.sayso"
    assert find_ledger(Path("x.sayso"), None) == Path("x.sayso")
