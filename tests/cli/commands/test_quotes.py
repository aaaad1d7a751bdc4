from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.engine.kin import ARTICLES, ids, ledger_in

Sayso = Callable[..., Result]


def test_altered_quotations_stand_beside_their_parents(sayso: Sayso, tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES) as ledger:
        daily = ids(ledger.read)["The Meridian Daily"]
        texts = dict(ledger.read.execute("SELECT id, text FROM documents"))
    shown = sayso("quotes", "--altered", daily, "-C", tmp_path)
    assert shown.stderr == "3 quotations\n"
    assert "a negation put in or taken out" in " ".join(shown.stdout.split())
    rows = json.loads(sayso("quotes", "-C", tmp_path, "--output-format", "json").stdout)
    assert {row["alteration"] for row in rows} >= {None, "negation", "number", "truncated", "respun"}
    for row in rows:
        assert texts[row["document"]][slice(*row["span"])] == row["words"]
        assert texts[row["parent"]][slice(*row["parent_span"])] == row["parent_words"]
    table = sayso("quotes", "-C", tmp_path, "--output-format", "csv").stdout.removeprefix("\ufeff")
    assert len(list(csv.DictReader(table.splitlines()))) == len(rows)


def test_a_ledger_without_copies_has_none(sayso: Sayso, tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES[-1:]):
        pass
    result = sayso("quotes", "-C", tmp_path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no quotation\n")
