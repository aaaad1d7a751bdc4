from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sayso.engine.exporting import chosen, export
from sayso.errors import UsageError
from sayso.export import FORMATS, View, choose
from tests.store.asked import asked_ledger

JSONL = choose(FORMATS, "jsonl", None)


def test_all_articles_or_some_are_written_in_the_order_of_ids(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        out = io.StringIO()
        assert export(ledger.read, chosen(ledger.read, ()), JSONL, out, View()) == 2
        ids = [json.loads(line)["document"]["id"] for line in out.getvalue().splitlines()]
        assert ids == sorted(ids)
        one = io.StringIO()
        assert export(ledger.read, chosen(ledger.read, [ids[1]]), JSONL, one, View()) == 1
        assert one.getvalue() == out.getvalue().splitlines(keepends=True)[1]


def test_what_cannot_be_written_is_told_beforehand(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        (claim,) = ledger.read.execute("SELECT id FROM claims LIMIT 1").fetchone()
        (waits,) = ledger.read.execute("SELECT document FROM queue").fetchone()
        with pytest.raises(UsageError, match="is a claim"):
            chosen(ledger.read, [claim])
        with pytest.raises(UsageError, match="not read yet"):
            chosen(ledger.read, [waits])
