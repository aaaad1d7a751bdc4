from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from sayso.engine.rows import Rows
from sayso.errors import UsageError


class Kind(StrEnum):
    RIVER = "river"


@dataclass(frozen=True)
class Row:
    name: str
    kind: Kind
    banks: tuple[str, ...]
    length: int | None


ROWS = Rows(lambda: iter([Row("Sella", Kind.RIVER, ("left", "right"), 40), Row("=Tarn", Kind.RIVER, (), None)]))
PLAIN = [
    {"name": "Sella", "kind": "river", "banks": ["left", "right"], "length": 40},
    {"name": "=Tarn", "kind": "river", "banks": [], "length": None},
]


def test_rows_can_be_gone_through_again() -> None:
    assert [r.name for r in ROWS] == [r.name for r in ROWS] == ["Sella", "=Tarn"]
    assert ROWS.to_dicts() == PLAIN


def test_rows_are_written_as_the_name_ends(tmp_path: Path) -> None:
    assert [ROWS.save(tmp_path / f"a.{end}") for end in ("json", "jsonl", "csv")] == [2, 2, 2]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == PLAIN
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert list(map(json.loads, lines)) == PLAIN
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first == {"name": "Sella", "kind": "river", "banks": "left; right", "length": "40"}
    assert second["name"] == "'=Tarn"  # no spreadsheet takes it for a formula
    with pytest.raises(UsageError, match="let the name end in"):
        ROWS.save(tmp_path / "a.xls")


def test_rows_are_written_as_a_parquet_table(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert ROWS.save(tmp_path / "a.parquet") == 2
    assert parquet.read_table(tmp_path / "a.parquet").to_pylist() == PLAIN


def test_no_rows_make_an_empty_file(tmp_path: Path) -> None:
    assert Rows(lambda: iter(())).save(tmp_path / "a.csv") == 0
    assert (tmp_path / "a.csv").stat().st_size <= len("\ufeff\r\n".encode())
