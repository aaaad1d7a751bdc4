"""Addresses that were fetched, so that their servers can be asked whether anything is new."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.store.connection import Reader, Writer


@dataclass(frozen=True, slots=True)
class Visit:
    """What a server marked its answer with (RFC 9110, 8.8), and the address that gave it."""

    answered: str
    etag: str | None
    last_modified: str | None


def find_visit(ledger: Reader, url: str) -> Visit | None:
    """The last visit of this address whose answer was kept."""
    row = ledger.execute("SELECT answered, etag, last_modified FROM visits WHERE url = ?", (url,)).fetchone()
    return Visit(*row) if row is not None else None


def save_visit(ledger: Writer, url: str, visit: Visit, now: str) -> None:
    """Keep a visit in place of the one before. ``now`` is ISO 8601 in UTC."""
    with ledger.transaction():
        ledger.connection.execute(
            "INSERT OR REPLACE INTO visits (url, answered, etag, last_modified, taken) VALUES (?, ?, ?, ?, ?)",
            (url, visit.answered, visit.etag, visit.last_modified, now),
        )
