"""Families of documents that come from one original, as they are kept and found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.store.connection import Reader, Row, Writer
from sayso.store.lineage import find_alignments
from sayso.types.lineage import Alignment, Alteration, Derivation, Family, Kind, Passage, QuotedAgain
from sayso.types.listed import ListedFamily, ListedQuote, Relative
from sayso.types.span import Span

NOTHING: Final = Alignment((), 0.0, 0.0, 0.0, 0.0)


def save_families(ledger: Writer, documents: Iterable[str], families: Sequence[Family]) -> None:
    """Keep the families of documents, in place of those that they belonged to: all or nothing.

    Families of one document without a parent are not kept: that is what every other document is.
    """
    run = ledger.connection.execute
    with ledger.transaction():
        ids = json.dumps(sorted(set(documents)))
        mine = "SELECT value FROM json_each(?)"
        query = f"SELECT DISTINCT family FROM members WHERE document IN ({mine}) ORDER BY 1"
        for (first,) in run(query, (ids,)).fetchall():
            # A member that is not among the documents has lost its family: it may have fallen apart.
            query = (
                "INSERT INTO unsettled (document) SELECT document FROM members WHERE family = ? ON CONFLICT DO NOTHING"
            )
            run(query, (first,))
            run("DELETE FROM families WHERE first = ?", (first,))
        run(f"DELETE FROM unsettled WHERE document IN ({mine})", (ids,))
        for family in families:
            if len(family.members) > 1 or family.derivations:
                _keep(ledger, family)


def _keep(ledger: Writer, family: Family) -> None:
    run, many = ledger.connection.execute, ledger.connection.executemany
    count = len(family.members)
    run("INSERT INTO families (first, root, articles) VALUES (?, ?, ?)", (family.first, family.root, count))
    many("INSERT INTO members (document, family) VALUES (?, ?)", [(id, family.first) for id in family.members])
    for place, found in enumerate(family.derivations):
        run(
            "INSERT INTO derivations (child, parent, family, place, kind, probability, direction, reasons)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (found.child, found.parent, family.first, place, found.kind.value, found.probability, found.direction,
             json.dumps(found.reasons, ensure_ascii=False)),
        )  # fmt: skip
        many(
            "INSERT INTO quotes (child, parent, place, child_begin, child_end, parent_begin, parent_end, alteration)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (found.child, found.parent, k, q.child.begin, q.child.end, q.parent.begin, q.parent.end, q.alteration)
                for k, q in enumerate(found.quotes)
            ],
        )


def find_family(ledger: Reader, document: str, among: frozenset[str] | None = None) -> Family | None:
    """The family of a document; ``None`` for one that has no relatives. ``among`` asks for these members only."""
    query = "SELECT f.* FROM families f JOIN members m ON m.family = f.first WHERE m.document = ?"
    row = ledger.execute(query, (document,)).fetchone()
    if row is None:
        return None
    ids = ledger.execute("SELECT document FROM members WHERE family = ? ORDER BY document", (row["first"],))
    members = tuple(id for (id,) in ids if among is None or id in among)
    rows = ledger.execute("SELECT * FROM derivations WHERE family = ? ORDER BY place", (row["first"],)).fetchall()
    told = tuple(_derivation(ledger, found) for found in rows if among is None or found["child"] in among)
    return Family(row["first"], members, told, row["root"])


def find_home(ledger: Reader, document: str) -> str | None:
    """The first article of a document's family."""
    row = ledger.execute("SELECT family FROM members WHERE document = ?", (document,)).fetchone()
    return str(row[0]) if row else None


def find_members(ledger: Reader, document: str, most: int) -> tuple[str, ...]:
    """At most so many members of a document's family, the earliest published first; none where it has no relatives."""
    rows = ledger.execute(
        "SELECT m.document FROM members m JOIN documents d ON d.id = m.document"
        " WHERE m.family = (SELECT family FROM members WHERE document = ?)"
        " ORDER BY d.published IS NULL, d.published, d.id LIMIT ?",
        (document, most),
    )
    return tuple(str(row[0]) for row in rows)


def find_parents(ledger: Reader, document: str) -> tuple[Derivation, ...]:
    """What a document derives from, the closest first."""
    rows = ledger.execute("SELECT * FROM derivations WHERE child = ? ORDER BY place", (document,)).fetchall()
    return tuple(_derivation(ledger, row) for row in rows)


def find_main_parents(ledger: Reader, documents: Iterable[str]) -> dict[str, tuple[Kind, str]]:
    """What became of the closest text that each document derives from, and its id, by the id of the document."""
    rows = ledger.execute(
        "SELECT child, kind, parent FROM derivations WHERE child IN (SELECT value FROM json_each(?))"
        " ORDER BY child, place DESC",
        (json.dumps(sorted(set(documents))),),
    )
    return {child: (Kind(kind), parent) for child, kind, parent in rows}


def find_children(ledger: Reader, document: str, most: int) -> tuple[tuple[Kind, Relative], ...]:
    """At most so many documents that derive from this one, and how each does: the earliest published first."""
    rows = ledger.execute(
        "SELECT x.kind, d.id, d.published, d.publisher, d.title, d.url FROM derivations x"
        " JOIN documents d ON d.id = x.child WHERE x.parent = ?"
        " ORDER BY d.published IS NULL, d.published, d.id LIMIT ?",
        (document, most),
    )
    return tuple((Kind(kind), Relative(*known)) for kind, *known in rows)


def find_child_count(ledger: Reader, document: str) -> int:
    """How many documents derive from this one."""
    return int(ledger.execute("SELECT count(*) FROM derivations WHERE parent = ?", (document,)).fetchone()[0])


def _derivation(ledger: Reader, row: Row) -> Derivation:
    parent, child = row["parent"], row["child"]
    pair = (min(parent, child), max(parent, child))
    alignment = find_alignments(ledger, [pair]).get(pair, NOTHING)
    return Derivation(
        parent,
        child,
        Kind(row["kind"]),
        row["probability"],
        row["direction"],
        alignment if pair == (parent, child) else turned(alignment),
        tuple(_quote(found) for found in _quotes(ledger, child, parent)),
        tuple(json.loads(row["reasons"])),
    )


def turned(alignment: Alignment) -> Alignment:
    """What the second text shares with the first one."""
    passages = sorted((Passage(p.second, p.first) for p in alignment.passages), key=lambda p: (p.second, p.first))
    return Alignment(tuple(passages), alignment.second_share, alignment.first_share, alignment.wording, alignment.order)


def _quotes(ledger: Reader, child: str, parent: str) -> Iterator[Row]:
    yield from ledger.execute("SELECT * FROM quotes WHERE child = ? AND parent = ? ORDER BY place", (child, parent))


def _quote(row: Row) -> QuotedAgain:
    return QuotedAgain(
        Span(row["parent_begin"], row["parent_end"]),
        Span(row["child_begin"], row["child_end"]),
        Alteration(row["alteration"]) if row["alteration"] else None,
    )


def find_families(ledger: Reader, limit: int | None = None) -> Iterator[ListedFamily]:
    """Families of at least two articles, the largest first, one at a time."""
    rows = ledger.execute(
        "SELECT f.first, f.articles, f.root, d.published, d.publisher, d.title,"
        " (SELECT count(DISTINCT lower(o.publisher)) FROM members m JOIN documents o ON o.id = m.document"
        " WHERE m.family = f.first) AS outlets,"
        " (SELECT max(o.published) FROM members m JOIN documents o ON o.id = m.document WHERE m.family = f.first),"
        " (SELECT count(*) FROM derivations x JOIN quotes q ON q.child = x.child AND q.parent = x.parent"
        " WHERE x.family = f.first AND q.alteration IS NOT NULL) AS altered"
        " FROM families f JOIN documents d ON d.id = f.first WHERE f.articles > 1"
        " ORDER BY f.articles DESC, f.first LIMIT ?",
        (-1 if limit is None else limit,),
    )
    for first, articles, root, published, outlet, title, outlets, last, altered in rows:
        yield ListedFamily(first, articles, outlets, published, last, outlet, title, root, altered)


def find_family_count(ledger: Reader) -> int:
    """How many families of at least two articles there are."""
    return int(ledger.execute("SELECT count(*) FROM families WHERE articles > 1").fetchone()[0])


def find_alike_count(ledger: Reader, document: str) -> int:
    """How many articles are one text with this one, itself among them."""
    query = "SELECT f.articles FROM families f JOIN members m ON m.family = f.first WHERE m.document = ?"
    row = ledger.execute(query, (document,)).fetchone()
    return int(row[0]) if row else 1


def find_relatives(ledger: Reader, documents: Iterable[str]) -> dict[str, Relative]:
    """What is known of documents, by their ids."""
    rows = ledger.execute(
        "SELECT id, published, publisher, title, url FROM documents WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(documents))),),
    )
    return {row["id"]: Relative(*row) for row in rows}


def find_quotes(ledger: Reader, document: str | None = None, *, altered: bool = False) -> Iterator[ListedQuote]:
    """Quotations that articles have from their parents, in the order of the articles' dates, one at a time.

    ``document`` asks for those of one article, ``altered`` for those that are not word for word.
    """
    rows = ledger.execute(
        "SELECT q.*, c.published, c.publisher, p.published AS parent_published, p.publisher AS parent_publisher,"
        " substr(c.text, q.child_begin + 1, q.child_end - q.child_begin) AS words,"
        " substr(p.text, q.parent_begin + 1, q.parent_end - q.parent_begin) AS parent_words"
        " FROM quotes q JOIN documents c ON c.id = q.child JOIN documents p ON p.id = q.parent"
        f" WHERE {_wanted(document, altered)} ORDER BY c.published IS NULL, c.published, q.child, q.child_begin,"
        " p.published IS NULL, p.published, q.parent, q.place",
        {"child": document},
    )
    for row in rows:
        yield ListedQuote(
            row["child"],
            Span(row["child_begin"], row["child_end"]),
            row["words"],
            row["published"],
            row["publisher"],
            Alteration(row["alteration"]) if row["alteration"] else None,
            row["parent"],
            Span(row["parent_begin"], row["parent_end"]),
            row["parent_words"],
            row["parent_published"],
            row["parent_publisher"],
        )


def find_quote_count(ledger: Reader, document: str | None = None, *, altered: bool = False) -> int:
    """How many quotations ``find_quotes`` gives."""
    query = f"SELECT count(*) FROM quotes q WHERE {_wanted(document, altered)}"
    return int(ledger.execute(query, {"child": document}).fetchone()[0])


def _wanted(document: str | None, altered: bool) -> str:
    """Which quotations are asked for: written so that an index finds them."""
    parts = ["q.child = :child"] if document is not None else []
    parts += ["q.alteration IS NOT NULL"] if altered else []
    return " AND ".join(parts) or "1"
