from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.asked import Ask, asker


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Runs a command on a ledger of two read articles that were weighed."""
    folder: Path = tmp_path_factory.mktemp("compared")
    return asker(folder, weighed=True)


def test_two_outlets_side_by_side(story: Ask) -> None:
    shown = story("compare", "The Harbour Post", "Evening Wire")
    assert shown.exit_code == 0 and shown.stderr == ""
    assert shown.stdout.startswith("The Harbour Post · 8 Mar 2022")
    assert "Both make" in shown.stdout and "Both say the same" in shown.stdout


def test_the_same_for_programs(story: Ask) -> None:
    record = json.loads(story("compare", "The Harbour Post", "Evening Wire", "--output-format", "json").stdout)
    assert (record["kind"], record["first"]["outlet"]) == ("compare", "The Harbour Post")
    ids = [record[side]["articles"][0]["id"] for side in ("first", "second")]
    again = json.loads(story("compare", *ids, "--output-format", "json").stdout)
    assert again["both"] == record["both"]


def test_what_cannot_be_compared_is_one_line(story: Ask) -> None:
    for pair in (("Evening Wire", "Evening Wire"), ("Evening Wire", "Nobody's Paper"), ("d_00000000", "Evening Wire")):
        shown = story("compare", *pair)
        assert shown.exit_code == 2 and shown.stderr.count("\n") == 1 and shown.stderr.startswith("sayso: ")
