from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.ingesting import Doing, Wanted, ingest, ingested
from sayso.store.connection import writer
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two articles and an empty file; the model's stand-in reads."""
    monkeypatch.setattr("sayso.engine.read._own_ground", lambda: grounded)
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: FakeReader())
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    (tmp_path / "empty.txt").touch()
    for k in "ab":
        (tmp_path / f"{k}.txt").write_text(f"{ENGLISH} It was day {k}.", encoding="utf-8")
    return [str(tmp_path / f"{name}.txt") for name in ("a", "b", "empty")]


def test_each_step_is_told_and_counted(tmp_path: Path, inputs: list[str]) -> None:
    told: list[Doing] = []
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        steps = ingest(ledger, Wanted(inputs=inputs, jobs=1), lambda: NOW)
        done = ingested(steps, lambda step: told.append(step.doing))
        assert (done.inputs, done.new, done.read, done.compared, done.weighed) == (3, 2, 2, 2, 2)
        assert [r.reason for r in done.rejected] == ["empty"]
        assert list(dict.fromkeys(told)) == list(Doing) and len(told) == 9
        again = ingested(ingest(ledger, Wanted(inputs=inputs, jobs=1), lambda: NOW))
        assert (again.known, again.new, again.read, again.weighed) == (3, 0, 0, 0)


def test_the_model_is_loaded_only_where_something_waits(
    tmp_path: Path, inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        ingested(ingest(ledger, Wanted(inputs=inputs, jobs=1), lambda: NOW))
        monkeypatch.setattr("sayso.reading.load_reader", None)
        assert ingested(ingest(ledger, Wanted(inputs=inputs, jobs=1), lambda: NOW)).read == 0


def test_without_reading_it_waits(tmp_path: Path, inputs: list[str]) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        done = ingested(ingest(ledger, Wanted(inputs=inputs, read=False), lambda: NOW))
        assert (done.new, done.read) == (2, 0)
        assert ingested(ingest(ledger, Wanted(jobs=1), lambda: NOW)).read == 2
