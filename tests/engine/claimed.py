"""Ledgers whose articles assert what a test says, weighed by the package itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.engine.propositions import weigh_new
from sayso.store.connection import Writer, writer
from sayso.types.document import Document
from sayso.types.weighing import Assertion
from tests.store.claiming import read

TABLES = {
    "propositions": "id, basis, text, articles, texts, least, most, against_least, against_most, standing, weighed",
    "tellings": "number, (SELECT id FROM propositions WHERE n = proposition), side",
    "matches": "*",
    "carried": "*",
    "blocks": "*",
    "origins": "(SELECT id FROM propositions WHERE n = proposition), place, id, supports, denies",
}


def asserting(monkeypatch: pytest.MonkeyPatch, asserted: Mapping[str, Sequence[Assertion]]) -> None:
    """Have documents assert this, by their ids, whatever they say."""
    monkeypatch.setattr(
        "sayso.engine.propositions.find_report", lambda ledger, document: tuple(asserted.get(document, ()))
    )
    monkeypatch.setattr("sayso.weighing.assertions.assertions", lambda found: found)


@contextmanager
def weighed_ledger(folder: Path, *parts: Iterable[Document]) -> Iterator[Writer]:
    """A ledger into which documents came part by part, each part weighed before the next comes."""
    folder.mkdir(exist_ok=True)
    with writer(folder / "ledger.sayso", create=True) as ledger:
        for part in parts:
            read(ledger, *part)
            list(weigh_new(ledger))
        yield ledger


def everything(ledger: Writer) -> dict[str, list[tuple[object, ...]]]:
    """All that weighing keeps, but for the order in which it was kept."""
    return {
        table: sorted((tuple(row) for row in ledger.connection.execute(f"SELECT {columns} FROM {table}")), key=repr)
        for table, columns in TABLES.items()
    }
