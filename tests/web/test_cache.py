from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.connection import reader, writer
from sayso.web import cache
from sayso.web.cache import kept


class Looker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_what_was_looked_up_is_remembered_until_somebody_writes(tmp_path: Path) -> None:
    look = Looker()
    with writer(tmp_path / "a.sayso", create=True) as writing, reader(tmp_path / "a.sayso") as ledger:
        assert [kept(ledger, "x", look), kept(ledger, "x", look), kept(ledger, ("x", 1), look)] == [1, 1, 2]
        writing.connection.execute("INSERT INTO forgotten (id) VALUES ('d_1')")
        assert kept(ledger, "x", look) == 3


def test_each_connection_remembers_for_itself(tmp_path: Path) -> None:
    look = Looker()
    with writer(tmp_path / "a.sayso", create=True), reader(tmp_path / "a.sayso") as one:
        with reader(tmp_path / "a.sayso") as other:
            assert [kept(one, "x", look), kept(other, "x", look), kept(one, "x", look)] == [1, 2, 1]


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "ANSWERS", 2)
    look = Looker()
    with writer(tmp_path / "a.sayso", create=True), reader(tmp_path / "a.sayso") as ledger:
        for name in ("a", "b", "a", "c", "a"):
            kept(ledger, name, look)
        assert look.times == 3
        kept(ledger, "b", look)
        assert look.times == 4


def test_a_failure_is_not_remembered(tmp_path: Path) -> None:
    def fail() -> int:
        raise ValueError

    with writer(tmp_path / "a.sayso", create=True), reader(tmp_path / "a.sayso") as ledger:
        with pytest.raises(ValueError):
            kept(ledger, "x", fail)
        assert kept(ledger, "x", lambda: 7) == 7
