"""Whether a ledger is whole: what SQLite, the indexes and the readings themselves have to say about it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.errors import LedgerError
from sayso.store.assertions import save_unasserted
from sayso.store.connection import Reader, Row, Writer, migrations
from sayso.store.lineage import find_lineage_faults, find_orphaned_features, save_unindexed, save_unlinked
from sayso.store.propositions import find_claim_faults
from sayso.store.readings import TableRow, claim_rows, find_report, voice_rows
from sayso.types.claim import Report

INDEXES: Final = ("documents_index", "claims_index")
COPY: Final = "go back to a copy made with 'sayso backup'"
REPAIR: Final = "run 'sayso check --repair'"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, and what to do about it.

    ``document`` is to be read again, ``link`` one to be compared again (``""``: features are to be removed), ``claims``
    one whose claims are to be compared again, ``index`` to be built anew; all are ``None`` where nothing would help.
    """

    what: str
    advice: str
    document: str | None = None
    index: str | None = None
    link: str | None = None
    claims: str | None = None

    def __str__(self) -> str:
        return f"{self.what}; {self.advice}"


def find_faults(ledger: Reader) -> Iterator[Finding]:
    """Everything that is wrong with the ledger but for its indexes, none if nothing is.

    Looks at every page and reads every reading: this takes minutes for a hundred thousand articles.
    """
    for look in (_pages, _schema, _intake, _states, _receipts, _texts, _readings, _lineage, _claims):
        try:
            yield from look(ledger)
        except sqlite3.DatabaseError as error:
            yield Finding(f"the file is damaged: {error}", COPY)


def find_index_faults(ledger: Writer) -> Iterator[Finding]:
    """Which full-text index does not hold what its table holds. FTS5 tells only those who may write."""
    for index in INDEXES:
        try:
            # With rank 1 the index is compared with its table, not only with itself.
            ledger.connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield Finding(f"the index {index} does not fit its table ({error})", REPAIR, index=index)


def save_repairs(ledger: Writer, findings: Iterable[Finding]) -> tuple[int, int]:
    """Build indexes anew and let documents be read, or compared, again; the numbers of indexes and documents."""
    findings = tuple(findings)
    indexes = {finding.index for finding in findings if finding.index}
    documents = sorted({finding.document for finding in findings if finding.document})
    links = {finding.link for finding in findings if finding.link is not None}
    claims = {finding.claims for finding in findings if finding.claims}
    run = ledger.connection.execute
    for index in sorted(indexes):  # first: what is deleted has to be in the index
        with ledger.transaction():
            run(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    with ledger.transaction():
        for document in documents:
            run("DELETE FROM readings WHERE document = ?", (document,))
            run("INSERT INTO queue (document) VALUES (?) ON CONFLICT DO NOTHING", (document,))
        if links:
            save_unindexed(ledger)
            save_unlinked(ledger, links - {""})
        save_unasserted(ledger, claims)
    return len(indexes), len({*documents, *links, *claims} - {""})


def _pages(ledger: Reader) -> Iterator[Finding]:
    for (words,) in ledger.execute("PRAGMA integrity_check"):
        if words != "ok":
            yield Finding(f"the file is damaged: {words}", COPY)
    for row in ledger.execute("PRAGMA foreign_key_check"):
        yield Finding(f"a row of {row['table']} belongs to a row of {row['parent']} that is not there", COPY)


def _schema(ledger: Reader) -> Iterator[Finding]:
    """Tables, triggers and views of this version that are missing or were changed; others may be added."""
    query = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    fresh = sqlite3.connect(":memory:")
    try:
        for script in migrations():
            fresh.executescript(script)
        wanted = {(kind, name): sql for kind, name, sql in fresh.execute(query)}
    finally:
        fresh.close()
    there = {(row["type"], row["name"]): row["sql"] for row in ledger.execute(query)}
    for key in sorted(wanted):
        if there.get(key) != wanted[key]:
            done = "was changed" if key in there else "is missing"
            yield Finding(f"the {key[0]} {key[1]} {done}", COPY)


def _intake(ledger: Reader) -> Iterator[Finding]:
    query = """
        SELECT origin, outcomes, forgotten,
            (SELECT count(*) FROM sightings s WHERE s.input = i.n) AS sightings,
            (SELECT count(*) FROM rejections r WHERE r.input = i.n) AS rejections
        FROM inputs i WHERE outcomes <> sightings + rejections + forgotten ORDER BY n"""
    for row in ledger.execute(query):
        held = row["sightings"] + row["rejections"] + row["forgotten"]
        yield Finding(f"input {row['origin']}: {row['outcomes']} outcomes were kept, {held} are there", COPY)
    query = """
        SELECT id FROM documents d WHERE NOT EXISTS (
            SELECT 1 FROM sightings s WHERE s.n = d.sighting AND s.document = d.id) ORDER BY id"""
    for (document,) in ledger.execute(query):
        yield Finding(f"document {document}: nothing is known of where it was met", COPY)
    for (origin,) in ledger.execute("SELECT origin FROM rejections WHERE input IS NULL AND document IS NULL"):
        yield Finding(f"what was set aside as {origin} belongs to no input", COPY)


def _states(ledger: Reader) -> Iterator[Finding]:
    query = """
        SELECT id FROM documents WHERE id NOT IN (SELECT document FROM readings)
            AND id NOT IN (SELECT document FROM queue)
            AND id NOT IN (SELECT document FROM rejections WHERE document IS NOT NULL) ORDER BY id"""
    for (document,) in ledger.execute(query):
        yield Finding(f"document {document}: is neither read nor set aside, nor does it wait", REPAIR, document)


def _receipts(ledger: Reader) -> Iterator[Finding]:
    for (document,) in ledger.execute("SELECT id FROM documents WHERE id IN (SELECT id FROM forgotten) ORDER BY id"):
        yield Finding(f"document {document}: was forgotten and is there again", f"run 'sayso forget --yes {document}'")
    for (moment,) in ledger.execute("SELECT forgotten_at FROM receipts WHERE NOT wiped ORDER BY n"):
        advice = "close what else has the ledger open and run 'sayso forget' without a name"
        yield Finding(f"what was forgotten at {moment} may still stand in the file", advice)
    receipts = "SELECT (SELECT coalesce(sum(documents), 0) FROM receipts), (SELECT count(*) FROM forgotten)"
    told, kept = ledger.execute(receipts).fetchone()
    if told != kept:
        yield Finding(f"the receipts tell of {told} forgotten documents, {kept} ids are kept", COPY)


def _texts(ledger: Reader) -> Iterator[Finding]:
    for number, document in ledger.execute("SELECT n, id FROM documents ORDER BY id"):
        try:
            (text,) = ledger.execute("SELECT text FROM documents WHERE n = ?", (number,)).fetchone()
        except sqlite3.DatabaseError as error:
            yield Finding(f"document {document}: its text cannot be read ({error})", COPY)
            continue
        if "d_" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:16] != document:
            yield Finding(f"document {document}: its text is not the one that was taken in", COPY)


def _readings(ledger: Reader) -> Iterator[Finding]:
    for (document,) in ledger.execute("SELECT document FROM readings ORDER BY document"):
        try:
            report = find_report(ledger, document)
        except LedgerError:
            yield Finding(f"document {document}: its reading cannot be understood", REPAIR, document)
            continue
        for table in _unequal(ledger, report) if report is not None else ():
            yield Finding(f"document {document}: {table} holds other rows than its reading gives", REPAIR, document)


def _lineage(ledger: Reader) -> Iterator[Finding]:
    for document, what in find_lineage_faults(ledger):
        yield Finding(f"document {document}: {what}", REPAIR, link=document)
    orphans = find_orphaned_features(ledger)
    if orphans:
        yield Finding(f"{orphans} features belong to no document", REPAIR, link="")


def _claims(ledger: Reader) -> Iterator[Finding]:
    for document, what in find_claim_faults(ledger):
        yield Finding(f"document {document}: {what}", REPAIR, claims=document)


def _unequal(ledger: Reader, report: Report) -> Iterator[str]:
    """Tables whose rows are not those of the report."""
    document = report.document.id
    claims = list(claim_rows(report))
    found = ledger.execute("SELECT * FROM claims WHERE document = ? ORDER BY place", (document,)).fetchall()
    if [_bare(row, "n") for row in found] != [claim for claim, _ in claims]:
        yield "claims"
    told = [p for row in found for p in _participants(ledger, row["n"])]
    if told != [p for _, those in claims for p in those]:
        yield "participants"
    voices = ledger.execute("SELECT * FROM voices WHERE document = ? ORDER BY id", (document,)).fetchall()
    if [dict(row) for row in voices] != sorted(voice_rows(report), key=lambda row: str(row["id"])):
        yield "voices"


def _participants(ledger: Reader, claim: int) -> list[TableRow]:
    query = "SELECT * FROM participants WHERE claim = ? ORDER BY role, place"
    return [_bare(row, "claim") for row in ledger.execute(query, (claim,))]


def _bare(row: Row, without: str) -> TableRow:
    return {name: row[name] for name in row.keys() if name != without}
