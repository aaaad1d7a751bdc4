from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from sayso import open as open_ledger
from sayso.errors import UsageError
from sayso.export import trace_json
from tests.engine.deciding import ASSERTIONS, claim_of, told_ledger

Sayso = Callable[..., Result]
A3 = ASSERTIONS["a3"].id


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """The path of a ledger, and the claim that five of its articles have in common."""
    monkeypatch.delenv("SAYSO_REVIEWER", raising=False)
    with told_ledger(tmp_path, monkeypatch) as found:
        return tmp_path / "ledger.sayso", claim_of(found, "a1")


def test_a_decision_is_told_with_how_the_claim_stands_now(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    made = sayso("review", ASSERTIONS["a4"].id, "--side", "open", "--as", "Ilse", "--ledger", path)
    assert made.exit_code == 0, made.stderr
    first, second, third = made.stdout.splitlines()
    assert first.startswith("1. by Ilse, ") and first.endswith(
        f"{ASSERTIONS['a4'].id[:9]} is neither for nor against the claim"
    )
    assert second == f"{claim[:9]} now: Velmar troops crossed the Sella."
    assert third.startswith("corroborated; for it at least 3, at most 4 ")


def test_the_history_is_a_list_for_people_and_programs(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    assert sayso("review", "--ledger", path).stderr == "no decision\n"
    sayso("review", A3[:9], "--apart", "--as", "Ilse", "--ledger", path)
    sayso("review", claim, "--note", "Ask, them", "--ledger", path, env={"SAYSO_REVIEWER": "Ben"})
    sayso("review", "--undo", "1", "--as", "Ben", "--ledger", path)
    shown = sayso("review", "--ledger", path)
    assert shown.stderr == "3 decisions\n" and "taken back by Ben" in shown.stdout and "“Ask, them”" in shown.stdout
    rows = json.loads(sayso("review", "--output-format", "json", "--ledger", path).stdout)
    assert [(r["kind"], r["number"], r["action"], r["by"], r["fate"]) for r in rows] == [
        ("decision", 1, "apart", "Ilse", "undone"),
        ("decision", 2, "note", "Ben", "holds"),
        ("decision", 3, "undo", "Ben", "holds"),
    ]
    assert rows[0]["about"] == [A3] and len(rows[0]["leaves"]) == 4
    table = sayso("review", "--output-format", "csv", "--limit", "1", "--ledger", path).stdout.lstrip("\ufeff")
    assert [row["number"] for row in csv.DictReader(table.splitlines())] == ["3"], "the last ones"
    mine = sayso("review", A3, "--output-format", "jsonl", "--ledger", path).stdout.splitlines()
    assert [json.loads(row)["number"] for row in mine] == [1, 3]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["c_1234", "--apart", "--accept"], "--accept and --apart are 2 decisions; give one a call"),
        (["--apart"], "say about which claim --apart is"),
        (["c_1234", "--undo", "1"], "--undo takes the number of a decision"),
        (["c_1234", "--note", "x", "--kind", "person"], "--kind goes with --root only"),
        (["c_1234", "--apart"], "say who decides with --as NAME"),
        (["c_ffffffff", "--apart", "--as", "Ilse"], "begins with 'c_ffffffff'"),
        ([A3, "--note", "x", "--as", " "], "the name of who decides is empty"),
    ],
)
def test_what_is_wrong_is_one_line(sayso: Sayso, ledger: tuple[Path, str], arguments: list[str], message: str) -> None:
    result = sayso("review", *arguments, "--ledger", ledger[0])
    assert result.exit_code == 2 and message in result.stderr and len(result.stderr.splitlines()) == 1
    assert sayso("review", "--ledger", ledger[0]).stderr == "no decision\n"


def test_the_same_from_python(ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    when = {"by": "Ilse", "at": "2031-03-03T12:00:00Z"}
    with open_ledger(path) as found:
        made = found.review(claim, "same", "Pavel Rusk", "the council of Norrin", **when)
        assert made.origins == ("Pavel Rusk", "the council of Norrin")
        assert found.review(A3, "root", "General Orme", kind="official", **when).words == "General Orme"
        assert [row.number for row in found.reviews()] == [row.number for row in found.reviews(claim)] == [1, 2]
        assert found.trace(claim).proposition.weighed.support.most == 2
        with pytest.raises(UsageError, match="takes two values, not 1"):
            found.review(claim, "same", "Pavel Rusk", **when)
        with pytest.raises(UsageError, match="no 'split'"):
            found.review(claim, "split", **when)


def test_what_was_written_goes_with_a_name_that_is_forgotten(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    sayso("review", claim, "--note", "Jon  Aldous was there", "--as", "Ilse", "--ledger", path)
    sayso("review", A3, "--root", "Jon Aldous", "--kind", "person", "--as", "Ilse", "--ledger", path)
    asked = sayso("forget", "jon aldous", "--ledger", path)
    assert asked.stderr.startswith("0 articles and the words of 2 decisions would be forgotten; add --yes")
    done = sayso("forget", "jon aldous", "--yes", "--ledger", path)
    assert (done.exit_code, done.stderr) == (0, "no article and the words of 2 decisions forgotten\n")
    assert b"Aldous" not in path.read_bytes()
    assert sayso("review", "--ledger", path).stdout.count("words taken away") == 2


def test_taking_back_tells_how_the_claim_stands_again(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, _ = ledger
    sayso("review", A3, "--apart", "--as", "Ilse", "--ledger", path)
    lines = sayso("review", "--undo", "1", "--as", "Ben", "--ledger", path).stdout.splitlines()
    assert lines[0].endswith("took back decision 1") and "taken back by Ben" in lines[1] and " now: " in lines[2]


def test_a_trace_shows_who_decided_what_beside_what_was_read(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    assert "Decided by people" not in sayso("trace", claim, "--ledger", path).stdout
    sayso("review", ASSERTIONS["a5"].id, "--root", "Pavel Rusk", "--as", "Ilse", "--ledger", path)
    sayso("review", claim, "--note", "Ask them", "--as", "Ben", "--ledger", path)
    shown = sayso("trace", claim, "--ledger", path).stdout
    head, below = shown.split("For it:")
    assert "Decided by people" in head and "note on" in head and "by Ilse" in head and "rests on Pavel Rusk" in below
    found = json.loads(sayso("trace", claim, "--output-format", "json", "--ledger", path).stdout)
    jsonschema.Draft202012Validator(trace_json.schema()).validate(found)
    assert [d["action"] for d in found["decisions"]] == ["root", "note"]
    fifth = next(a for a in found["assertions"] if a["id"] == ASSERTIONS["a5"].id)
    assert len(fifth["chain"]) == 1, "what the article says stays as it was read"
    sayso("review", "--undo", "1", "--as", "Ben", "--ledger", path)
    assert "rests on Pavel Rusk" not in sayso("trace", claim, "--ledger", path).stdout


def test_the_list_of_claims_says_who_looked_at_which(sayso: Sayso, ledger: tuple[Path, str]) -> None:
    path, claim = ledger
    assert "reviewed by" not in sayso("claims", "--ledger", path).stdout
    for by in ("Ilse", "Ben", "Ilse"):
        sayso("review", claim, "--accept", "--as", by, "--ledger", path)
    rows = json.loads(sayso("claims", "--output-format", "json", "--ledger", path).stdout)
    assert {row["id"]: row["reviewed_by"] for row in rows}[claim] == ["Ilse", "Ben"]
    assert sorted(len(row["reviewed_by"]) for row in rows) == [0, 2]
    assert "reviewed by Ilse and Ben" in " ".join(sayso("claims", "--ledger", path).stdout.split())
