"""Which assertions may be about one thing: the blocks in which candidates are found, and how likely pairs match."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from sayso.store.assertions import number_of, save_kinship
from sayso.store.connection import Reader, Writer
from sayso.types.span import Span
from sayso.types.weighing import Carried, Match

K = TypeVar("K")
# Of a block, so many are compared with all others, the earliest; the triggers of the migration count with it, too.
FIRST: Final = 12
# From here on two assertions would be joined on their own.
STRONG: Final = 0.4


@dataclass(frozen=True, slots=True)
class Placed:
    """The blocks of an assertion: hashes of its keys, and the day of its article."""

    number: int
    day: int
    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class Edge:
    """What two assertions, by number, have to do with each other. ``related``: one event in another modality."""

    match: Match
    related: bool


def save_blocks(ledger: Writer, document: str, placed: Sequence[Placed]) -> None:
    """Put a document's assertions into their blocks and take them out of others; part of the caller's transaction.

    Only what changes is written: who is in a block decides who else has to be compared anew.
    """
    wanted = {(key, p.day, p.number) for p in placed for key in p.keys}
    query = "SELECT b.key, b.day, b.number FROM blocks b JOIN assertions a ON a.number = b.number WHERE a.document = ?"
    there = {(key, day, number) for key, day, number in ledger.connection.execute(query, (document,))}
    ledger.connection.executemany("DELETE FROM blocks WHERE key = ? AND day = ? AND number = ?", sorted(there - wanted))
    ledger.connection.executemany("INSERT INTO blocks (key, day, number) VALUES (?, ?, ?)", sorted(wanted - there))


def find_candidates(ledger: Reader, placed: Placed) -> set[int]:
    """The assertions that one has to be compared with.

    These are the first of each of its blocks; where it is among them itself, all of the block.
    """
    found: set[int] = set()
    run = ledger.execute
    own = (placed.day, placed.number)
    for key in placed.keys:
        first = run(
            "SELECT day, number FROM blocks WHERE key = ? ORDER BY day, number LIMIT ?", (key, FIRST)
        ).fetchall()
        if len(first) == FIRST and own <= (first[-1][0], first[-1][1]):
            first = run("SELECT day, number FROM blocks WHERE key = ?", (key,)).fetchall()
        found.update(number for _, number in first)
    found.discard(placed.number)
    return found


def find_sisters(ledger: Reader, lead: Placed) -> set[int]:
    """The assertions of the articles that share a block with an article, which ``lead`` stands for, and of itself.

    Those that are not compared with others, such as those of copies, are in no block and left out.
    """
    rows = ledger.execute(
        "SELECT DISTINCT b.number FROM assertions l JOIN assertions a ON a.document = l.document"
        " JOIN blocks b ON b.number = a.number WHERE l.number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(find_candidates(ledger, lead) | {lead.number})),),
    )
    return {number for (number,) in rows}


def save_matched(ledger: Writer, document: str, carried: Iterable[Carried], edges: Iterable[Edge]) -> None:
    """Keep what a document's assertions have to do with others, in place of what was kept before: all or nothing.

    What is not as it was before then waits to be weighed, with all that is new, and the document waits no more.
    """
    run, many = ledger.connection.execute, ledger.connection.executemany
    own = "SELECT number FROM assertions WHERE document = ?1"
    edge_rows = {row[:2]: row for row in map(_edge_row, edges)}
    carried_rows = {row[0]: row for row in map(_carried_row, carried)}
    with ledger.transaction():
        edges_before = {
            (row[0], row[1]): tuple(row)
            for row in run(
                "SELECT first, second, related, probability, reasons FROM matches"
                f" WHERE first IN ({own}) OR second IN ({own})",
                (document,),
            )
        }
        query = f'SELECT child, parent, source, "begin", "end" FROM carried WHERE child IN ({own})'
        carried_before = {row[0]: tuple(row) for row in run(query, (document,))}
        edges_changed = _changed(edges_before, edge_rows)
        carried_changed = _changed(carried_before, carried_rows)
        mine = {number for (number,) in run(own, (document,))}
        # What is tied to it from now on is found from there.
        concerned = {n for pair in edges_changed for n in pair if n in mine or pair in edges_before} | carried_changed
        concerned |= {
            parent
            for child in carried_changed & carried_before.keys()
            if (parent := carried_before[child][1]) is not None
        }
        many(
            "INSERT INTO unweighed (number) SELECT number FROM assertions WHERE number = ? ON CONFLICT DO NOTHING",
            [(number,) for number in sorted(concerned)],
        )
        run(
            f"INSERT INTO unweighed (number) {own} AND number NOT IN (SELECT number FROM tellings)"
            " ON CONFLICT DO NOTHING",
            (document,),
        )
        many("DELETE FROM matches WHERE first = ? AND second = ?", sorted(edges_changed & edges_before.keys()))
        many("DELETE FROM carried WHERE child = ?", [(n,) for n in sorted(carried_changed & carried_before.keys())])
        many(
            'INSERT INTO carried (child, parent, source, "begin", "end") VALUES (?, ?, ?, ?, ?)',
            [carried_rows[child] for child in sorted(carried_changed & carried_rows.keys())],
        )
        many(
            "INSERT INTO matches (first, second, related, probability, reasons) VALUES (?, ?, ?, ?, ?)",
            [edge_rows[pair] for pair in sorted(edges_changed & edge_rows.keys())],
        )
        save_kinship(ledger, document)
        run("DELETE FROM unmatched WHERE document = ?", (document,))


def _changed(before: Mapping[K, object], now: Mapping[K, object]) -> set[K]:
    """Keys of what is not the same before and now."""
    return {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}


def _carried_row(c: Carried) -> tuple[int, int | None, str, int, int]:
    parent = number_of(c.parent) if c.parent else None
    return number_of(c.child), parent, c.source, c.span.begin, c.span.end


def _edge_row(edge: Edge) -> tuple[int, int, int, float, str]:
    first, second = sorted((number_of(edge.match.first), number_of(edge.match.second)))
    return (
        first,
        second,
        int(edge.related),
        edge.match.probability,
        json.dumps(edge.match.reasons, ensure_ascii=False) if edge.match.probability >= STRONG else "[]",
    )


def find_unweighed(ledger: Reader, most: int) -> tuple[int, ...]:
    """Assertions whose claim across articles waits to be found anew, those with the lowest numbers."""
    rows = ledger.execute("SELECT number FROM unweighed ORDER BY number LIMIT ?", (most,))
    return tuple(number for (number,) in rows)


def find_unweighed_count(ledger: Reader) -> int:
    """How many assertions wait for their claim across articles to be found anew."""
    return int(ledger.execute("SELECT count(*) FROM unweighed").fetchone()[0])


def find_tied(ledger: Reader, numbers: Iterable[int], least: float = STRONG) -> set[int]:
    """Assertions that some are directly tied to: by a match of at least so much, or as words were carried over."""
    own = "SELECT value FROM json_each(?1)"
    rows = ledger.execute(
        f"SELECT second FROM matches WHERE first IN ({own}) AND probability >= ?2 AND NOT related"
        f" UNION SELECT first FROM matches WHERE second IN ({own}) AND probability >= ?2 AND NOT related"
        f" UNION SELECT parent FROM carried WHERE child IN ({own}) AND parent IS NOT NULL"
        f" UNION SELECT child FROM carried WHERE parent IN ({own})",
        (json.dumps(sorted(numbers)), least),
    )
    return {other for (other,) in rows}


def find_copies(ledger: Reader, numbers: Iterable[int]) -> int:
    """How many of these assertions have their words from another one."""
    query = "SELECT count(*) FROM carried WHERE parent IS NOT NULL AND child IN (SELECT value FROM json_each(?))"
    return int(ledger.execute(query, (json.dumps(sorted(numbers)),)).fetchone()[0])


def find_matches(ledger: Reader, ids: Mapping[int, str], *, reasons: bool = False) -> list[Match]:
    """All matches within a set of assertions, given as ids by number, with their ``reasons`` or without.

    Those of other modalities are left out.
    """
    told = "reasons" if reasons else "'[]'"
    rows = ledger.execute(
        f"SELECT m.first, m.second, m.probability, {told} FROM json_each(?) w JOIN matches m ON m.first = w.value"
        " WHERE NOT m.related",
        (json.dumps(sorted(ids)),),
    )
    found = [(ids[a], ids[b], p, why) for a, b, p, why in rows if b in ids]
    return [
        Match(min(a, b), max(a, b), probability, tuple(json.loads(why)) if reasons else ())
        for a, b, probability, why in found
    ]


def find_reasons(ledger: Reader, first: str, second: str) -> tuple[str, ...]:
    """What speaks for and against two assertions being about one thing; empty where that is not kept."""
    low, high = sorted((number_of(first), number_of(second)))
    row = ledger.execute("SELECT reasons FROM matches WHERE first = ? AND second = ?", (low, high)).fetchone()
    return tuple(json.loads(row[0])) if row else ()


def find_carried(ledger: Reader, numbers: Iterable[int]) -> tuple[Carried, ...]:
    """What these assertions have from other articles, in the order of their ids."""
    rows = ledger.execute(
        'SELECT a.id, b.id, c.source, c."begin", c."end" FROM carried c JOIN assertions a ON a.number = c.child'
        " LEFT JOIN assertions b ON b.number = c.parent WHERE c.child IN (SELECT value FROM json_each(?))"
        " ORDER BY a.id",
        (json.dumps(sorted(set(numbers))),),
    )
    return tuple(Carried(child, parent, source, Span(begin, end)) for child, parent, source, begin, end in rows)


def find_related(ledger: Reader, numbers: Iterable[int]) -> tuple[str, ...]:
    """Ids of the claims across articles that are about the same event in another modality."""
    own = "SELECT value FROM json_each(?1)"
    rows = ledger.execute(
        "SELECT DISTINCT p.id FROM ("
        f"SELECT second AS other FROM matches WHERE first IN ({own}) AND related"
        f" UNION SELECT first FROM matches WHERE second IN ({own}) AND related"
        ") JOIN tellings t ON t.number = other JOIN propositions p ON p.n = t.proposition ORDER BY p.id",
        (json.dumps(sorted(set(numbers))),),
    )
    return tuple(id for (id,) in rows)


def find_ids(ledger: Reader, numbers: Iterable[int]) -> dict[int, str]:
    """Ids of assertions by their numbers."""
    query = "SELECT number, id FROM assertions WHERE number IN (SELECT value FROM json_each(?))"
    return dict(ledger.execute(query, (json.dumps(sorted(set(numbers))),)).fetchall())
