from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.engine.workers import Alone, Workers, jobs_here, team
from sayso.types.claim import Report
from tests.readings import ENGLISH, FakeReader, document

DOCUMENTS = [document(f"{ENGLISH} They were {k}.", f"{k}.txt") for k in ("two", "three", "four", "five")]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{pid}/stat").exists() or " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")


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


@pytest.mark.slow
def test_processes_end_with_the_one_that_commands_them() -> None:
    code = (
        "import sys, time\n"
        "from sayso.engine.workers import Workers\n"
        "from tests.engine.test_workers import DOCUMENTS\n"
        "if __name__ == '__main__':\n"
        "    with Workers(2) as workers:\n"
        "        list(workers.read(DOCUMENTS))\n"
        "        print(*workers._pool._processes, flush=True)\n"
        "        time.sleep(60)\n"
    )
    commander = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert commander.stdout is not None
    processes = [int(pid) for pid in commander.stdout.readline().split()]
    assert processes and all(map(alive, processes))
    commander.kill()
    commander.wait()
    until = time.monotonic() + 10
    while any(map(alive, processes)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(alive, processes))
