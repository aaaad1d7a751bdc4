from __future__ import annotations

import json

from sayso.export.records import from_dict
from tests.cli.asked import Ask
from tests.store.asked import known


def test_an_article_is_shown_with_its_claims(ask: Ask) -> None:
    id = known().document.id
    text = ask("show", id[:8]).stdout
    assert text.startswith(f"id: {id}\n")
    assert "Met 1 time" in text and "10 claims on the word of" in " ".join(text.split())
    assert "Two brigades of the Velmar army have not crossed the Sella." in text


def test_an_article_comes_whole_as_json(ask: Ask) -> None:
    record = json.loads(ask("show", known().document.id, "--output-format", "json").stdout)
    assert (record["kind"], record["state"]) == ("article", "read")
    assert len(from_dict(record["reading"]).claims) == 10


def test_a_claim_is_shown_in_full(ask: Ask) -> None:
    text = " ".join(ask("show", "c_00ab000000000003").stdout.split())
    assert "claim 4 of 10 claims in d_" in text and "DENIED Shells had hit a hospital" in text
    assert "event found by: model:events 2.0" in text and "Velmar brigades stay on their bank" in text
    record = json.loads(ask("show", "c_00ab000000000003", "--output-format", "json").stdout)
    assert (record["claim"]["text"], record["event"]["type"]) == (
        "Shells had hit a hospital in Kiev overnight.",
        "ASSAULT",
    )


def test_an_ambiguous_id_lists_what_it_may_be(ask: Ask) -> None:
    result = ask("show", "00ab")
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert "may be any of these" in result.stderr and "Two brigades" in result.stderr


def test_an_unknown_id_is_told(ask: Ask) -> None:
    assert "no document or claim" in ask("show", "ffffffff").stderr


def test_an_article_that_waits_says_so(ask: Ask) -> None:
    rows = ask("articles", "--state", "waiting", "--output-format", "jsonl").stdout
    assert "waits to be read by 'sayso ingest'" in ask("show", json.loads(rows)["id"]).stdout
