from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.putting import put, refuse_ledger
from sayso.errors import UsageError


def test_what_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"), put(out) as file:
        file.write("new")
        raise ValueError("half way")
    assert (out.read_text(encoding="utf-8"), len(list(tmp_path.iterdir()))) == ("old", 1)


def test_the_ledger_is_never_written_over(tmp_path: Path) -> None:
    ledger = tmp_path / "a.sayso"
    ledger.touch()
    (tmp_path / "link").symlink_to(ledger)
    with pytest.raises(UsageError, match="would destroy it"):
        refuse_ledger(ledger, tmp_path / "link")
    refuse_ledger(ledger, tmp_path / "other")
