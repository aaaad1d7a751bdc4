"""Forgetting: documents leave the ledger with all that was read from them, and leave no bytes behind."""

from __future__ import annotations

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from sayso.errors import LedgerError
from sayso.store.connection import Reader, Writer
from sayso.store.lineage import save_unindexed
from sayso.store.readings import find_report
from sayso.types.claim import Report


@dataclass(frozen=True, slots=True)
class Named:
    """Documents that hold a name, in the order of their ids.

    In ``speaking`` somebody of that name speaks, acts or is acted upon; in ``others`` the words only stand in the text.
    """

    speaking: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """That something was forgotten: how many documents, and the SHA-256 of their ids in order, one a line."""

    documents: int
    sha256: str


def find_named(ledger: Reader, name: str) -> Named:
    """Where a person or an organisation is named, in whatever case and white space.

    A public name is followed through its other spellings by its key; a private person has none.
    """
    ledger.create_function("folded", 1, folded, deterministic=True)
    wanted = folded(name)
    rows = (
        "SELECT document, name, key FROM voices WHERE name IS NOT NULL UNION ALL"
        " SELECT c.document, p.name, p.key FROM participants p JOIN claims c ON c.n = p.claim"
    )
    keys = f"SELECT key FROM ({rows}) WHERE key IS NOT NULL AND folded(name) = :name"
    found = ledger.execute(
        f"SELECT DISTINCT document FROM ({rows}) WHERE folded(name) = :name OR key IN ({keys})", {"name": wanted}
    )
    speaking = {document for (document,) in found}
    others: set[str] = set()
    for document in _holding(ledger, name):
        if document not in speaking:
            report = _understood(ledger, document)
            told = report is not None and wanted in map(folded, _names(report))
            (speaking if told else others).add(document)
    return Named(tuple(sorted(speaking)), tuple(sorted(others)))


def folded(name: str | None) -> str:
    """A name for comparison: composed, without case, runs of white space as one."""
    return " ".join(unicodedata.normalize("NFC", name or "").casefold().split())


def _holding(ledger: Reader, name: str) -> Iterator[str]:
    """Documents whose title or text holds these words next to each other."""
    phrase = '"' + name.replace('"', '""').replace("\0", " ") + '"'
    query = "SELECT d.id FROM documents_index i JOIN documents d ON d.n = i.rowid WHERE documents_index MATCH ?"
    with suppress(sqlite3.OperationalError):  # a name of punctuation only is no query
        yield from [document for (document,) in ledger.execute(query, (phrase,))]


def _understood(ledger: Reader, document: str) -> Report | None:
    with suppress(LedgerError):
        return find_report(ledger, document)
    return None


def _names(report: Report) -> Iterator[str]:
    """Everybody who speaks in a document at any place of a chain, acts, or is acted upon.

    The tables know roots of chains and events that are claimed; here are the others too.
    """
    for attribution in report.attributions:
        for voice in (attribution.voice, attribution.root):
            if voice.name:
                yield voice.name
    actors = {actor.id: actor.name for actor in report.grounding.actors}
    for event in report.events:
        for participant in event.actors + event.recipients:
            yield participant.name
            yield actors.get(participant.actor_id or "", participant.name)


def save_forgotten(ledger: Writer, documents: Iterable[str], kind: str, now: str) -> Receipt:
    """Take documents out, with their sightings, readings and index entries, and keep a receipt: all or nothing.

    ``kind`` is ``document`` or ``name``; ``now`` is ISO 8601 in UTC. An input of which nothing is left goes too, for
    its path may tell what it held. ``save_wiped`` then removes the bytes.
    """
    ids = sorted(set(documents))
    digest = hashlib.sha256("".join(f"{document}\n" for document in ids).encode()).hexdigest()
    run = ledger.connection.execute
    with ledger.transaction():
        new = sum(_remove(ledger, document) for document in ids)
        save_unindexed(ledger)
        run(
            "INSERT INTO receipts (forgotten_at, kind, documents, sha256) VALUES (?, ?, ?, ?)",
            (now, kind, new, digest),
        )
    return Receipt(len(ids), digest)


def _remove(ledger: Writer, document: str) -> int:
    """Take one document out; 1 if it was never forgotten before."""
    run = ledger.connection.execute
    counted = run("SELECT input, count(*) FROM sightings WHERE document = ? GROUP BY input", (document,)).fetchall()
    run("DELETE FROM documents WHERE id = ?", (document,))
    for given, count in counted:
        run("UPDATE inputs SET forgotten = forgotten + ? WHERE n = ?", (count, given))
        run(
            "DELETE FROM inputs WHERE n = ? AND NOT EXISTS (SELECT 1 FROM sightings WHERE input = inputs.n)"
            " AND NOT EXISTS (SELECT 1 FROM rejections WHERE input = inputs.n)",
            (given,),
        )
    return int(run("INSERT INTO forgotten (id) VALUES (?) ON CONFLICT DO NOTHING", (document,)).rowcount)


def find_unwiped(ledger: Reader) -> int:
    """How many receipts are there of what may still stand in the file."""
    return int(ledger.execute("SELECT count(*) FROM receipts WHERE NOT wiped").fetchone()[0])


def save_wiped(ledger: Writer) -> None:
    """Remove the bytes of what was forgotten from file, indexes and log. Needs room for a second copy of the ledger.

    Raises ``LedgerError`` while somebody else reads an older state of the ledger: its log cannot be emptied then.
    """
    run = ledger.connection.execute
    for index in ("documents_index", "claims_index"):
        # Until its parts are merged, the index holds each deleted word and a note that it is deleted.
        with ledger.transaction():
            run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    # Deleted rows are overwritten (secure_delete), but copies of rows that once moved from page to page stay in the
    # gaps between others: only a file that is built anew has none.
    run("VACUUM")
    (busy, _, _) = run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        message = "forgotten, but somebody still reads the ledger as it was, so that the log keeps the bytes"
        raise LedgerError(f"{message}; close that and run 'sayso forget' without a name")
    run("UPDATE receipts SET wiped = 1")
