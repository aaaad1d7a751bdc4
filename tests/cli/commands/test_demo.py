from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.cli.commands.demo import PACK
from sayso.intake import documents
from sayso.types.document import Document
from tests.readings import FakeReader

Sayso = Callable[..., Result]


@pytest.fixture
def demo(sayso: Sayso, reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """The command with the model's stand-in."""
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: reader)
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    monkeypatch.setattr("sayso.store.ids.SHORTEST", 1)  # ids of the stand-in's claims have two characters
    monkeypatch.setenv("PAGER", "less")  # the command sets another; this is put back afterwards
    return lambda *arguments: sayso("demo", *arguments)


def rows() -> list[dict[str, str]]:
    return [json.loads(line) for line in PACK.read_text(encoding="utf-8").splitlines()]


def test_every_article_of_the_story_can_be_taken_in() -> None:
    taken = list(documents([PACK]))
    assert all(isinstance(d, Document) and d.title and d.publisher and d.published and d.url for d in taken)
    assert len({d.id for d in taken if isinstance(d, Document)}) == len(rows()) == 31


def test_every_outlet_of_the_story_is_invented() -> None:
    assert [row["url"] for row in rows() if not re.match(r"https://[a-z0-9-]+\.example/", row["url"])] == []


def test_the_articles_are_short_and_one_page_changes() -> None:
    assert [row["url"] for row in rows() if not 90 <= len(row["text"].split()) <= 260] == []
    changed = [url for url, count in Counter(row["url"] for row in rows()).items() if count > 1]
    assert changed == ["https://aldmeregazette.example/live/hallisk"]


def test_the_story_is_in_the_order_of_its_dates() -> None:
    dates = [row["published"] for row in rows()]
    assert [d[:10] for d in dates] == sorted(d[:10] for d in dates)
    exact = [d for d in dates if len(d) > len("2023-05-09")]
    assert exact == sorted(exact)


def test_a_ledger_of_the_story_is_made_listed_and_traced(demo: Sayso, tmp_path: Path) -> None:
    result = demo(tmp_path / "new")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "new" / "ledger.sayso").is_file()
    assert "31 new articles; 31 read" in result.stderr
    said = result.stdout
    commands = re.findall(r"^\$ sayso (\w+)", said, re.MULTILINE)
    assert commands == ["ingest", "claims", "claims", "trace"]
    traced = re.search(r"^\$ sayso trace .* (\w+)$", said, re.MULTILINE)
    assert traced and said.index(traced[1]) < traced.start(), "the id that is traced stands in the list"
    assert f"cd {tmp_path / 'new'}" in said[traced.end() :]


def test_without_a_folder_it_says_where_the_ledger_is(
    demo: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = demo()
    (made,) = tmp_path.glob("sayso-demo-*/ledger.sayso")
    assert result.exit_code == 0 and f"cd {made.parent}" in result.stdout


def test_a_ledger_that_is_there_is_left_as_it_is(demo: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sayso"
    path.write_bytes(b"somebody's work")
    result = demo(tmp_path)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "left as it is" in result.stderr and "another folder" in result.stderr
    assert path.read_bytes() == b"somebody's work" and sorted(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_told_in_one_line(demo: Sayso, article: Path) -> None:
    result = demo(article / "below")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert str(article) in result.stderr and "Traceback" not in result.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told_in_one_line(demo: Sayso, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        for given in (tmp_path, tmp_path / "new"):
            result = demo(given)
            assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
            assert str(tmp_path) in result.stderr and "Traceback" not in result.stderr
    finally:
        tmp_path.chmod(0o700)


def test_without_room_for_temporary_files_a_folder_is_asked_for(demo: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(prefix: str) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    result = demo()
    assert result.exit_code == 2
    assert result.stderr == "sayso: no folder can be made (No space left on device); name one: sayso demo DIR\n"
