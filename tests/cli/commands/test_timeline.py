from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import Ask, asker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("timed")


@pytest.fixture(scope="module")
def story(folder: Path) -> Ask:
    """Runs a command on a ledger of two read articles that were weighed."""
    return asker(folder, weighed=True)


@pytest.fixture(scope="module")
def claim(story: Ask) -> str:
    """The id of the claim of the brigade."""
    found = json.loads(story("claims", "--about", "brigade went", "--output-format", "jsonl").stdout)
    return str(found["id"])


def test_a_claim_is_told_from_its_first_day(story: Ask, claim: str) -> None:
    shown = story("timeline", claim)
    assert shown.exit_code == 0 and shown.stderr == ""
    words = " ".join(shown.stdout.split())
    assert words.startswith("The 4th Brigade went over to Norrin on March 2. single origin:")
    assert "8 Mar 2022" in words and "first seen: The Harbour Post" in words
    assert "+ 1 copy" in words and "Evening Wire" in words and "→ now single origin: 1 origin for it" in words


def test_a_topic_and_a_stretch_of_time(story: Ask, claim: str) -> None:
    shown = story("timeline", "--about", "brigade", "--limit", "1")
    assert shown.exit_code == 0 and "the 1 claim that most articles tell" in shown.stderr
    none = story("timeline", "--about", "nothing whatever")
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "no claim\n")
    later = story("timeline", claim, "--since", "2023")
    assert "before that time not shown" in later.stdout and "first seen" not in later.stdout


def test_it_is_written_to_a_file_in_the_form_of_its_name(story: Ask, claim: str, folder: Path) -> None:
    for name, begin in (("t.svg", "<svg "), ("t.json", "{"), ("t.txt", "The 4th")):
        assert story("timeline", claim, "-o", folder / name).exit_code == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(begin)
    refused = story("timeline", claim, "-o", folder / "a.sayso")
    assert refused.exit_code == 2 and "is the ledger" in refused.stderr


def test_what_cannot_be_told_is_one_line(story: Ask, claim: str) -> None:
    for given in ((), (claim, "--about", "brigade"), ("p_0000000",), ("--about", "x", "--since", "soon")):
        shown = story("timeline", *given)
        assert shown.exit_code == 2 and shown.stderr.count("\n") == 1, given
