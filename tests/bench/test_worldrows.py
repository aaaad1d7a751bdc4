from __future__ import annotations

from pathlib import Path

import pytest

from bench.worldrows import Base, World
from bench.worlds import DEMO, ingested
from sayso.store.connection import reader


@pytest.mark.slow
def test_rows_of_the_first_world_are_those_that_were_there(tmp_path: Path) -> None:
    base = ingested(tmp_path / "base.sayso", [DEMO])
    with reader(tmp_path / "base.sayso") as ledger:
        for table, rows in World(base, ledger, 0).rows():
            if not table.endswith("_index"):
                columns = ", ".join(f'"{name}"' for name in base.columns[table])
                assert sorted(rows, key=repr) == sorted(
                    map(tuple, ledger.execute(f"SELECT {columns} FROM {table}")), key=repr
                )


@pytest.mark.slow
def test_another_world_shares_no_id_with_it(tmp_path: Path) -> None:
    base = ingested(tmp_path / "base.sayso", [DEMO])
    with reader(tmp_path / "base.sayso") as ledger:
        one, other = (dict(World(base, ledger, number, place).rows()) for place, number in enumerate((0, 1)))
        for table in ("documents", "claims", "assertions", "propositions"):
            place = base.columns[table].index("id")
            assert {row[place] for row in one[table]}.isdisjoint(row[place] for row in other[table])
            assert len(one[table]) == len(other[table])
        assert isinstance(base, Base)
