from __future__ import annotations

import json

import pytest

from sayso.store import search
from tests.cli.asked import Ask


def test_articles_are_found_with_the_passage(ask: Ask) -> None:
    result = ask("search", "hospital", "kiev")
    assert (result.exit_code, result.stderr) == (0, "2 articles\n")
    assert "had hit a hospital in Kiev overnight." in " ".join(result.stdout.split())


def test_claims_are_found_too(ask: Ask) -> None:
    text = ask("search", '"hit a hosp"*', "--in", "claims", "--output-format", "jsonl").stdout
    rows = [json.loads(line) for line in text.splitlines()]
    assert {row["id"] for row in rows} == {"c_00ab000000000003", "c_0002000000000003"}
    (mark,) = rows[0]["marks"]
    assert rows[0]["snippet"][mark[0] : mark[1]] == "hit a hospital"


def test_nothing_found_is_told(ask: Ask) -> None:
    result = ask("search", "zebra")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no article\n")


def test_a_search_without_words_says_what_to_do(ask: Ask) -> None:
    result = ask("search", '"-"')
    assert result.exit_code == 2 and "give at least one letter or digit" in result.stderr


def test_it_is_told_when_the_best_do_not_stand_first(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "RANKED", 1)
    assert "those taken in last stand first, not the best" in ask("search", "sella").stderr
