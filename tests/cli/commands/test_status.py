from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.asked import asker
from tests.cli.keeping import ledger_in

Sayso = Callable[..., Result]


def test_the_numbers_add_up_and_read_aloud(sayso: Sayso, tmp_path: Path) -> None:
    ledger_in(tmp_path)
    result = sayso("status", "-C", tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "inputs     5"
    assert lines[1] == "articles   4: 2 read, 1 waiting, 1 could not be read"
    assert lines[2] == "met        4 times, 0 exact copies among them"
    assert "read by    1.2 sayso 9: 2" in lines
    assert "           1 [empty] at intake" in lines and "           1 [reading-failed] at reading" in lines


def test_the_same_numbers_in_every_format(sayso: Sayso, tmp_path: Path) -> None:
    ledger_in(tmp_path)
    record = json.loads(sayso("status", "-C", tmp_path, "--output-format", "json").stdout)
    assert record["documents"] == record["read"] + record["waiting"] + record["unreadable"] == 4
    assert record["read_by"] == {"1.2 sayso 9": 2}
    assert record["rejected"][0] == {"stage": "intake", "reason": "empty", "count": 1}
    (line,) = sayso("status", "-C", tmp_path, "--output-format", "jsonl").stdout.splitlines()
    assert json.loads(line) == record
    table = sayso("status", "-C", tmp_path, "--output-format", "csv").stdout.removeprefix("\ufeff").splitlines()
    rows = {(row["what"], row["which"]): int(row["count"]) for row in csv.DictReader(table)}
    assert rows["documents", ""] == 4 and rows["rejected", "intake empty"] == 1


def test_what_was_set_aside_is_listed_in_every_format(sayso: Sayso, tmp_path: Path) -> None:
    ledger_in(tmp_path)
    listed = {f: sayso("status", "-C", tmp_path, "--rejected", "--output-format", f).stdout for f in FORMATS}
    assert listed["text"].splitlines() == [
        "bad name.txt: holds no text [intake: empty]",
        "2.txt: failed [reading: reading-failed]",
    ]
    records = json.loads(listed["json"])
    assert [json.loads(line) for line in listed["jsonl"].splitlines()] == records
    assert [r["reason"] for r in records] == ["empty", "reading-failed"]
    rows = list(csv.DictReader(listed["csv"].removeprefix("\ufeff").splitlines()))
    assert [(r["stage"], r["reason"]) for r in rows] == [("intake", "empty"), ("reading", "reading-failed")]


FORMATS = ("text", "json", "jsonl", "csv")


def test_a_folder_without_a_ledger_is_one_line(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("status", "-C", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_what_could_not_be_weighed_is_told_wherever_one_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise AttributeError

    monkeypatch.setattr("sayso.engine.settling.propose", fails)
    ask = asker(tmp_path, weighed=True)
    assert "[weighing-failed] at weighing" in ask("status").stdout
    lines = ask("status", "--rejected").stdout.splitlines()
    assert lines and all("AttributeError in test_status.py" in line for line in lines)
    assert f"{len(lines)} faults of weighing; see 'sayso status --rejected'" in ask("claims").stderr
    claim = ask("claims", "--each", "--output-format", "jsonl").stdout.split('"id": "')[1].split('"')[0]
    assert "could not be weighed" in ask("trace", claim).stderr
