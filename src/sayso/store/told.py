"""What ``sayso watch`` has told of, and what it has not: claims as they stood then, articles that came since."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.store.connection import Reader, Value, Writer
from sayso.store.lists import claim_query
from sayso.types.news import Stand
from sayso.types.weighing import Standing


@dataclass(frozen=True, slots=True)
class Untold:
    """A claim across articles that is not as it was told, by number and id.

    ``known``: some of it was told of before. ``fresh``: an article of it was not there then.
    """

    n: int
    id: str
    known: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Unsent:
    """News that could not be handed on, as JSON, and how often that was tried."""

    n: int
    event: str
    attempts: int


def find_watched(ledger: Reader) -> str | None:
    """Since when this ledger is watched, ISO 8601 in UTC; ``None`` where it never was."""
    row = ledger.execute("SELECT since FROM watched").fetchone()
    return str(row[0]) if row else None


def save_watched(ledger: Writer, now: str, *, every: bool = False) -> None:
    """From now on it is known what was told. All that is there counts as told; with ``every`` nothing does."""
    run = ledger.connection.execute
    with ledger.transaction():
        run("INSERT INTO watched (since) VALUES (?)", (now,))
        if every:
            run("INSERT INTO fresh (document) SELECT id FROM documents")
            run("INSERT INTO untold (proposition) SELECT n FROM propositions")
        else:
            run(
                "INSERT INTO told (n, claim, standing, least, most, against_least, against_most)"
                " SELECT n, id, standing, least, most, against_least, against_most FROM propositions"
            )
            run("INSERT INTO told_members (number, told) SELECT number, proposition FROM tellings")


def find_untold(ledger: Reader, about: str | None = None, keys: tuple[str, ...] = ()) -> list[Untold]:
    """The claims across articles that are not as they were told: those that most articles tell first.

    ``about`` are words of the claim or a name, ``keys`` the keys of that name: as of ``PropositionWanted``.
    """
    where, values = "1", list[Value]()
    query = claim_query((about, keys), (None, ()))
    if query is not None:
        where = (
            "p.n IN (SELECT t.proposition FROM claims_index i JOIN claims c ON c.n = i.rowid JOIN assertions a"
            " ON a.id = c.id JOIN tellings t ON t.number = a.number WHERE claims_index MATCH ?)"
        )
        values.append(query)
    of_it = "FROM tellings t JOIN {} WHERE t.proposition = p.n"
    known = of_it.format("told_members m ON m.number = t.number")
    fresh = of_it.format("assertions a ON a.number = t.number JOIN fresh f ON f.document = a.document")
    rows = ledger.execute(
        f"SELECT p.n, p.id, EXISTS (SELECT 1 {known}), EXISTS (SELECT 1 {fresh})"
        f" FROM untold u JOIN propositions p ON p.n = u.proposition WHERE {where}"
        " ORDER BY p.articles DESC, p.against_most DESC, p.most DESC, p.first_seen, p.id",
        values,
    )
    return [Untold(n, id, bool(known), bool(fresh)) for n, id, known, fresh in rows]


def find_stands(ledger: Reader, n: int) -> tuple[Stand, ...]:
    """How the claims stood that assertions of this one were told of as: the one with most of these first."""
    rows = ledger.execute(
        "SELECT o.* FROM tellings t JOIN told_members m ON m.number = t.number JOIN told o ON o.n = m.told"
        " WHERE t.proposition = ? GROUP BY o.n ORDER BY count(*) DESC, o.claim",
        (n,),
    )
    return tuple(
        Stand(
            row["claim"],
            Standing(row["standing"]),
            (row["least"], row["most"]),
            (row["against_least"], row["against_most"]),
        )
        for row in rows
    )


def find_fresh(ledger: Reader, n: int) -> frozenset[str]:
    """The articles of a claim, by its number, that were not there when claims were last told of."""
    rows = ledger.execute(
        "SELECT DISTINCT a.document FROM tellings t JOIN assertions a ON a.number = t.number"
        " JOIN fresh f ON f.document = a.document WHERE t.proposition = ?",
        (n,),
    )
    return frozenset(document for (document,) in rows)


def is_said(ledger: Reader, key: bytes) -> bool:
    """Whether these news of a claim were told though others of it may not have been."""
    return ledger.execute("SELECT 1 FROM said WHERE key = ?", (key,)).fetchone() is not None


def save_said(ledger: Writer, key: bytes) -> None:
    """Remember that these news of a claim were told."""
    with ledger.transaction():
        ledger.connection.execute("INSERT INTO said (key) VALUES (?) ON CONFLICT DO NOTHING", (key,))


def save_told(ledger: Writer, numbers: Iterable[int], keys: Iterable[bytes] = ()) -> None:
    """These claims were told of, as they stand now; ``keys`` are of news of them, and are needed no more."""
    run = ledger.connection.execute
    with ledger.transaction():
        for n in numbers:
            run(
                "DELETE FROM told_members WHERE number IN (SELECT number FROM tellings WHERE proposition = ?)",
                (n,),
            )
            told = run(
                "INSERT INTO told (claim, standing, least, most, against_least, against_most)"
                " SELECT id, standing, least, most, against_least, against_most FROM propositions WHERE n = ?",
                (n,),
            ).lastrowid
            run(
                "INSERT INTO told_members (number, told) SELECT number, ? FROM tellings WHERE proposition = ?",
                (told, n),
            )
            run("DELETE FROM untold WHERE proposition = ?", (n,))
        run("DELETE FROM said WHERE hex(key) IN (SELECT value FROM json_each(?))", (_hex(keys),))


def _hex(keys: Iterable[bytes]) -> str:
    return json.dumps([key.hex().upper() for key in keys])


def save_known(ledger: Writer) -> None:
    """Articles whose claims were compared with those of others, and all told of, are new no more."""
    with ledger.transaction():
        ledger.connection.execute(
            "DELETE FROM fresh WHERE document IN (SELECT document FROM kinship)"
            " AND document NOT IN (SELECT document FROM unmatched) AND NOT EXISTS ("
            " SELECT 1 FROM assertions a LEFT JOIN tellings t ON t.number = a.number"
            " LEFT JOIN untold u ON u.proposition = t.proposition"
            " WHERE a.document = fresh.document AND (t.number IS NULL OR u.proposition IS NOT NULL))"
        )


def find_unsent(ledger: Reader) -> list[Unsent]:
    """News that wait to be handed on again, in the order in which they came."""
    return [Unsent(*row) for row in ledger.execute("SELECT n, event, attempts FROM unsent ORDER BY n")]


def save_unsent(ledger: Writer, event: str) -> None:
    """Keep news that could not be handed on, to be tried again."""
    with ledger.transaction():
        ledger.connection.execute("INSERT INTO unsent (event, attempts) VALUES (?, 1)", (event,))


def save_attempt(ledger: Writer, n: int, most: int) -> bool:
    """One attempt more that failed; False where there were ``most`` of them, and the news wait no more."""
    with ledger.transaction():
        ledger.connection.execute("UPDATE unsent SET attempts = attempts + 1 WHERE n = ?", (n,))
        gone = ledger.connection.execute("DELETE FROM unsent WHERE n = ? AND attempts >= ?", (n, most)).rowcount
    return gone == 0


def save_sent(ledger: Writer, n: int) -> None:
    """These news were handed on."""
    with ledger.transaction():
        ledger.connection.execute("DELETE FROM unsent WHERE n = ?", (n,))
