from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.connection import reader
from sayso.store.forget import (
    find_named,
    find_unwiped,
    folded,
    save_forgotten,
    save_wiped,
)
from sayso.store.readings import save_report
from sayso.store.taken import find_forgotten
from sayso.store.upkeep import find_faults, find_index_faults
from sayso.types.claim import Report
from tests.reports import report
from tests.store.support import NOW, article, new_ledger, refused, take

WORDS = ("river", "guard", "bridge", "said", "moved", "night", "village", "commander", "gate", "winter")


def prose(seed: int, size: int, *extra: str) -> str:
    rng = random.Random(seed)
    words = [rng.choice(WORDS) + rng.choice(("", "s", "ed", str(rng.randrange(999)))) for _ in range(size)]
    for word in extra:
        words.insert(rng.randrange(len(words)), word)
    return " ".join(words)


def on_disk(folder: Path, word: str) -> list[str]:
    """Files of the ledger that hold the bytes of a word, in any case."""
    sought = word.casefold().encode()
    return sorted(path.name for path in folder.iterdir() if sought in path.read_bytes().lower())


def test_no_byte_of_a_forgotten_text_is_left(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        secret = [article(prose(k, 900, "zyqmarkered", "zyqmarkered"), title=f"zyqmarkered {k}") for k in (3, 77, 140)]
        for k in range(160):
            found = next((s for s in secret if s.title and s.title.value.endswith(f" {k}")), None)
            name = f"{k}-zyqmarkered.txt" if found else f"{k}.txt"
            take(ledger, found or article(prose(k, 100 + 7 * k)), origin=name)
        assert on_disk(tmp_path, "zyqmarkered") == ["a.sayso", "a.sayso-wal"]
        save_forgotten(ledger, [s.id for s in secret], "document", NOW)
        save_wiped(ledger)
        assert on_disk(tmp_path, "zyqmarkered") == []
        assert on_disk(tmp_path, prose(5, 135)[:80]) == ["a.sayso"]  # the search itself finds what is there
        assert find_unwiped(ledger.read) == 0
        assert ledger.read.execute("SELECT count(*) FROM documents").fetchone()[0] == 157
        assert [str(f) for f in (*find_faults(ledger.read), *find_index_faults(ledger))] == []
    assert on_disk(tmp_path, "zyqmarkered") == []


def test_deleted_pages_are_overwritten_before_the_file_is_built_anew(tmp_path: Path) -> None:
    secret = article(prose(3, 2_000, "zyqmarkered"))  # so long that it fills pages of its own
    with new_ledger(tmp_path) as ledger:
        take(ledger, article(prose(4, 2_000)), secret, article(prose(5, 2_000)))
        save_forgotten(ledger, [secret.id], "document", NOW)
        ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for begin in range(0, len(secret.text) - 60, 500):
            assert on_disk(tmp_path, secret.text[begin : begin + 60]) == []
        save_wiped(ledger)


def test_a_reading_goes_with_its_document(tmp_path: Path) -> None:
    found = report()
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document, article("Another text."), refused("a.txt:3"))
        save_report(ledger, found, "1.2")
        save_forgotten(ledger, [found.document.id], "document", NOW)
        save_wiped(ledger)
        for table in ("readings", "voices", "claims", "participants", "sightings"):
            left = ledger.read.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            assert left == (1 if table == "sightings" else 0), table
        assert tuple(ledger.read.execute("SELECT outcomes, forgotten FROM inputs").fetchone()) == (3, 1)
        assert [*find_faults(ledger.read), *find_index_faults(ledger)] == []
        for word in ("Venn", "Marrow", "garrison"):
            assert on_disk(tmp_path, word) == []


def test_a_receipt_tells_how_much_and_not_whom(tmp_path: Path) -> None:
    first, second = article("The gate of Kelva."), article("The bridge of Kelva.")
    with new_ledger(tmp_path) as ledger:
        take(ledger, first, second)
        receipt = save_forgotten(ledger, [second.id, first.id], "name", NOW)
        (row,) = ledger.read.execute("SELECT forgotten_at, kind, documents, sha256 FROM receipts")
        assert tuple(row) == (NOW, "name", 2, receipt.sha256)
        assert (find_forgotten(ledger.read, first.id), find_forgotten(ledger.read, "d_0")) == (True, False)


def test_whoever_reads_an_older_state_keeps_the_bytes_and_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.store.connection.BUSY_MILLISECONDS", 200)
    found = article("The zyqmarkered gate.")
    with new_ledger(tmp_path) as ledger:
        take(ledger, found)
        with reader(tmp_path / "a.sayso") as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM documents").fetchone()
            save_forgotten(ledger, [found.id], "document", NOW)
            with pytest.raises(LedgerError, match="close that and run 'sayso forget' without a name"):
                save_wiped(ledger)
            assert find_unwiped(ledger.read) == 1
            assert ["may still stand in the file" in str(f) for f in find_faults(ledger.read)] == [True]
        save_wiped(ledger)
        assert (find_unwiped(ledger.read), on_disk(tmp_path, "zyqmarkered")) == (0, [])


def kept(folder: Path, found: Report, name: str) -> tuple[int, int]:
    with new_ledger(folder) as ledger:
        take(ledger, found.document, article("Somebody met Ada Venn in the street."))
        save_report(ledger, found, "1.2")
        named = find_named(ledger.read, name)
        return len(named.speaking), len(named.others)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Venn", (1, 1)),  # a voice in one, words of the text in the other
        (" ada\nVENN ", (1, 1)),
        ("Meridian Daily", (1, 0)),  # relays others, and is the root of nothing
        ("Pavel Rusk", (1, 0)),  # a participant
        ("Ilse", (0, 1)),  # part of a name is no name
        ("Nobody Here", (0, 0)),
        ('"; --', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_name_is_found_where_it_speaks_acts_or_only_stands(
    tmp_path: Path, name: str, expected: tuple[int, int]
) -> None:
    assert kept(tmp_path, report(), name) == expected


def test_another_spelling_is_found_by_its_key(tmp_path: Path) -> None:
    found = report()
    text = article(found.document.text + " ")
    second = replace(found, reading=replace(found.reading, document=text))
    with new_ledger(tmp_path) as ledger:
        take(ledger, found.document, text)
        save_report(ledger, found, "1.2")
        save_report(ledger, second, "1.2")
        key = ledger.read.execute("SELECT key FROM participants WHERE key IS NOT NULL").fetchone()[0]
        ledger.connection.execute(
            "UPDATE participants SET name = 'Velmaria' WHERE key = ?"
            " AND claim IN (SELECT n FROM claims WHERE document = ?)",
            (key, text.id),
        )
        assert find_named(ledger.read, "velmaria").speaking == tuple(sorted((found.document.id, text.id)))


def test_names_are_compared_without_case_and_white_space() -> None:
    assert folded("  \u0141ukas\nZENKA ") == folded("\u0142ukas zenka") != folded("lukas zenka")
