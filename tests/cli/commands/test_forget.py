from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from sayso.store.connection import reader, writer
from sayso.store.forget import save_forgotten
from sayso.store.taken import find_forgotten
from tests.cli.keeping import FAILED, FOUND, OTHER, ledger_in
from tests.store.support import NOW

Sayso = Callable[..., Result]


def test_without_yes_articles_are_only_listed(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    before = sayso("export", "--to", "jsonl", "--ledger", path).stdout
    result = sayso("forget", "ada venn", "--ledger", path)
    assert result.exit_code == 0
    assert [line.split(" · ")[0] for line in result.stdout.splitlines()] == sorted(
        (FOUND.document.id, OTHER.document.id)
    )
    assert result.stderr == "2 articles would be forgotten; add --yes to do it, which cannot be undone\n"
    assert sayso("export", "--to", "jsonl", "--ledger", path).stdout == before


def test_a_person_goes_with_every_article_and_leaves_a_receipt(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    result = sayso("forget", "Ada Venn", "--yes", "--ledger", path)
    assert result.exit_code == 0 and result.stderr.startswith("2 articles forgotten, receipt ")
    assert b"Venn" not in path.read_bytes()
    with reader(path) as ledger:
        assert find_forgotten(ledger, FOUND.document.id) and find_forgotten(ledger, OTHER.document.id)
        (row,) = ledger.execute("SELECT kind, documents, wiped FROM receipts")
        assert tuple(row) == ("name", 2, 1)
    again = sayso("forget", "Ada Venn", "--yes", "--ledger", path)
    assert again.exit_code == 2 and "nobody called Ada Venn speaks or acts" in again.stderr
    assert sayso("check", "--ledger", path).exit_code == 0
    assert "forgotten  2 articles" in sayso("status", "--ledger", path).stdout


def test_an_article_is_named_by_the_beginning_of_its_id(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    result = sayso("forget", FAILED.id[:9], "--yes", "--ledger", path)
    assert (result.exit_code, result.stdout) == (0, f"{FAILED.id} · Fa\\x1b[31mil\n")
    assert sayso("forget", FAILED.id, "--ledger", path).stderr == "was forgotten before\n"
    assert "clean" in sayso("forget", FAILED.id, "--yes", "--ledger", path).stderr
    assert sayso("forget", "d_ffffffffffff", "--ledger", path).exit_code == 2


def test_words_that_only_stand_in_a_text_are_told(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    result = sayso("forget", "Port Alder", "--ledger", path)
    assert result.exit_code == 2 and "these words stand in 2 articles" in result.stderr


def test_an_interrupted_forgetting_is_brought_to_its_end(sayso: Sayso, tmp_path: Path) -> None:
    path = ledger_in(tmp_path)
    assert sayso("forget", "--ledger", path).stderr == "nothing was left to remove\n"
    with writer(path) as ledger:
        save_forgotten(ledger, [FOUND.document.id, OTHER.document.id], "document", NOW)
    assert sayso("check", "--ledger", path).exit_code == 1
    assert sayso("forget", "--ledger", path).stderr == "the file is clean of what was forgotten\n"
    assert b"Venn" not in path.read_bytes()
    assert sayso("check", "--ledger", path).exit_code == 0
