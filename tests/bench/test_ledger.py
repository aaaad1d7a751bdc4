from __future__ import annotations

from pathlib import Path

from bench.ledger import copies, fill, measured, questions
from sayso.store.connection import reader, writer
from sayso.store.counts import find_counts
from sayso.store.readings import find_reports
from tests.reports import report


def test_copies_differ_and_keep_their_spans() -> None:
    found = list(copies([report()], 30))
    assert len({r.document.id for r in found}) == 30
    assert len({c.id for r in found for c in r.claims}) == 30 * len(report().claims)
    assert all(r.events[0].trigger.of(r.document.text) == "crossed" for r in found)


def test_every_question_can_be_asked(tmp_path: Path) -> None:
    with writer(tmp_path / "a.sayso", create=True) as ledger:
        fill(ledger, copies([report()] * 5, 60))
    with reader(tmp_path / "a.sayso") as found:
        assert find_counts(found).documents == len(list(find_reports(found))) == 60
        for asked in questions(found, [report()] * 10).values():
            middle, slowest = measured(asked[:5])
            assert 0 < middle <= slowest
