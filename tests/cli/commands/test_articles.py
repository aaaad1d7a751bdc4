from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.asked import Ask


def test_articles_stand_in_columns(ask: Ask) -> None:
    result = ask("articles")
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr, len(lines)) == (0, "3 articles\n", 4)
    assert [line[11:21].strip() for line in lines] == ["published", "2022-03-10", "2022-03-08", "not known"]
    assert len({line.index("  ") for line in lines[1:]}) == 1
    assert "Evening Wire" in lines[1] and "waiting" in lines[3] and "title unknown" in lines[3]


def test_programs_get_whole_ids_and_every_field(ask: Ask) -> None:
    rows = [json.loads(line) for line in ask("articles", "--output-format", "jsonl").stdout.splitlines()]
    assert rows == json.loads(ask("articles", "--output-format", "json").stdout)
    assert [row["kind"] for row in rows] == ["article"] * 3
    assert all(len(row["id"]) == 18 for row in rows) and rows[0]["claims"] == 10


def test_a_spreadsheet_obeys_no_cell(ask: Ask) -> None:
    text = ask("articles", "--output-format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and rows[0]["title"] == "'=Later"


def test_a_limit_is_told(ask: Ask) -> None:
    result = ask("articles", "--limit", 1)
    assert (len(result.stdout.splitlines()), result.stderr) == (2, "1 of 3 articles; --limit 0 for all\n")
    assert len(ask("articles", "--limit", 0).stdout.splitlines()) == 4


def test_nothing_found_is_told(ask: Ask) -> None:
    result = ask("articles", "--until", "2021")
    told = "no article\nleft out: 1 article without a date\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", told)
    assert json.loads(ask("articles", "--until", "2021", "--output-format", "json").stdout) == []
    assert ask("articles", "--until", "2021", "--output-format", "csv").stdout.count("\n") == 1  # the heading


@pytest.mark.parametrize("given", ["yesterday", "2022-13", "2022-02-30", "08.03.2022"])
def test_a_wrong_date_is_one_line(ask: Ask, given: str) -> None:
    result = ask("articles", "--since", given)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert "is no date" in result.stderr
