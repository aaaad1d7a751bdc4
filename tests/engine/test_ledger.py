from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.errors import LedgerError, UsageError
from sayso.store.connection import writer
from sayso.store.readings import save_report
from sayso.store.taken import save_input, save_outcomes
from tests.cli.asked import asker
from tests.engine.kin import ARTICLES, ledger_in
from tests.reports import report

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
