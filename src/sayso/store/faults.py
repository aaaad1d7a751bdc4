"""What could not be compared or weighed, and why: nothing is dropped in silence, and nothing stops the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.store.connection import Reader, Writer
from sayso.types.document import Rejection, Stage


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim across articles that could not be found or weighed: its assertions by number, and why."""

    numbers: tuple[int, ...]
    why: Rejection


def find_place(ledger: Reader, document: str) -> str:
    """Where a document was met, for a person."""
    query = "SELECT s.origin FROM documents d JOIN sightings s ON s.n = d.sighting WHERE d.id = ?"
    row = ledger.execute(query, (document,)).fetchone()
    return str(row[0]) if row else document


def find_weighing_faults(ledger: Reader) -> tuple[Rejection, ...]:
    """All that could not be compared or weighed: documents and claims across articles, each once."""
    rows = ledger.execute(
        "SELECT origin, reason, message FROM set_aside WHERE stage = ? ORDER BY reason, origin", (Stage.WEIGHING,)
    )
    return tuple(Rejection(origin, Stage.WEIGHING, reason, message) for origin, reason, message in rows)


def find_fault_of(ledger: Reader, claim: str) -> str | None:
    """Why the claim across articles of an article's claim could not be weighed; ``None`` where it could."""
    row = ledger.execute(
        "SELECT f.message FROM claim_faults f JOIN assertions a ON a.number = f.number WHERE a.id = ?", (claim,)
    ).fetchone()
    return str(row[0]) if row else None


def save_document_fault(ledger: Writer, document: str, reason: str, why: Rejection | None, version: str) -> None:
    """Keep why a step failed with a document, or, for ``None``, that it did not; part of the caller's transaction."""
    run = ledger.connection.execute
    run("DELETE FROM document_faults WHERE document = ? AND reason = ?", (document, reason))
    if why is not None:
        run(
            "INSERT INTO document_faults (document, reason, message, version) VALUES (?, ?, ?, ?)",
            (document, reason, why.message, version),
        )


def save_claim_faults(ledger: Writer, numbers: Iterable[int], faults: Iterable[Fault], version: str) -> None:
    """Keep what could not be weighed of these assertions, and nothing else; part of the caller's transaction."""
    ledger.connection.execute(
        "DELETE FROM claim_faults WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(sorted(set(numbers))),)
    )
    ledger.connection.executemany(
        "INSERT OR REPLACE INTO claim_faults (number, claim, reason, message, version) VALUES (?, ?, ?, ?, ?)",
        [(n, f.why.origin, f.why.reason, f.why.message, version) for f in faults for n in f.numbers],
    )


def save_tried_again(ledger: Writer, version: str) -> None:
    """Let wait what another version of Sayso failed with: all or nothing."""
    run = ledger.connection.execute
    with ledger.transaction():
        run(
            "INSERT INTO unasserted (document) SELECT f.document FROM document_faults f"
            " JOIN readings r ON r.document = f.document WHERE f.version <> ? ON CONFLICT DO NOTHING",
            (version,),
        )
        run(
            "INSERT INTO unweighed (number) SELECT number FROM claim_faults WHERE version <> ? ON CONFLICT DO NOTHING",
            (version,),
        )
