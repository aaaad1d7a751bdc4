from __future__ import annotations

import os
import signal

import pytest

from sayso.engine.workers import Alone, Workers, jobs_here, team
from sayso.types.claim import Report
from tests.readings import ENGLISH, FakeReader, document

DOCUMENTS = [document(f"{ENGLISH} They were {k}.", f"{k}.txt") for k in ("two", "three", "four", "five")]


def end_process(*_: object) -> None:
    os._exit(9)


def test_at_least_one_process_is_kept_busy() -> None:
    assert 1 <= jobs_here() <= 8


def test_one_job_reads_in_this_process() -> None:
    outcomes = list(Alone(FakeReader()).read(DOCUMENTS))
    assert [o.document.origin for o in outcomes if isinstance(o, Report)] == [d.origin for d in DOCUMENTS]


@pytest.mark.slow
def test_processes_read_the_same_as_one() -> None:
    with team(1) as (alone, producer), team(2) as (workers, same):
        assert producer == same
        assert list(workers.read(DOCUMENTS)) == list(alone.read(DOCUMENTS))


@pytest.mark.slow
def test_a_process_that_dies_takes_no_document_with_it() -> None:
    with Workers(2) as workers:
        outcomes = []
        for k, outcome in enumerate(workers.read(DOCUMENTS * 3)):
            outcomes.append(outcome)
            if k == 1:
                for pid in list(workers._pool._processes):
                    os.kill(pid, signal.SIGKILL)
        assert all(isinstance(o, Report) for o in outcomes) and len(outcomes) == 12


@pytest.mark.slow
def test_a_document_that_ends_its_process_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    import sayso.engine.workers as module

    monkeypatch.setattr(module, "_read", end_process)  # found by its name in the other process
    outcome = module._isolated(document(ENGLISH), None)
    assert getattr(outcome, "reason", None) == "reading-crashed"
