"""Ledgers of related articles: those of examples/lineage, and what is made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.engine.ingest import take_in
from sayso.engine.lineage import link_new
from sayso.store.connection import Reader, Writer, writer
from sayso.store.families import find_family
from sayso.types.lineage import Family

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/lineage/articles.jsonl"
ARTICLES: tuple[dict[str, Any], ...] = tuple(map(json.loads, EXAMPLE.read_text(encoding="utf-8").splitlines()))
NOW = "2026-01-02T03:04:05Z"


@contextmanager
def ledger_in(folder: Path, *parts: Iterable[dict[str, Any]], link: bool = True) -> Iterator[Writer]:
    """A ledger into which articles were taken part by part, each part linked before the next comes."""
    with writer(folder / "ledger.sayso", create=True) as ledger:
        for k, part in enumerate(parts):
            path = folder / f"{k}.jsonl"
            path.write_text("".join(json.dumps(article) + "\n" for article in part), encoding="utf-8")
            assert [taken.rejected for taken in take_in(ledger, [str(path)], lambda: NOW)] == [()]
            if link:
                list(link_new(ledger))
        yield ledger


def ids(ledger: Reader) -> dict[str, str]:
    """The ids of the articles by their outlets; of an outlet with several, the latest."""
    return {row[0]: row[1] for row in ledger.execute("SELECT publisher, id FROM documents ORDER BY published")}


def every_family(ledger: Reader) -> dict[str, Family | None]:
    """The family of each article, by id."""
    return {id: find_family(ledger, id) for (id,) in ledger.execute("SELECT id FROM documents ORDER BY id")}
