from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import Ask, asker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("traced")


@pytest.fixture(scope="module")
def story(folder: Path) -> Ask:
    """Runs a command on a ledger of two read articles that were weighed."""
    return asker(folder, weighed=True)


@pytest.fixture(scope="module")
def claim(story: Ask) -> dict[str, object]:
    """The claim of the brigade."""
    found: dict[str, object] = json.loads(story("claims", "--about", "brigade went", "--output-format", "jsonl").stdout)
    return found


def test_a_claim_is_traced_to_who_said_so(story: Ask, claim: dict[str, object]) -> None:
    shown = story("trace", claim["id"])
    assert shown.exit_code == 0 and shown.stderr == ""
    words = " ".join(shown.stdout.split())
    assert words.startswith("The 4th Brigade went over to Norrin on March 2. single origin:")
    assert "For it: exactly 1 independent origin" in words and "opposition sources (without a name)" in words
    assert "The Harbour Post · 8 Mar 2022 · c_" in words and "+ 1 copy: Evening Wire" in words
    assert "on the word of" in words and "Against it" not in words


def test_the_id_of_any_claim_of_it_will_do(story: Ask, claim: dict[str, object]) -> None:
    whole = story("trace", claim["id"]).stdout
    record = json.loads(story("trace", claim["id"], "--output-format", "json").stdout)
    assert record["kind"] == "trace" and len(record["assertions"]) == 2
    for assertion in record["assertions"]:
        assert story("trace", assertion["id"]).stdout == whole
        assert story("trace", "p_" + assertion["id"][2:]).stdout == whole


def test_the_beginning_of_an_id_will_do_where_no_other_begins_so(story: Ask, claim: dict[str, object]) -> None:
    assert "may be any of these" in story("trace", str(claim["id"])[:9]).stderr  # the claims of one article
    other = json.loads(story("claims", "--each", "--output-format", "jsonl", "--limit", "1").stdout)["id"]
    assert other[:6] != claim["id"][:6] and story("trace", other[:18]).exit_code == 0


def test_it_is_written_to_a_file_in_the_form_of_its_name(story: Ask, claim: dict[str, object], folder: Path) -> None:
    for name, begin in (("t.svg", "<svg "), ("t.dot", "digraph"), ("t.json", "{"), ("t.txt", "The 4th")):
        assert story("trace", claim["id"], "-o", folder / name).exit_code == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(begin)
    refused = story("trace", claim["id"], "-o", folder / "a.sayso")
    assert refused.exit_code == 2 and "is the ledger" in refused.stderr


@pytest.mark.parametrize(
    ("id", "told"),
    [("d_", "too short"), ("ffffffff", "no document or claim"), ("p_ffffffff", "no document or claim")],
)
def test_what_cannot_be_traced_is_one_line(story: Ask, id: str, told: str) -> None:
    result = story("trace", id)
    assert result.exit_code == 2 and told in result.stderr and result.stderr.count("\n") == 1


def test_an_article_and_what_waits_are_told_as_such(story: Ask, ask: Ask) -> None:
    document = json.loads(story("articles", "--output-format", "jsonl", "--limit", "1").stdout)["id"]
    assert "is the id of an article" in story("trace", document).stderr
    claim = json.loads(ask("claims", "--each", "--output-format", "jsonl", "--limit", "1").stdout)["id"]
    assert "was not compared with those of other articles yet" in ask("trace", claim).stderr
