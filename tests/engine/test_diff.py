from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.diff import find_diff
from sayso.errors import UsageError
from tests.engine.kin import ARTICLES, ids, ledger_in


def test_two_articles_stand_side_by_side(tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES, link=False) as ledger:
        first, second, *_ = ids(ledger.read).values()
        found = find_diff(ledger.read, first, second[:9])
        assert (found.compared.first.id, found.compared.second.id) == (first, second)
        assert len(found.to_dict()["changes"]) == len(found.changes)
        assert find_diff(ledger.read, first, first).changes == ()
        with pytest.raises(UsageError, match="no document or claim"):
            find_diff(ledger.read, first, "d_ffff")
