from __future__ import annotations

import json

from tests.cli.asked import Ask


def test_sources_are_counted_and_unnamed_ones_not_joined(ask: Ask) -> None:
    result = ask("sources")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[1] == "Ilse Marrow person 2 2 2022-03-08 2022-03-10"
    assert any(line.startswith("2 unnamed, in 2 articles unnamed") for line in lines)
    assert "opposition" not in result.stdout
    assert result.stderr == "5 rows\n"


def test_a_private_person_is_no_row_across_articles(ask: Ask) -> None:
    for options in ([], ["--apart"]):
        for output in ("text", "json", "jsonl", "csv"):
            assert "Venn" not in ask("sources", *options, "--output-format", output).stdout


def test_apart_unnamed_ones_stand_with_their_article(ask: Ask) -> None:
    text = ask("sources", "--apart", "--kind", "unnamed", "--output-format", "jsonl").stdout
    rows = [json.loads(line) for line in text.splitlines()]
    assert [(row["name"], row["source_kind"]) for row in rows] == [("opposition sources", "unnamed")] * 2
    assert len({row["document"] for row in rows}) == 2
