"""Ledgers whose articles assert something, without a reading behind it."""

from __future__ import annotations

from dataclasses import replace

from sayso.store.assertions import save_assertions
from sayso.store.connection import Writer
from sayso.types.document import Document
from sayso.types.weighing import Assertion
from tests.store.support import article, take


def named(key: str, published: str | None = None, **facts: str) -> Document:
    """An article of its own words."""
    dated = {"published": published} if published else {}
    return article(f"Words of {key}, and of nobody else.", **dated, **facts)


def read(ledger: Writer, *documents: Document) -> None:
    """Take documents in, and have them count as read."""
    for document in documents:
        take(ledger, document, origin=f"{document.id}.txt")
        ledger.connection.execute("INSERT INTO readings VALUES (?, '1', x'')", (document.id,))
        ledger.connection.execute("DELETE FROM queue WHERE document = ?", (document.id,))


def assert_(ledger: Writer, document: Document, *assertions: Assertion) -> None:
    """Keep these as what a document asserts."""
    save_assertions(ledger, document.id, [replace(a, document=document.id) for a in assertions])
