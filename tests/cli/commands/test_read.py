import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso import from_dict
from sayso.errors import ModelError
from sayso.types.claim import Report
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded

Sayso = Callable[..., Result]


def test_an_article_is_printed_as_text(sayso: Sayso, article: Path) -> None:
    result = sayso("read", article)
    assert result.exit_code == 0
    assert "     on whose word    Marrow, (person) > this article" in result.stdout
    assert result.stderr == ""


def test_the_list_is_chosen_by_an_option(sayso: Sayso, article: Path) -> None:
    claimed, said, both = (sayso("read", article, "--show", s).stdout for s in ("claims", "attributions", "all"))
    assert claimed == sayso("read", article).stdout
    assert "  1  opinion " in claimed and "  1  opinion " in both and "  1  opinion " not in said
    assert "on whose word: Marrow, (person) > this article" in said and said.count("\n") < both.count("\n")
    assert "on whose word: Marrow" not in claimed
    assert sayso("read", article, "--show", "nothing").exit_code == 2
    assert sayso("read", article, env={"SAYSO_READ_SHOW": "all"}).stdout == both


def test_what_cannot_be_grounded_is_set_aside(sayso: Sayso, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ground(reading: object) -> None:
        raise ValueError("no such day")

    monkeypatch.setattr("sayso.engine.read._own_ground", lambda: ground)
    result = sayso("read", article)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "[grounding-failed]" in result.stderr and result.stderr.count("\n") == 1


def test_standard_input_is_read_where_nothing_is_named(sayso: Sayso) -> None:
    for arguments in (["read"], ["read", "-"]):
        result = sayso(*arguments, input=ENGLISH)
        assert result.exit_code == 0
        assert result.stdout.startswith("standard input · ")


def test_good_ones_are_printed_and_bad_ones_listed(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = sayso("read", empty, article, tmp_path / "missing.txt", "--output-format", "jsonl")
    kinds = [json.loads(line)["kind"] for line in result.stdout.splitlines()]
    assert sorted(kinds) == ["reading", "rejection", "rejection"]
    lines = result.stderr.splitlines()
    assert [line.startswith("set aside: ") for line in lines] == [True, True, False]
    assert "empty.txt" in lines[0] and "missing.txt" in lines[1]
    assert lines[2] == "1 read, 2 set aside"
    assert result.exit_code == 2


def test_quiet_drops_notes_but_not_what_was_set_aside(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    result = sayso("read", "-q", article, tmp_path / "missing.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "missing.txt" in result.stderr


def test_json_gives_readings_that_python_takes(sayso: Sayso, article: Path, reader: FakeReader) -> None:
    result = sayso("read", article, "--output-format", "json")
    (record,) = json.loads(result.stdout)["readings"]
    reading = reader.read(reader.documents[0])
    assert from_dict(record) == Report(reading, grounded(reading))


def test_the_end_of_the_name_chooses_the_format(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    result = sayso("read", article, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "out.html"]


def test_an_input_is_never_written_over(sayso: Sayso, article: Path) -> None:
    result = sayso("read", article, "-o", article)
    assert result.exit_code == 2
    assert "is an input" in result.stderr
    assert article.read_text(encoding="utf-8") == ENGLISH + "\n"


def test_a_place_that_cannot_be_written_is_one_line(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    result = sayso("read", article, "-o", tmp_path / "no" / "out.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("sayso: cannot write ") and result.stderr.count("\n") == 1


def test_a_failed_run_leaves_the_old_output(
    sayso: Sayso, article: Path, tmp_path: Path, reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(documents: object) -> list[object]:
        raise ModelError("the weights are damaged; install sayso again")

    monkeypatch.setattr(reader, "read_batch", fail)
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    result = sayso("read", article, "-o", out)
    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "out.json"]


def test_less_sure_ones_can_be_left_out(sayso: Sayso, article: Path) -> None:
    fewer = sayso("read", article, "--min-confidence", "0.8").stdout
    assert "no claims" in fewer and "no attributions" in fewer
    assert "1 claim and 1 attribution below confidence 0.8 left out here" in fewer
    assert "Marrow" in sayso("read", article, "--min-confidence", "0.7").stdout
    assert sayso("read", article, "--min-confidence", "7").exit_code == 2


def test_explain_names_the_producer(sayso: Sayso, article: Path) -> None:
    arguments = ("read", article, "--explain", "--show", "attributions")
    assert "found by: model:attribution 1.2" in sayso(*arguments).stdout


def test_an_option_can_come_from_the_environment(sayso: Sayso, article: Path) -> None:
    result = sayso("read", article, env={"SAYSO_READ_OUTPUT_FORMAT": "json"})
    assert json.loads(result.stdout)["kind"] == "readings"


def test_a_missing_model_is_one_line(sayso: Sayso, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(folder: Path | None = None) -> None:
        raise ModelError(f"there is no model in {folder}; give a folder with model.onnx")

    monkeypatch.setattr("sayso.reading.load_reader", load)
    result = sayso("read", article, "--model", "elsewhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "sayso: there is no model in elsewhere; give a folder with model.onnx\n"


def test_a_folder_without_anything_to_read_is_told(sayso: Sayso, tmp_path: Path) -> None:
    result = sayso("read", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_no_colour_without_a_terminal(sayso: Sayso, article: Path) -> None:
    assert "\x1b" not in sayso("read", article).stdout
