"""What documents share with each other: the index of their features, their links, and what waits to be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from sayso.store.connection import Reader, Row, Writer
from sayso.types.lineage import Alignment, Passage
from sayso.types.span import Span

Pair: TypeAlias = tuple[str, str]

NUMBERS: Final = 2**32
WAITING: Final = 20_000  # documents whose ids are looked up together
LATEST: Final = "~"  # stands behind every date: undated documents come last


@dataclass(frozen=True, slots=True)
class Sketched:
    """A document that was compared before: its number in the index, and how many features it has."""

    document: str
    number: int
    size: int


@dataclass(frozen=True, slots=True)
class Link:
    """What two documents share; ``pair`` are their ids, the lower one first. ``joins``: they are one text."""

    pair: Pair
    alignment: Alignment
    joins: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """That two documents are linked, without the passages. ``strength`` in [0, 1]: how much they are alike."""

    pair: Pair
    joins: bool
    strength: float


def find_unlinked(ledger: Reader) -> tuple[str, ...]:
    """The next documents that wait to be compared with the others, the earliest published first."""
    rows = ledger.execute(
        "SELECT u.document FROM unlinked u JOIN documents d ON d.id = u.document"
        " ORDER BY coalesce(d.published, ?), d.id LIMIT ?",
        (LATEST, WAITING),
    )
    return tuple(document for (document,) in rows)


def find_unlinked_count(ledger: Reader) -> int:
    """How many documents wait to be compared with the others."""
    return int(ledger.execute("SELECT count(*) FROM unlinked").fetchone()[0])


def find_postings(ledger: Reader, features: Sequence[int], most: int) -> tuple[list[int], list[int]]:
    """Places in ``features`` and, beside each, the number of a document that has the feature there.

    Of each feature at most ``most`` documents, those with the lowest numbers.
    """
    places: list[int] = []
    numbers: list[int] = []
    run = ledger.execute
    for place, feature in enumerate(features):
        query = "SELECT number FROM features WHERE feature = ? ORDER BY number LIMIT ?"
        found = [number for (number,) in run(query, (feature, most))]
        numbers += found
        places += [place] * len(found)
    return places, numbers


def find_sketched(ledger: Reader, numbers: Iterable[int]) -> dict[int, Sketched]:
    """The documents behind numbers of the index."""
    rows = ledger.execute(
        "SELECT document, number, size FROM sketches WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {row["number"]: Sketched(*row) for row in rows}


def find_same_address(ledger: Reader, document: str, most: int) -> tuple[str, ...]:
    """Other documents of the same address that were compared before, in the order of their ids."""
    rows = ledger.execute(
        "SELECT o.id FROM documents d JOIN documents o ON o.url = d.url JOIN sketches s ON s.document = o.id"
        " WHERE d.id = ? AND o.id <> d.id ORDER BY o.id LIMIT ?",
        (document, most),
    )
    return tuple(id for (id,) in rows)


def find_text(ledger: Reader, document: str) -> str:
    """The text of a document that is there."""
    return str(ledger.execute("SELECT text FROM documents WHERE id = ?", (document,)).fetchone()[0])


def find_texts(ledger: Reader, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The texts of documents that are there, each with its id, one at a time."""
    query = "SELECT id, text FROM documents WHERE id IN (SELECT value FROM json_each(?))"
    for id, text in ledger.execute(query, (json.dumps(sorted(set(documents))),)):
        yield str(id), str(text)


def save_linked(ledger: Writer, document: str, features: Sequence[int], links: Sequence[Link]) -> None:
    """Keep what a document shares with others, and that it needs no more comparing: all or nothing.

    The families that it touches then wait to be found anew.
    """
    run = ledger.connection.execute
    with ledger.transaction():
        _drop(ledger, [document])
        number = _free_number(ledger.read, document)
        run("INSERT INTO sketches (number, document, size) VALUES (?, ?, ?)", (number, document, len(features)))
        ledger.connection.executemany(
            "INSERT INTO features (feature, number) VALUES (?, ?)", [(feature, number) for feature in features]
        )
        save_links(ledger, links)
        # Those that are one text with it are found through it; who only has passages of it would be overlooked.
        for id in sorted({document, *(id for link in links if not link.joins for id in link.pair)}):
            run("INSERT INTO unsettled (document) VALUES (?) ON CONFLICT DO NOTHING", (id,))
        run("DELETE FROM unlinked WHERE document = ?", (document,))


def save_links(ledger: Writer, links: Iterable[Link]) -> None:
    """Keep links, in place of older ones of their pairs; part of the caller's transaction where there is one."""
    ledger.connection.executemany(
        'INSERT OR REPLACE INTO links (first, second, joins, first_share, second_share, wording, "order", passages)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [_link_row(link) for link in links],
    )


def _link_row(link: Link) -> tuple[str | int | float, ...]:
    found = link.alignment
    shares = (found.first_share, found.second_share, found.wording, found.order)
    return (*link.pair, int(link.joins), *shares, _packed(found))


def _packed(alignment: Alignment) -> str:
    rows = [[p.first.begin, p.first.end, p.second.begin, p.second.end] for p in alignment.passages]
    return json.dumps(rows, separators=(",", ":"))


def _free_number(ledger: Reader, document: str) -> int:
    """A number of 32 bits from the document's id; where another has it, the next free one."""
    number = int(document.removeprefix("d_")[:8], 16)
    while ledger.execute("SELECT 1 FROM sketches WHERE number = ?", (number - NUMBERS // 2,)).fetchone():
        number = (number + 1) % NUMBERS
    return number - NUMBERS // 2


def save_unlinked(ledger: Writer, documents: Iterable[str]) -> None:
    """Let documents wait to be compared again; part of the caller's transaction where there is one."""
    ids = sorted(set(documents))
    _drop(ledger, ids)
    for table in ("unlinked", "unsettled"):
        ledger.connection.executemany(
            f"INSERT INTO {table} (document) SELECT id FROM documents WHERE id = ? ON CONFLICT DO NOTHING",
            [(id,) for id in ids],
        )


def _drop(ledger: Writer, documents: Sequence[str]) -> None:
    """Take documents out of the index. Their links stay, so that they still belong to their families."""
    marks = json.dumps(list(documents))
    query = "DELETE FROM sketches WHERE document IN (SELECT value FROM json_each(?))"
    if ledger.connection.execute(query, (marks,)).rowcount:
        save_unindexed(ledger)


def save_unindexed(ledger: Writer) -> None:
    """Remove features of documents that are not in the index any more: one look at all there are."""
    ledger.connection.execute("DELETE FROM features WHERE number NOT IN (SELECT number FROM sketches)")


def find_unsettled(ledger: Reader, most: int) -> tuple[str, ...]:
    """Documents whose families wait to be found anew, those with the lowest ids."""
    rows = ledger.execute("SELECT document FROM unsettled ORDER BY document LIMIT ?", (most,))
    return tuple(document for (document,) in rows)


def find_unsettled_among(ledger: Reader, documents: Iterable[str]) -> set[str]:
    """Those of these documents whose families wait to be found anew."""
    query = "SELECT document FROM unsettled WHERE document IN (SELECT value FROM json_each(?))"
    return {document for (document,) in ledger.execute(query, (json.dumps(sorted(documents)),))}


def find_ties(ledger: Reader, document: str) -> list[Tie]:
    """All links of a document, without their passages."""
    rows = ledger.execute(
        "SELECT first, second, joins, max(first_share, second_share) * wording AS strength FROM links"
        " WHERE first = :id AND passages <> '[]'"
        " UNION ALL SELECT first, second, joins, max(first_share, second_share) * wording FROM links"
        " WHERE second = :id AND passages <> '[]'",
        {"id": document},
    )
    return [Tie((row[0], row[1]), bool(row[2]), row[3]) for row in rows]


def find_compared(ledger: Reader, pairs: Iterable[Pair]) -> set[Pair]:
    """Those of these pairs that were compared, whether they share something or not."""
    query = "SELECT 1 FROM links WHERE first = ? AND second = ?"
    return {pair for pair in pairs if ledger.execute(query, pair).fetchone()}


def find_alignments(ledger: Reader, pairs: Iterable[Pair]) -> dict[Pair, Alignment]:
    """What the documents of these pairs share, where they were compared; the lower id stands first."""
    query = "SELECT * FROM links WHERE first = ? AND second = ?"
    found = (ledger.execute(query, pair).fetchone() for pair in pairs)
    return {(row["first"], row["second"]): _alignment(row) for row in found if row is not None}


def _alignment(row: Row) -> Alignment:
    rows = json.loads(row["passages"])
    passages = tuple(Passage(Span(a, b), Span(c, d)) for a, b, c, d in rows)
    return Alignment(passages, row["first_share"], row["second_share"], row["wording"], row["order"])


# What must not be found, each with the document that is to be compared again.
FAULTS: Final = {
    "was not compared with the others, nor does it wait": """
        SELECT id FROM documents WHERE id NOT IN (SELECT document FROM sketches)
            AND id NOT IN (SELECT document FROM unlinked)""",
    "its features are not all there": """
        SELECT document FROM sketches s WHERE size <> (SELECT count(*) FROM features f WHERE f.number = s.number)""",
    "it shares more with another than it holds": """
        SELECT DISTINCT l.first FROM links l JOIN documents a ON a.id = l.first JOIN documents b ON b.id = l.second
        JOIN json_each(l.passages) p WHERE json_extract(p.value, '$[1]') > length(a.text)
            OR json_extract(p.value, '$[3]') > length(b.text)""",
    "its family has other members than it says": """
        SELECT first FROM families WHERE articles <> (SELECT count(*) FROM members WHERE family = first)
            OR first NOT IN (SELECT document FROM members WHERE family = first)""",
    "it derives from another within a family that is not its own": """
        SELECT child FROM derivations x
        WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.document = x.child AND m.family = x.family)""",
    "a quotation of it does not stand in its text": """
        SELECT DISTINCT q.child FROM quotes q JOIN documents c ON c.id = q.child JOIN documents p ON p.id = q.parent
        WHERE q.child_end > length(c.text) OR q.parent_end > length(p.text)
            OR q.child_begin >= q.child_end OR q.parent_begin >= q.parent_end""",
}


def find_lineage_faults(ledger: Reader) -> Iterator[tuple[str, str]]:
    """What is wrong with links and families: the document that is to be compared again, and what is wrong with it."""
    for what, query in FAULTS.items():
        for (document,) in ledger.execute(f"SELECT * FROM ({query}) ORDER BY 1"):
            yield document, what


def find_orphaned_features(ledger: Reader) -> int:
    """How many features belong to no document."""
    query = "SELECT count(*) FROM features WHERE number NOT IN (SELECT number FROM sketches)"
    return int(ledger.execute(query).fetchone()[0])
