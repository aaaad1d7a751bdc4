from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.connection import Reader, writer
from sayso.store.remembered import remembered
from sayso.web.pool import Pool
from tests.store.support import article, take

COUNT = "SELECT count(*) FROM documents"


def test_a_page_sees_one_state_while_another_process_writes(own_ledger: Path) -> None:
    pool = Pool(own_ledger, 5)
    with pool.reader() as ledger:
        before = ledger.execute(COUNT).fetchone()[0]
        with writer(own_ledger) as writing:
            take(writing, article("One article more."), origin="more.txt")
        assert ledger.execute(COUNT).fetchone()[0] == before
    with pool.reader() as ledger:
        assert ledger.execute(COUNT).fetchone()[0] == before + 1


def test_another_file_in_its_place_is_opened(own_ledger: Path, empty_ledger: Path) -> None:
    pool = Pool(own_ledger, 5)
    with pool.reader() as ledger:
        assert ledger.execute(COUNT).fetchone()[0] > 0
    os.replace(empty_ledger, own_ledger)
    with pool.reader() as ledger:
        assert ledger.execute(COUNT).fetchone()[0] == 0


def test_a_ledger_that_goes_and_comes_back_is_said_and_served(own_ledger: Path, tmp_path: Path) -> None:
    pool = Pool(own_ledger, 5)
    with pool.reader():
        pass
    away = tmp_path / "away.sayso"
    shutil.move(own_ledger, away)
    with pytest.raises(LedgerError, match="not there any more"), pool.reader():
        pass
    shutil.move(away, own_ledger)
    with pool.reader() as ledger:
        assert ledger.execute(COUNT).fetchone()[0] > 0


def test_what_takes_too_long_is_stopped_and_the_next_page_works(own_ledger: Path) -> None:
    pool = Pool(own_ledger, 0.05)
    endless = "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(LedgerError, match="took too long"), pool.reader() as ledger:
        ledger.execute(endless).fetchone()
    with pool.reader() as ledger:
        assert ledger.execute(COUNT).fetchone()[0] > 0


def test_threads_do_not_share_connections(own_ledger: Path) -> None:
    pool, seen = Pool(own_ledger, 5), []

    def ask() -> None:
        with pool.reader() as ledger:
            seen.append((id(ledger), ledger.execute(COUNT).fetchone()[0]))
            barrier.wait(10)

    barrier = threading.Barrier(3)
    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for one, _ in seen}) == 3 and len({count for _, count in seen}) == 1


def test_all_threads_remember_together_until_somebody_writes(own_ledger: Path) -> None:
    pool = Pool(own_ledger, 5)
    asked = []

    def count(ledger: Reader) -> int:
        def find() -> int:
            asked.append(1)
            return int(ledger.execute(COUNT).fetchone()[0])

        return remembered(ledger, "count", find)

    with pool.reader() as one, pool.reader() as other:
        before = count(one)
        assert count(other) == before and len(asked) == 1
    with writer(own_ledger) as writing:
        take(writing, article("One article more."), origin="more.txt")
    with pool.reader() as one, pool.reader() as other:
        assert [count(one), count(other), len(asked)] == [before + 1, before + 1, 2]


def test_what_a_page_sees_that_began_before_is_not_remembered_as_of_later(own_ledger: Path) -> None:
    pool = Pool(own_ledger, 5)
    with pool.reader() as early:
        before = early.execute(COUNT).fetchone()[0]
        with writer(own_ledger) as writing:
            take(writing, article("One article more."), origin="more.txt")
        with pool.reader() as late:
            assert remembered(late, "count", lambda: late.execute(COUNT).fetchone()[0]) == before + 1
        assert remembered(early, "count", lambda: early.execute(COUNT).fetchone()[0]) == before
    with pool.reader() as late:
        assert remembered(late, "count", lambda: late.execute(COUNT).fetchone()[0]) == before + 1
