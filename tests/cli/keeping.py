"""A small ledger for tests of commands that keep, copy, count and hand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.store.connection import writer
from sayso.store.readings import save_report
from sayso.store.taken import save_failure
from sayso.types.document import Rejection, Stage
from tests.reports import report
from tests.store.support import NOW, article, refused, take

FOUND = report()
OTHER = replace(FOUND, reading=replace(FOUND.reading, document=article(FOUND.document.text + "\n", title="Again")))
FAILED = article("This one cannot be read.", title="Fa\x1b[31mil")
WAITS = article("This one waits.")


def ledger_in(folder: Path, order: Sequence[int] = (0, 1, 2, 3)) -> Path:
    """A ledger with two articles read, one that waits, one that could not be read, and an input set aside."""
    path = folder / "ledger.sayso"
    given = (FOUND.document, OTHER.document, FAILED, WAITS)
    with writer(path, create=True) as ledger:
        for k in order:
            take(ledger, given[k], origin=f"{k}.txt")
        take(ledger, refused("bad\nname.txt"), origin="bad.txt")
        for found in (FOUND, OTHER):
            save_report(ledger, found, "1.2 sayso 9")
        save_failure(ledger, FAILED.id, Rejection("2.txt", Stage.READING, "reading-failed", "2.txt: failed"), NOW)
    return path
