from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import Ask, asker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reported")


@pytest.fixture(scope="module")
def story(folder: Path) -> Ask:
    """Runs a command on a ledger of two read articles that were weighed."""
    return asker(folder, weighed=True)


@pytest.fixture(scope="module")
def claim(story: Ask) -> str:
    """The claim of the brigade."""
    return str(json.loads(story("claims", "--about", "brigade went", "--output-format", "jsonl").stdout)["id"])


def test_a_report_is_written_whole_or_to_standard_output(story: Ask, claim: str, tmp_path: Path) -> None:
    path = tmp_path / "claim.html"
    done = story("report", claim, "-o", path)
    assert done.exit_code == 0 and done.stdout == "" and done.stderr == ""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>") and text.endswith("</html>\n") and "went over to Norrin" in text
    shown = story("report", claim).stdout
    assert shown.partition("Made by")[0] == text.partition("Made by")[0]


def test_what_cannot_be_reported_is_one_line(story: Ask, claim: str, folder: Path) -> None:
    ledger = next(folder.rglob("*.sayso"))
    for arguments, words in (
        (["c_ffffffff"], "begins with 'c_ffffffff'"),
        ([claim, "-o", ledger], "is the ledger: writing there would destroy it"),
        ([claim, "-o", folder / "no" / "x.html"], "cannot write"),
    ):
        result = story("report", *arguments)
        assert result.exit_code == 2 and words in result.stderr and len(result.stderr.splitlines()) == 1
