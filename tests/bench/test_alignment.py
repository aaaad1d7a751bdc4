import json
from pathlib import Path

import pytest

from bench.alignment import Texts, false_passages, load, missed, of_marked_form, passages, quotes

ONE = (
    "The mayor of Ostrava Nova spoke to reporters on Monday after a long meeting with the road office. "
    '"We will open the old bridge before the winter begins," she said in front of the city hall.'
)
TWO = ONE.replace("We will open", "We will not open")
OTHER = "Parliament in Sarn voted for the budget late on Friday after nine hours of debate about farm subsidies."


@pytest.fixture
def data() -> Texts:
    at = ONE.index("We will")
    quote = {"type": "quote", "doc": "b", "start": at, "end": at + 57, "src": "a", "src_start": at, "src_end": at + 53}
    gold = [
        {"type": "edge", "src": "a", "dst": "b", "kind": "quote_alter", "spans": [[0, len(ONE), 0, len(TWO)]]},
        {**quote, "altered": True, "kind": "negation"},
        {"type": "cluster", "id": "1", "docs": ["a", "b"]},
        {"type": "cluster", "id": "2", "docs": ["c"]},
        {"type": "topic", "id": "t", "docs": ["a", "b", "c"]},
    ]
    return Texts({"a": ONE, "b": TWO, "c": OTHER}, gold)


def test_passages_of_each_gold_edge(data: Texts) -> None:
    (edge,), milliseconds = passages(data)
    assert edge["spans"] == [[0, len(ONE), 0, len(TWO)]]
    assert milliseconds >= 0


def test_altered_quotations_in_the_words_of_the_scorer(data: Texts) -> None:
    (row,) = quotes(data)
    assert (row["doc"], row["altered"], row["kind"]) == ("b", True, "negation")
    assert of_marked_form(data, [row]) == [row]
    assert of_marked_form(data, [{**row, "end": row["end"] - 1}]) == []


def test_a_negation_that_changes_does_not_tell_is_counted(data: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (missed(data)["negation"], missed(data)["negation missed"]) == (1, 0)
    monkeypatch.setattr("bench.alignment.changes", lambda *_: ())
    assert missed(data)["negation missed"] == 1


def test_independent_texts_are_those_of_one_topic_and_two_clusters(data: Texts) -> None:
    assert false_passages(data)["one topic"] == (2, 0, 0.0)


def test_load(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(json.dumps({"id": "a", "text": "x"}) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(
        json.dumps({"type": "topic", "id": "t", "docs": ["a"]}) + "\n", encoding="utf-8"
    )
    assert load(tmp_path).rows("topic") == [{"type": "topic", "id": "t", "docs": ["a"]}]
