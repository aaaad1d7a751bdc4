from __future__ import annotations

from pathlib import Path

from sayso.store.visits import Visit, find_visit, save_visit
from tests.store.support import NOW, new_ledger

PAGE = "https://post.test/a"


def test_the_last_visit_counts(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        assert find_visit(ledger.read, PAGE) is None
        for etag in ('"1"', '"2"'):
            save_visit(ledger, PAGE, Visit(PAGE, etag, None), NOW)
        assert find_visit(ledger.read, PAGE) == Visit(PAGE, '"2"', None)
