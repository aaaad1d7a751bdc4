from __future__ import annotations

import io
from pathlib import Path

import pytest

from sayso.cli.destination import WIDEST, destination, view
from sayso.errors import UsageError


def test_a_file_is_put_in_place_only_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"), destination(out) as file:
        file.write("new")
        raise ValueError("half way")
    assert (out.read_text(encoding="utf-8"), len(list(tmp_path.iterdir()))) == ("old", 1)
    with destination(out) as file:
        file.write("new\n")
    assert (out.read_bytes(), len(list(tmp_path.iterdir()))) == (b"new\n", 1)


def test_the_permissions_of_a_file_stay(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.touch(mode=0o600)
    with destination(out) as file:
        file.write("x")
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose another name"), destination(tmp_path / "no" / "out"):
        pass


def test_a_file_gets_no_colour() -> None:
    found = view(io.StringIO(), explain=True)
    assert (found.colour, found.explain, found.width <= WIDEST) == (False, True, True)
