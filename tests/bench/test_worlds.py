from __future__ import annotations

from pathlib import Path

import pytest

from bench.worlds import DEMO, fill, ingested
from sayso.store.claimed import find_propositions
from sayso.store.connection import reader, writer
from sayso.store.propositions import find_proposition_count
from sayso.store.search import find_hits
from sayso.store.upkeep import find_faults, find_index_faults
from sayso.types.listed import PropositionWanted


@pytest.mark.slow
def test_a_ledger_of_worlds_is_whole_and_found_in(tmp_path: Path) -> None:
    base = ingested(tmp_path / "base.sayso", [DEMO])
    path = tmp_path / "ledger.sayso"
    with writer(path, create=True) as ledger:
        assert list(fill(ledger, base, range(3))) == [0, 1, 2]
        assert list(find_index_faults(ledger)) == []
    with reader(tmp_path / "base.sayso") as ledger:
        one = find_proposition_count(ledger)
    with reader(path) as ledger:
        assert list(find_faults(ledger)) == []
        assert find_proposition_count(ledger) == 3 * one
        assert find_hits(ledger, "Hallisk", "article") and list(find_propositions(ledger, PropositionWanted(limit=5)))
