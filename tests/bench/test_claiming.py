from __future__ import annotations

from pathlib import Path

import pytest

from bench.claiming import measured
from bench.worlds import DEMO, fill, ingested
from sayso.store.connection import reader, writer
from sayso.store.propositions import find_proposition_count


@pytest.mark.slow
def test_one_more_is_timed_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    base = ingested(tmp_path / "base.sayso", [DEMO])
    path = tmp_path / "ledger.sayso"
    with writer(path, create=True) as ledger:
        assert len(list(fill(ledger, base, range(2)))) == 2
    with reader(path) as ledger:
        before = find_proposition_count(ledger)
    times = measured(path, base, 5)
    assert len(times) == 5 and times == sorted(times) and times[0] > 0
    with reader(path) as ledger:
        assert find_proposition_count(ledger) == before
