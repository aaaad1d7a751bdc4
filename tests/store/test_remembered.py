from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.connection import reader
from sayso.store.remembered import MOST, remembered
from tests.store.placed import put
from tests.store.support import new_ledger


def test_what_was_found_is_remembered_until_somebody_writes(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger, reader(tmp_path / "a.sayso") as opened:
        asked = 0

        def find() -> int:
            nonlocal asked
            asked += 1
            return int(opened.execute("SELECT count(*) FROM propositions").fetchone()[0])

        assert [remembered(opened, "claims", find) for _ in range(3)] == [0, 0, 0] and asked == 1
        put(ledger)
        assert remembered(opened, "claims", find) == 1 and asked == 2


def test_a_writer_sees_what_it_wrote_itself(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for count in (1, 2):
            put(ledger)
            found = remembered(
                ledger.read, "claims", lambda: ledger.read.execute("SELECT count(*) FROM propositions").fetchone()[0]
            )
            assert found == count


def test_what_was_asked_longest_ago_is_forgotten_first(tmp_path: Path) -> None:
    with new_ledger(tmp_path), reader(tmp_path / "a.sayso") as opened:
        for k in range(MOST + 1):
            remembered(opened, k, lambda k=k: k)  # type: ignore[misc]
        assert remembered(opened, MOST, lambda: "anew") == MOST
        assert remembered(opened, 0, lambda: "anew") == "anew"


def test_each_connection_remembers_for_itself_and_a_failure_is_not_remembered(tmp_path: Path) -> None:
    def fail() -> int:
        raise ValueError

    with new_ledger(tmp_path), reader(tmp_path / "a.sayso") as one, reader(tmp_path / "a.sayso") as other:
        assert [remembered(one, "x", lambda: 1), remembered(other, "x", lambda: 2)] == [1, 2]
        with pytest.raises(ValueError):
            remembered(one, "y", fail)
        assert remembered(one, "y", lambda: 7) == 7
