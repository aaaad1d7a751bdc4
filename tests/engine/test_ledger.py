from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.engine.ledger import Ledger
from sayso.errors import LedgerError, UsageError
from sayso.store.connection import writer
from sayso.store.readings import save_report
from sayso.store.taken import save_input, save_outcomes
from tests.cli.asked import asker
from tests.engine.kin import ARTICLES, ledger_in
from tests.readings import ENGLISH, FakeReader
from tests.reports import grounded, report

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one article."""
    path = tmp_path / "a.sayso"
    with writer(path, create=True) as found:
        given = save_input(found, "a.txt", "hash", 10, NOW)
        save_outcomes(found, given, 0, [report().document], NOW, last=True)
        save_report(found, report(), "1.3")
    return path


def test_what_was_read_comes_back(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        assert list(found.reports()) == [report()]
        assert found.report(report().document.id[:8]) == report()
        assert [a.id for a in found.articles()] == [report().document.id]
        assert found.counts().documents == 1


def test_claims_are_asked_as_on_the_command_line(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        rows = found.each_claim(status="denied")
        assert [c.text for c in rows] == [c.text for c in rows] == ["Shells had hit a hospital in Kiev overnight."]
        assert len(list(found.each_claim(type="retreat"))) == 4
        assert list(found.each_claim(since="2023")) == []
        with pytest.raises(UsageError, match="there is no 'maybe'"):
            found.each_claim(status="maybe")


def test_sources_and_searches(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        assert sum(s.attributions for s in found.sources()) == len(report().attributions)
        assert found.search("hospital").hits[0].document == report().document.id
        with pytest.raises(UsageError):
            found.search("?!")


def test_a_table_needs_its_library(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with sayso.open(ledger) as found:
        for make in (found.each_claim().to_pandas, found.each_claim().to_arrow):
            with pytest.raises(UsageError, match="pip install"):
                make()


def test_a_table_has_a_row_for_each_claim(ledger: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    with sayso.open(ledger) as found:
        table = found.each_claim().to_arrow()
        assert isinstance(table, pyarrow.Table)
        assert table.num_rows == len(report().claims) and "occurrence" in table.column_names


def test_what_is_no_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso init"):
        sayso.open(tmp_path / "none.sayso")


def test_families_and_their_trees(tmp_path: Path, ledger: Path) -> None:
    with ledger_in(tmp_path, ARTICLES):
        pass
    with sayso.open(tmp_path / "ledger.sayso") as found:
        (row,) = found.families()
        family = found.lineage(row.first[:9])
        assert family is not None and family.first == row.first and row.articles == len(family.members) == 6
        assert found.counts().texts == 2
    with sayso.open(ledger) as other:
        assert list(other.families()) == [] and other.lineage(report().document.id) is None
        with pytest.raises(UsageError, match="no document or claim"):
            other.lineage("d_ffff")


def test_claims_across_articles_are_asked_as_on_the_command_line(tmp_path: Path) -> None:
    asker(tmp_path, weighed=True)
    with sayso.open(tmp_path / "a.sayso") as found:
        (row,) = found.claims(by="ministry", standing="single origin", min_origins=1)
        assert row.articles == 2 and row.who_is_for == ("The ministry",)
        assert found.trace(row.id).proposition.id == row.id
        assert list(found.claims(new="2023")) == [] and list(found.claims(sort="new", since="2022-03-03"))
        assert found.counts().propositions == len(list(found.claims()))
        with pytest.raises(UsageError, match="there is no 'true'"):
            found.claims(standing="true")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles; the model's stand-in reads."""
    monkeypatch.setattr("sayso.engine.read._own_ground", lambda: grounded)
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: FakeReader())
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    folder = tmp_path / "articles"
    folder.mkdir()
    for k in "ab":
        (folder / f"{k}.txt").write_text(f"{ENGLISH} It was day {k}.", encoding="utf-8")
    return folder


def test_a_ledger_is_made_filled_and_asked_without_the_command_line(tmp_path: Path, made: Path) -> None:
    with sayso.open(tmp_path / "new" / "b.sayso", create=True) as found:
        done = found.ingest(made, jobs=1)
        assert (done.inputs, done.new, done.read, done.rejected) == (2, 2, 2, ())
        assert found.ingest([made / "a.txt"], jobs=1).known == 1
        assert found.counts().read == 2 and list(found.rejected()) == []
        one = next(iter(found.articles()))
        shown = found.show(one.id)
        assert isinstance(shown, sayso.ShownArticle) and shown.report == found.report(one.id)
        assert found.search("reporters").found == 2
        assert found.export(tmp_path / "all.jsonl") == 2
        assert (tmp_path / "all.jsonl").read_text(encoding="utf-8").count("\n") == 2
        assert found.claims().save(tmp_path / "claims.csv") == len(list(found.claims()))
        first, second = (a.id for a in found.articles())
        assert found.diff(first, second).changes
        assert found.backup(tmp_path / "copy.sayso") > 0 and found.check() == ()
    with sayso.open(tmp_path / "new" / "b.sayso", create=True) as again:
        assert again.counts().documents == 2  # what is there stays


def test_times_are_those_of_the_clock_unless_told(tmp_path: Path, made: Path) -> None:
    with sayso.open(tmp_path / "b.sayso", create=True) as found:
        found.ingest(made / "a.txt", jobs=1, at=NOW)
        found.ingest(made / "b.txt", jobs=1)
        times = {s.taken for a in found.articles() for s in found.show(a.id).sightings}  # type: ignore[union-attr]
        assert NOW in times and len(times) == 2
    with Ledger(tmp_path / "b.sayso") as clockless, pytest.raises(UsageError, match="say when"):
        clockless.ingest(made)


def test_what_is_forgotten_is_listed_beforehand(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        meant = found.forgettable(report().document.id[:9])
        assert meant.documents == (report().document.id,)
        done = found.forget(meant.documents[0])
        assert done.documents == meant.documents and done.receipt is not None
        assert list(found.articles()) == [] and found.forget(meant.documents[0]).receipt is None


def test_the_ledger_is_not_exported_over_itself(ledger: Path) -> None:
    with sayso.open(ledger) as found, pytest.raises(UsageError, match="would destroy it"):
        found.export(ledger)


def test_a_broken_reading_is_found_and_read_again(ledger: Path) -> None:
    with writer(ledger) as broken:
        broken.connection.execute("DELETE FROM voices")
    with sayso.open(ledger) as found:
        assert any("voices" in str(finding) for finding in found.check())
        assert found.check(repair=True) and found.counts().waiting == 1


def test_a_ledger_has_to_be_asked_for(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        sayso.open(tmp_path / "mistyped.sayso")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be made"):
        sayso.open(tmp_path / "file" / "a.sayso", create=True)


@pytest.mark.slow
def test_a_script_without_a_guard_runs_once_however_many_processes_read(tmp_path: Path, made: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sayso\n"
        "print('runs', flush=True)\n"
        f"with sayso.open({str(tmp_path / 'b.sayso')!r}, create=True) as ledger:\n"
        f"    done = ledger.ingest({str(made)!r}, jobs=2)\n"
        "print(done.read, len(done.rejected))\n",
        encoding="utf-8",
    )
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=300, check=False)
    assert (ran.returncode, ran.stdout.split(), ran.stderr) == (0, ["runs", "2", "0"], "")
