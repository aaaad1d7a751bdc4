import pytest

from bench.predict import convention_of, predict
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


@pytest.mark.parametrize("task", ["attribution", "chains", "entities"])
def test_gold_in_the_input_changes_nothing(reader: Reader, task: str) -> None:
    lies = {"attributions": [{"source": [[0, 1]], "cue": [[0, 1]], "content": [[0, 1]]}], "entities": []}
    assert predict(reader, task, [ROW]) == predict(reader, task, [ROW | lies])


def test_chains_name_the_roots(reader: Reader) -> None:
    (row,) = predict(reader, "chains", [ROW])
    assert {"kind": "person", "name": "Marta Lund"} in [a["root"] for a in row["attributions"]]


def test_bad_rows_and_tasks_are_told(reader: Reader) -> None:
    with pytest.raises(BenchError, match="known: "):
        predict(reader, "poetry", [ROW])
    with pytest.raises(BenchError, match="lacks"):
        predict(reader, "chains", [{"id": "x"}])
