"""What came in since somebody looked last: articles by the order of intake, and the claims that they tell.

Documents are numbered as they come, so that a number is a mark: what is above it came later. Nothing is kept here, and
what ``sayso watch`` remembers (``told.py``) is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.store.connection import Reader, Value
from sayso.store.lists import claim_query

# Articles whose claims are gone through at once, the latest: some ten thousand claims, fifty milliseconds.
MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Intake:
    """A document by its number in the order of intake, and when it was first taken in (ISO 8601 in UTC)."""

    n: int
    document: str
    taken: str


@dataclass(frozen=True, slots=True)
class Touched:
    """The claims across articles that new articles tell, by number, those first of which there is most to say.

    ``new`` are told by new articles only, ``again`` were told before.
    """

    new: tuple[int, ...]
    again: tuple[int, ...]


def find_newest(ledger: Reader) -> Intake | None:
    """The document that came last; ``None`` in an empty ledger."""
    return _intake(ledger, "1 ORDER BY d.n DESC")


def find_intake(ledger: Reader, document: str) -> Intake | None:
    """When a document came; ``None`` where there is none of this id."""
    return _intake(ledger, "d.id = ?", document)


def find_mark(ledger: Reader, since: str) -> int:
    """The number above which documents came at a time or later: an ISO 8601 date-time in UTC, or how one begins.

    Looks at some twenty documents, however many there are: they are numbered in the order in which they came.
    """
    newest = find_newest(ledger)
    low, high = 0, newest.n if newest else 0
    while low < high:
        middle = (low + high) // 2
        found = _intake(ledger, "d.n > ? ORDER BY d.n", middle)
        if found is None or found.taken >= since:
            high = middle
        else:
            low = found.n
    return low


def find_arrived_count(ledger: Reader, mark: int, most: int) -> int:
    """How many documents came behind a mark, not counted beyond ``most``."""
    query = "SELECT count(*) FROM (SELECT 1 FROM documents WHERE n > ? LIMIT ?)"
    return int(ledger.execute(query, (mark, most)).fetchone()[0])


def find_lowest(ledger: Reader, mark: int) -> int:
    """The mark behind which at most ``MOST`` documents came: this one, or a later one."""
    query = "SELECT n FROM documents WHERE n > ? ORDER BY n DESC LIMIT 1 OFFSET ?"
    row = ledger.execute(query, (mark, MOST)).fetchone()
    return int(row[0]) if row is not None else mark


def find_touched(ledger: Reader, mark: int, about: str | None = None, keys: tuple[str, ...] = ()) -> Touched:
    """The claims that articles behind a mark tell; what was read in copies only is left out.

    ``about`` are words of the claim or a name, ``keys`` the keys of that name: one of the new tellings must have them.
    """
    # CROSS JOIN: SQLite would go through all assertions instead of those of the new articles.
    where, values = "", list[Value]()
    query = claim_query((about, keys), (None, ()))
    if query is not None:
        # Claims of new articles were read last but for those read anew: FTS5 need not look at what is below.
        low = ledger.execute(
            "SELECT min(c.n) FROM documents d CROSS JOIN claims c ON c.document = d.id WHERE d.n > ?", (mark,)
        ).fetchone()[0]
        where = (
            " WHERE (t.document, t.place) IN (SELECT c.document, c.place FROM claims_index i CROSS JOIN claims c"
            " ON c.n = i.rowid WHERE claims_index MATCH ? AND i.rowid >= ?)"
        )
        values += [query, low or 0]
    rows = ledger.execute(
        "WITH told AS MATERIALIZED (SELECT a.document, a.place, t.proposition, t.side FROM documents d"
        " CROSS JOIN assertions a ON a.document = d.id CROSS JOIN tellings t ON t.number = a.number WHERE d.n > ?),"
        " touched AS MATERIALIZED (SELECT proposition, count(*) AS many, sum(side = 'against') AS against FROM told"
        + (f" WHERE proposition IN (SELECT t.proposition FROM told t{where})" if where else "")
        + " GROUP BY proposition)"
        " SELECT p.n, p.assertions > x.many FROM touched x CROSS JOIN propositions p ON p.n = x.proposition"
        " WHERE NOT p.copied ORDER BY x.against > 0 DESC, p.standing = 'withdrawn' DESC, p.least > 1 DESC,"
        " p.against_most DESC, p.articles DESC, p.whole DESC, p.most DESC, p.id",
        (mark, *values),
    ).fetchall()
    return Touched(tuple(n for n, known in rows if not known), tuple(n for n, known in rows if known))


def find_new_among(ledger: Reader, documents: Iterable[str], mark: int) -> frozenset[str]:
    """Which of these documents came behind a mark."""
    found = ledger.execute(
        "SELECT id FROM documents WHERE n > ? AND id IN (SELECT value FROM json_each(?))",
        (mark, json.dumps(sorted(documents))),
    )
    return frozenset(id for (id,) in found)


def _intake(ledger: Reader, where: str, *values: Value) -> Intake | None:
    row = ledger.execute(
        "SELECT d.n, d.id, (SELECT min(i.taken) FROM sightings s JOIN inputs i ON i.n = s.input"
        f" WHERE s.document = d.id) FROM documents d WHERE {where} LIMIT 1",
        values,
    ).fetchone()
    return Intake(*row) if row is not None else None
