from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

from click.testing import Result

from sayso import from_dict
from sayso.export import FORMATS
from tests.cli.keeping import FOUND, OTHER, WAITS, ledger_in

Sayso = Callable[..., Result]
ONE_EACH = ("brat", "xmi")  # a file of these holds one article


def test_all_readings_come_in_the_order_of_their_ids(sayso: Sayso, tmp_path: Path) -> None:
    ledger_in(tmp_path)
    result = sayso("export", "--to", "jsonl", "-C", tmp_path)
    assert result.exit_code == 0
    found = [from_dict(json.loads(line)) for line in result.stdout.splitlines()]
    assert [report.document.id for report in found] == sorted((FOUND.document.id, OTHER.document.id))
    assert {report.claims for report in found} == {FOUND.claims}
    assert result.stderr == "2 articles written; not read yet: 1, run 'sayso ingest'\n"


def test_the_order_of_intake_changes_no_byte(sayso: Sayso, tmp_path: Path) -> None:
    files = set()
    for k, order in enumerate(permutations(range(4))):
        if k % 5 == 0:
            folder = tmp_path / str(k)
            folder.mkdir()
            path = ledger_in(folder, order)
            sayso("export", "-q", "-o", folder / "all.jsonl", "--ledger", path)
            files.add((folder / "all.jsonl").read_bytes())
    assert len(files) == 1 and len(files.pop()) > 1000


def test_every_format_takes_a_ledger(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    for form in FORMATS:
        result = sayso("export", "--to", form.name, "--ledger", path, FOUND.document.id[:12])
        assert result.exit_code == 0 and result.stdout, form.name
        assert sayso("export", "--to", form.name, "--ledger", path).exit_code == (2 if form.name in ONE_EACH else 0)


def test_the_end_of_the_name_chooses_the_format(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    out = tmp_path / "claims.csv"
    assert sayso("export", "-o", out, "--ledger", path).exit_code == 0
    assert out.read_text(encoding="utf-8-sig").startswith("claim_id,")


def test_what_cannot_be_written_is_told_in_one_line(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    for arguments, words in (
        (("-o", path), "is the ledger"),
        ((WAITS.id,), "is not read yet"),
        (("d_000000000000",), "begins with"),
    ):
        result = sayso("export", *arguments, "--ledger", path)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert words in result.stderr
