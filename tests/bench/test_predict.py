from pathlib import Path

import pytest

from bench.predict import convention_by_folder, convention_of, predict
from bench.scorers import BenchError
from sayso.reading.read import Reader, open_reader

ROW = {"id": "x", "text": "“No,” said Marta Lund. The army denied that it had fired."}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(threads=1)


def test_format_tells_the_convention() -> None:
    assert [convention_of(d) for d in ({"annotator": "a"}, {"genre": "news"}, {"outlet": "x"})] == [
        "polnear",
        "gum",
        "news",
    ]


@pytest.mark.parametrize("task", ["attribution", "chains", "entities", "events", "coref"])
def test_gold_in_the_input_changes_nothing(reader: Reader, task: str) -> None:
    lies = {"attributions": [{"source": [[0, 1]], "cue": [[0, 1]], "content": [[0, 1]]}], "entities": []}
    lies |= {"events": [{"type": "AID", "trigger": [0, 1], "args": []}]}
    assert predict(reader, task, [ROW]) == predict(reader, task, [ROW | lies])


def test_a_corpus_folder_tells_the_convention_where_the_format_cannot(tmp_path: Path) -> None:
    assert convention_by_folder("factuality", tmp_path / "meantime_factuality" / "dev.jsonl") == "meantime"
    assert convention_by_folder("events", tmp_path / "wikievents" / "dev.jsonl") == "kairos"
    assert convention_by_folder("events", tmp_path / "mine.jsonl") is None


def test_given_spans_are_answered_one_by_one(reader: Reader) -> None:
    text = "Ruritania condemned Zenda. Troops may have fired."
    events = [{"type": "?", "trigger": None, "args": [{"role": "actor", "span": [0, 9]}]}]
    (typed,) = predict(reader, "eventtype", [{"id": "x", "text": text, "events": events}])
    assert [e["trigger"] for e in typed["events"]] == [None]
    spans = [{"start": 10, "end": 19}, {"start": 43, "end": 48}]
    (valued,) = predict(reader, "factuality", [{"id": "x", "text": text, "events": spans}])
    assert [(e["start"], e["end"]) for e in valued["events"]] == [(10, 19), (43, 48)]
    assert all(-3 <= e["factuality"] <= 3 for e in valued["events"])


def test_events_of_another_ontology_have_its_types(reader: Reader) -> None:
    (row,) = predict(reader, "events", [ROW], "kairos")
    assert all("." in e["type"] for e in row["events"])


def test_chains_name_the_roots(reader: Reader) -> None:
    (row,) = predict(reader, "chains", [ROW])
    assert {"kind": "person", "name": "Marta Lund"} in [a["root"] for a in row["attributions"]]


def test_bad_rows_and_tasks_are_told(reader: Reader) -> None:
    with pytest.raises(BenchError, match="known: "):
        predict(reader, "poetry", [ROW])
    with pytest.raises(BenchError, match="lacks"):
        predict(reader, "chains", [{"id": "x"}])
