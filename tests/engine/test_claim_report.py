from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.claim_report import find_material
from sayso.errors import UsageError
from tests.engine.deciding import ASSERTIONS, claim_of, told_ledger
from tests.store.support import NOW


def test_all_that_a_report_tells_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with told_ledger(tmp_path, monkeypatch) as ledger:
        found = find_material(ledger.read, ASSERTIONS["a2"].id, NOW)
        assert found.traced.proposition.id == claim_of(ledger, "a1") and len(found.history.moments) >= 5
        assert (found.at, found.producers, found.articles, found.waiting) == (NOW, ("1",), 7, 0)
        with pytest.raises(UsageError, match="begins with"):
            find_material(ledger.read, "p_ffffffff", NOW)
