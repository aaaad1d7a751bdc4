from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.forgetting import find_forgettable, finish, forget
from sayso.errors import UsageError
from tests.store.asked import asked_ledger, known

NOW = "2026-01-02T03:04:05Z"


def test_an_article_is_forgotten_once(tmp_path: Path) -> None:
    id = known().document.id
    with asked_ledger(tmp_path) as ledger:
        done = forget(ledger, find_forgettable(ledger.read, id), NOW)
        assert done.documents == (id,) and done.receipt is not None and done.receipt.documents == 1
        again = forget(ledger, find_forgettable(ledger.read, id), NOW)
        assert (again.documents, again.receipt) == ((), None)
        assert not finish(ledger)


def test_a_name_stands_for_all_articles_in_which_it_speaks(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        assert len(find_forgettable(ledger.read, "Ilse Marrow").documents) == 2
        with pytest.raises(UsageError, match="nobody called Nobody At All"):
            find_forgettable(ledger.read, "Nobody At All")
