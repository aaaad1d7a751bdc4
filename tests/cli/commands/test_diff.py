from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from tests.engine.kin import ARTICLES, ids, ledger_in

Sayso = Callable[..., Result]


def files(folder: Path) -> tuple[Path, Path]:
    """The original and the rewrite of the example."""
    for name, k in (("first.txt", 0), ("second.txt", 5)):
        (folder / name).write_text(ARTICLES[k]["text"], encoding="utf-8")
    return folder / "first.txt", folder / "second.txt"


def test_two_files_need_no_ledger(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("diff", *files(tmp_path))
    text = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "“We [-do not-] know [-yet-] what caused this" in text
    assert "number changed: “11” became “1”" in text and "quotation altered, its end left out" in text


def test_articles_of_the_ledger_are_named_by_ids(sayso: Sayso, tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES) as ledger:
        known = ids(ledger.read)
    wire, daily = known["Alder Wire"], known["The Meridian Daily"]
    found = json.loads(sayso("diff", wire[:9], daily[:9], "-C", tmp_path, "--output-format", "json").stdout)
    assert (found["first"]["id"], found["second"]["id"]) == (wire, daily)
    assert {change["kind"] for change in found["changes"]} >= {"negation", "number", "substituted", "omitted"}
    assert [q["alteration"] for q in found["quotes"]].count(None) == 1
    mixed = sayso("diff", wire, files(tmp_path)[1], "-C", tmp_path)
    assert mixed.exit_code == 0 and f"second: {tmp_path}" in mixed.stdout.replace("\n  ", "")


def test_what_cannot_be_compared_is_one_line(sayso: Sayso, tmp_path: Path) -> None:
    missing = sayso("diff", "nothing.txt", "d_0000", "-C", tmp_path)
    assert missing.exit_code == 2 and "there is no file nothing.txt" in missing.stderr
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    empty = sayso("diff", tmp_path / "empty.txt", *files(tmp_path)[:1], "-C", tmp_path)
    assert empty.exit_code == 2 and empty.stderr.count("\n") == 1
