from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine import ingest
from sayso.engine.ingest import Taken, read_waiting, take_in
from sayso.engine.read import read_documents
from sayso.export import FORMATS, View
from sayso.store.connection import Writer, writer
from sayso.store.readings import find_report
from sayso.store.taken import find_rejections, find_waiting_count, save_reread
from sayso.types.claim import Report
from sayso.types.document import Document, Rejection, Stage
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded

TEXTS = [f"{ENGLISH} There were {k} of them, the adviser said." for k in ("two", "three", "four", "five", "six")]


def now() -> str:
    return "2026-01-02T03:04:05Z"


class FakeTeam:
    """Reads in this process; ``stop_after`` documents it is interrupted, as by Ctrl-C."""

    def __init__(self, stop_after: int = 99) -> None:
        self.left = stop_after
        self.alone: list[str] = []

    def read(self, documents: Sequence[Document]) -> Iterator[Report | Rejection]:
        for outcome in read_documents(documents, FakeReader(), ground=grounded):
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            yield outcome

    def read_alone(self, document: Document) -> Report | Rejection:
        self.alone.append(document.id)
        return Rejection(document.origin, Stage.READING, "reading-crashed", f"{document.origin}: ended the process")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five articles and an empty file."""
    inside = tmp_path / "in"
    inside.mkdir()
    for k, text in enumerate(TEXTS):
        (inside / f"{k}.txt").write_text(text, encoding="utf-8")
    (inside / "empty.txt").touch()
    return inside


def whole(ledger: Writer, *inputs: Path, team: FakeTeam | None = None) -> list[Taken]:
    taken = list(take_in(ledger, inputs, now))
    list(read_waiting(ledger, team or FakeTeam(), "1.3", now))
    return taken


def exported(ledger: Writer) -> str:
    """All readings as JSONL, in the order of document ids."""
    ids = [row["id"] for row in ledger.read.execute("SELECT id FROM documents ORDER BY id")]
    reports = [report for name in ids if (report := find_report(ledger.read, name)) is not None]
    out = io.StringIO()
    next(f for f in FORMATS if f.name == "jsonl").write(reports, out, View())
    return out.getvalue()


def test_each_article_is_read_once_and_what_is_set_aside_told(tmp_path: Path, folder: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        taken = whole(ledger, folder)
        assert [(t.new, t.again, len(t.rejected), t.known) for t in taken] == [(1, 0, 0, False)] * 5 + [
            (0, 0, 1, False)
        ]
        assert find_waiting_count(ledger.read) == 0
        assert exported(ledger).count("\n") == 5
        assert {t.known for t in whole(ledger, folder)} == {True}
        assert [r.reason for r in find_rejections(ledger.read)] == ["empty"]


def test_a_copy_is_a_sighting_and_a_changed_file_a_new_input(tmp_path: Path, folder: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        whole(ledger, folder)
        (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
        (folder / "1.txt").write_text(TEXTS[1] + " He had counted again.", encoding="utf-8")
        taken = {Path(t.origin).name: t for t in whole(ledger, folder)}
        assert (taken["copy.txt"].new, taken["copy.txt"].again) == (0, 1)
        assert (taken["1.txt"].new, taken["1.txt"].known) == (1, False)
        assert exported(ledger).count("\n") == 6


def test_what_was_not_there_is_forgotten_once_it_is(tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        whole(ledger, late)
        whole(ledger, late)
        assert [r.reason for r in find_rejections(ledger.read)] == ["not-found"]
        late.write_text(ENGLISH, encoding="utf-8")
        whole(ledger, late)
        assert list(find_rejections(ledger.read)) == []


def test_standard_input_is_taken_in(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        for known in (False, True):
            (taken,) = take_in(ledger, ["-"], now, standard_input=io.BytesIO(ENGLISH.encode()))
            assert (taken.new, taken.known) == (int(not known), known)


@given(stop=st.integers(0, 5), size=st.integers(1, 3))
def test_a_stopped_ingest_goes_on_and_ends_as_an_unbroken_one(
    tmp_path_factory: pytest.TempPathFactory, stop: int, size: int
) -> None:
    place = tmp_path_factory.mktemp("stopped")
    lines = place / "all.jsonl"
    lines.write_text("".join(f'{{"text": "{text}"}}\n' for text in TEXTS), encoding="utf-8")
    with writer(place / "whole.sayso", create=True) as ledger:
        whole(ledger, lines)
        expected = exported(ledger)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest, "MOST_OUTCOMES", size)
        saved = ingest.save_outcomes
        left = stop

        def save(*arguments: object, **named: object) -> int:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            return saved(*arguments, **named)  # type: ignore[arg-type]

        patch.setattr(ingest, "save_outcomes", save)
        with writer(place / "broken.sayso", create=True) as ledger:
            with pytest.raises(KeyboardInterrupt):
                while True:  # stopped while taking in, or, where that is too short, while reading
                    whole(ledger, lines, team=FakeTeam(stop))
                    raise KeyboardInterrupt
    with writer(place / "broken.sayso") as ledger:
        whole(ledger, lines)
        assert exported(ledger) == expected
        assert ledger.read.execute("SELECT count(*) FROM sightings").fetchone()[0] == len(TEXTS)


def test_the_order_of_inputs_changes_nothing(tmp_path: Path, folder: Path) -> None:
    found = []
    for name, inputs in (("a", sorted(folder.iterdir())), ("b", sorted(folder.iterdir(), reverse=True))):
        with writer(tmp_path / f"{name}.sayso", create=True) as ledger:
            whole(ledger, *inputs)
            found.append(exported(ledger))
    assert found[0] == found[1]


def test_a_document_that_ended_its_reader_twice_is_read_alone(tmp_path: Path, folder: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        list(take_in(ledger, [folder / "0.txt"], now))
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                list(read_waiting(ledger, FakeTeam(0), "1.3", now))
        team = FakeTeam()
        (outcome,) = read_waiting(ledger, team, "1.3", now)
        assert isinstance(outcome, Rejection) and len(team.alone) == 1
        assert [r.reason for r in find_rejections(ledger.read)] == ["reading-crashed"]


def test_another_producer_reads_again_and_the_old_reading_stays_until_then(tmp_path: Path, folder: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        whole(ledger, folder)
        before = exported(ledger)
        save_reread(ledger, "1.3")
        assert find_waiting_count(ledger.read) == 0
        save_reread(ledger, "1.4")
        assert (find_waiting_count(ledger.read), exported(ledger)) == (5, before)
        list(read_waiting(ledger, FakeTeam(), "1.4", now))
        assert {row[0] for row in ledger.read.execute("SELECT producer FROM readings")} == {"1.4"}


def test_what_is_not_there_is_told_each_time(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        for _ in range(2):
            (taken,) = take_in(ledger, [tmp_path / "nothing.txt"], now)
            assert ([r.reason for r in taken.rejected], taken.known) == (["not-found"], False)
        assert len(list(find_rejections(ledger.read))) == 1
