"""What each article asserts, as it is compared with others, and which articles wait for that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from sayso.store.connection import Reader, Writer
from sayso.store.packing import pack, unpack
from sayso.types.weighing import Article, Assertion, Teller

LATEST: Final = "~"  # stands behind every date: undated documents come last
REMEMBERED: Final = 4_096  # assertions that are kept at hand; one takes about 5 kB
UNDATED: Final = date.max.toordinal()


def number_of(id: str) -> int:
    """The number that stands for a claim: 64 bits of its id, signed; the order of ids is that of their numbers."""
    digits = id.removeprefix("c_")
    if len(digits) == 16 and set(digits) <= set("0123456789abcdef"):
        return int(digits, 16) - 2**63
    return hashed(id)


def hashed(words: str) -> int:
    """64 bits, signed, as SQLite has whole numbers."""
    digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def day_of(published: str | None) -> int:
    """The day of an ISO 8601 date or date-time, counted from 1 Jan 1; the last of all for what has none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return UNDATED


@lru_cache(maxsize=REMEMBERED)
def told_plainly(packed: bytes) -> Assertion:
    """The assertion that ``pack`` made ``packed`` of: one object wherever it is asked for again."""
    return unpack(Assertion, packed)


def find_unasserted(ledger: Reader, most: int) -> tuple[str, ...]:
    """The next read documents whose assertions wait to be made, in the order of their ids."""
    rows = ledger.execute("SELECT document FROM unasserted ORDER BY document LIMIT ?", (most,))
    return tuple(document for (document,) in rows)


def find_unmatched(ledger: Reader, most: int) -> tuple[str, ...]:
    """The next documents whose assertions wait to be compared with others, the earliest published first."""
    rows = ledger.execute(
        "SELECT u.document FROM unmatched u JOIN documents d ON d.id = u.document"
        " ORDER BY coalesce(d.published, ?), d.id LIMIT ?",
        (LATEST, most),
    )
    return tuple(document for (document,) in rows)


def find_waiting_claims(ledger: Reader) -> int:
    """How many documents wait for their claims to be compared with those of others."""
    query = "SELECT count(*) FROM (SELECT document FROM unasserted UNION SELECT document FROM unmatched)"
    return int(ledger.execute(query).fetchone()[0])


def save_assertions(
    ledger: Writer, document: str, assertions: Sequence[Assertion], named: Sequence[Teller] = ()
) -> None:
    """Keep what a document asserts, in place of what was kept before: all or nothing.

    ``named`` are those to whom it gives an office, for other claims that name them too. It then waits to be compared
    with others, and so does what was made of it.
    """
    run = ledger.connection.execute
    with ledger.transaction():
        run("DELETE FROM assertions WHERE document = ?", (document,))
        ledger.connection.executemany(
            "INSERT INTO assertions (number, id, document, place, modality, told) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(number_of(a.id), a.id, document, a.place, a.modality.value, pack(a)) for a in assertions],
        )
        run(
            "INSERT INTO unmatched (document) SELECT ?1 UNION SELECT x.child FROM derivations x"
            " JOIN assertions a ON a.document = x.child WHERE x.parent = ?1 ON CONFLICT DO NOTHING",
            (document,),
        )
        run("DELETE FROM namings WHERE document = ?", (document,))
        if named:
            run("INSERT INTO namings (document, told) VALUES (?, ?)", (document, pack(tuple(named))))
        run("DELETE FROM unasserted WHERE document = ?", (document,))


def save_unasserted(ledger: Writer, documents: Iterable[str]) -> None:
    """Let documents wait for their assertions to be made again; part of the caller's transaction."""
    ledger.connection.executemany(
        "INSERT INTO unasserted (document) SELECT document FROM readings WHERE document = ? ON CONFLICT DO NOTHING",
        [(document,) for document in documents],
    )


def find_assertions(ledger: Reader, document: str) -> dict[int, Assertion]:
    """What a document asserts, by number, in the order of its claims."""
    rows = ledger.execute("SELECT number, told FROM assertions WHERE document = ? ORDER BY place", (document,))
    return {number: told_plainly(told) for number, told in rows}


def find_assertions_of(ledger: Reader, numbers: Iterable[int]) -> Iterator[tuple[int, Assertion]]:
    """Assertions by their numbers, those that are there."""
    rows = ledger.execute(
        "SELECT number, told FROM assertions WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(numbers))),),
    )
    for number, told in rows:
        yield number, told_plainly(told)


def find_namings(ledger: Reader, documents: Iterable[str]) -> dict[str, bytes]:
    """Who is named with an office in what these documents assert, packed, by document; none for those without."""
    rows = ledger.execute(
        "SELECT document, told FROM namings WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(documents))),),
    )
    return dict(rows.fetchall())


def named_plainly(told: Iterable[bytes]) -> tuple[Teller, ...]:
    """Who is named in what ``find_namings`` gives, each once."""
    return tuple(dict.fromkeys(t for one in sorted(set(told)) for t in unpack(tuple[Teller, ...], one)))


def find_weighed_articles(ledger: Reader, documents: Iterable[str]) -> dict[str, Article]:
    """What weighing knows of documents, by id."""
    rows = ledger.execute(
        "SELECT d.id, d.publisher, d.published, d.title, d.url, coalesce(m.family, d.id) FROM documents d"
        " LEFT JOIN members m ON m.document = d.id WHERE d.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(documents))),),
    )
    return {row[0]: Article(*row) for row in rows}


# What was known of a document's relatives: its family, and what it derives from.
_FAMILY: Final = "(SELECT family FROM members WHERE document = {0})"
_PARENTS: Final = (
    "(SELECT group_concat(parent || ' ' || kind || ' ' || probability || ' ' || direction, '; ')"
    " FROM (SELECT * FROM derivations WHERE child = {0} ORDER BY parent))"
)


def save_kinship(ledger: Writer, document: str) -> None:
    """Note which relatives a document has as its assertions are compared; part of the caller's transaction."""
    ledger.connection.execute(
        "INSERT OR REPLACE INTO kinship (document, family, parents)"
        f" VALUES (?1, {_FAMILY.format('?1')}, {_PARENTS.format('?1')})",
        (document,),
    )


def save_rekinned(ledger: Writer) -> None:
    """Let those documents wait whose relatives are not those of before: all or nothing.

    Whose parents changed is compared anew; where only the family has another first article, its claims are weighed
    anew.
    """
    run = ledger.connection.execute
    if not run("SELECT 1 FROM rekinned LIMIT 1").fetchone():
        return
    joined = "FROM rekinned r JOIN kinship k ON k.document = r.document"
    with ledger.transaction():
        run(
            f"INSERT INTO unmatched (document) SELECT r.document {joined}"
            f" WHERE k.parents IS NOT {_PARENTS.format('r.document')} ON CONFLICT DO NOTHING"
        )
        run(
            f"INSERT INTO unweighed (number) SELECT a.number {joined} JOIN assertions a ON a.document = r.document"
            f" WHERE k.family IS NOT {_FAMILY.format('r.document')} ON CONFLICT DO NOTHING"
        )
        run(
            f"UPDATE kinship SET family = {_FAMILY.format('kinship.document')}"
            " WHERE document IN (SELECT document FROM rekinned)"
        )
        run("DELETE FROM rekinned")
