"""Claims across articles, as they are kept and found again: what is claimed, by whom, and on whose word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.store.assertions import find_assertions_of, find_weighed_articles, number_of, told_plainly
from sayso.store.connection import Reader, Row, Writer
from sayso.store.faults import Fault, save_claim_faults
from sayso.store.matches import find_carried, find_related, find_tied
from sayso.store.packing import pack, unpack
from sayso.types.event import EventType
from sayso.types.weighing import Assertion, Carried, Modality, Origin, OriginKind, Proposition, Setting, Side, Weighed

UNDATED: Final = "~"  # stands behind every date


@dataclass(frozen=True, slots=True)
class Made:
    """A claim across articles that is to be kept.

    ``members`` are the numbers of all assertions and their sides, also of those copies that ``proposition`` leaves out
    as they are too many to look at; ``articles`` counts the articles of all. ``basis`` is a hash of all that it was
    found from. ``copied``: it was read in copies only, in words of which their originals have no claim.
    ``whole``: its text says something on its own.
    """

    basis: bytes
    proposition: Proposition
    members: Mapping[int, Side]
    articles: int
    copied: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Bare:
    """An assertion as it is kept; ``told`` is packed."""

    number: int
    document: str
    modality: str
    told: bytes

    def told_plainly(self) -> Assertion:
        """The assertion itself."""
        return told_plainly(self.told)


def find_bases(ledger: Reader, numbers: Iterable[int]) -> dict[bytes, int]:
    """The claims across articles that these assertions belong to now: the number of each by its basis."""
    rows = ledger.execute(
        "SELECT DISTINCT p.basis, p.n FROM json_each(?) w JOIN tellings t ON t.number = w.value"
        " JOIN propositions p ON p.n = t.proposition",
        (json.dumps(sorted(set(numbers))),),
    )
    return dict(rows.fetchall())


def save_propositions(
    ledger: Writer,
    numbers: Sequence[int],
    kept: Iterable[int],
    made: Iterable[Made],
    faults: Iterable[Fault] = (),
    version: str = "",
) -> None:
    """Keep what these assertions tell, in place of what they told before but for the claims ``kept``: all or nothing.

    They then wait no more, nor do those of ``faults``, of which this ``version`` of Sayso could make no claim. Other
    assertions of a claim that goes wait instead.
    """
    run = ledger.connection.execute
    with ledger.transaction():
        marks = json.dumps(sorted(set(numbers)))
        gone = set(find_bases(ledger.read, numbers).values()) - set(kept)
        for n in sorted(gone):
            run(
                "INSERT INTO unweighed (number) SELECT number FROM tellings WHERE proposition = ?"
                " ON CONFLICT DO NOTHING",
                (n,),
            )
            run("DELETE FROM propositions WHERE n = ?", (n,))
        for found in made:
            _keep(ledger, found)
        save_claim_faults(ledger, numbers, faults, version)
        run("DELETE FROM unweighed WHERE number IN (SELECT value FROM json_each(?))", (marks,))


def save_inner(ledger: Writer, numbers: Iterable[int], *, inner: bool) -> None:
    """Note of the claims of these assertions whether they were found within what is tied too widely to be looked at
    as a whole; part of the caller's transaction.
    """
    ledger.connection.execute(
        "UPDATE propositions SET within = ?2 WHERE within <> ?2 AND n IN ("
        "SELECT t.proposition FROM json_each(?1) w JOIN tellings t ON t.number = w.value)",
        (json.dumps(sorted(numbers)), int(inner)),
    )


def save_wholes(ledger: Writer, numbers: Iterable[int]) -> None:
    """Let those wait that these are tied to and whose claims were found as part of a smaller whole.

    Part of the caller's transaction.
    """
    known = set(numbers)
    tied = json.dumps(sorted(find_tied(ledger.read, known) - known))
    ledger.connection.execute(
        "INSERT INTO unweighed (number) SELECT t.number FROM json_each(?) w JOIN tellings t ON t.number = w.value"
        " JOIN propositions p ON p.n = t.proposition WHERE NOT p.within ON CONFLICT DO NOTHING",
        (tied,),
    )


def _keep(ledger: Writer, made: Made) -> None:
    row = _row(made)
    columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    n = ledger.connection.execute(f"INSERT INTO propositions ({columns}) VALUES ({values})", row).lastrowid
    sides = {a.id: a.side for a in made.proposition.assertions}
    ledger.connection.executemany(
        "INSERT INTO origins (proposition, place, id, kind, name, camp, public, supports, denies, leaves_open)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(n, place, *_origin_row(origin, sides)) for place, origin in enumerate(made.proposition.weighed.origins)],
    )
    ledger.connection.executemany(
        "INSERT INTO tellings (number, proposition, side) VALUES (?, ?, ?)",
        [(number, n, side.value) for number, side in sorted(made.members.items())],
    )


def _origin_row(origin: Origin, sides: Mapping[str, Side]) -> tuple[str | int | None, ...]:
    told = [sides[id] for id in origin.assertions if id in sides]
    counts = (told.count(Side.FOR), told.count(Side.AGAINST), told.count(Side.OPEN))
    return (origin.id, origin.kind.value, origin.name, origin.camp, int(not _is_private(origin)), *counts)


def _is_private(origin: Origin) -> bool:
    """Whether lists must not name an origin: a person without a public role. "Officials" are nobody in particular."""
    return not origin.public and origin.kind in (OriginKind.NAMED, OriginKind.WITNESS)


def _row(made: Made) -> dict[str, str | int | float | bytes | None]:
    p, weighed = made.proposition, made.proposition.weighed
    return {
        "id": p.id,
        "basis": made.basis,
        "text": p.text,
        "type": p.type.value if p.type else None,
        "mode": p.mode,
        "modality": p.modality.value,
        "articles": made.articles,
        "texts": p.texts,
        "assertions": len(made.members),
        "copied": int(made.copied),
        "whole": int(made.whole),
        "least": weighed.support.least,
        "most": weighed.support.most,
        "against_least": weighed.against.least,
        "against_most": weighed.against.most,
        "standing": weighed.standing.value,
        "standing_reason": weighed.standing_reason,
        "standing_since": weighed.standing_since,
        "first_seen": p.first_seen,
        "last_seen": p.last_seen,
        "since": p.setting.since,
        "until": p.setting.until,
        "site": p.setting.site,
        "country": p.setting.country,
        "latitude": p.setting.latitude,
        "longitude": p.setting.longitude,
        "site_precision": p.setting.precision,
        "weighed": pack(weighed),
    }


def find_proposition(ledger: Reader, id: str) -> Proposition | None:
    """A claim across articles by its id, with all that stands behind it."""
    row = ledger.execute("SELECT * FROM propositions WHERE id = ?", (id,)).fetchone()
    if row is None:
        return None
    sides = {
        number: Side(side)
        for number, side in ledger.execute("SELECT number, side FROM tellings WHERE proposition = ?", (row["n"],))
    }
    found = [replace(a, side=sides[number]) for number, a in find_assertions_of(ledger, sides)]
    articles = find_weighed_articles(ledger, (a.document for a in found))
    dates = {id: article.published or UNDATED for id, article in articles.items()}
    return Proposition(
        id=row["id"],
        text=row["text"],
        type=EventType(row["type"]) if row["type"] else None,
        mode=row["mode"],
        modality=Modality(row["modality"]),
        setting=_setting(row),
        assertions=tuple(sorted(found, key=lambda a: (dates[a.document], a.document, a.place))),
        articles=tuple(sorted(articles.values(), key=lambda a: (a.published or UNDATED, a.id))),
        texts=row["texts"],
        weighed=unpack(Weighed, row["weighed"]),
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        related=find_related(ledger, sides),
    )


def find_basis(ledger: Reader, id: str) -> bytes | None:
    """A hash of all that a claim across articles was found from: while it is the same, so is the claim."""
    row = ledger.execute("SELECT basis FROM propositions WHERE id = ?", (id,)).fetchone()
    return bytes(row[0]) if row else None


def find_carried_into(ledger: Reader, proposition: Proposition) -> tuple[Carried, ...]:
    """What the assertions of a claim have from other articles."""
    return find_carried(ledger, (number_of(a.id) for a in proposition.assertions))


def _setting(row: Row) -> Setting:
    return Setting(
        row["since"],
        row["until"],
        row["site"],
        row["country"],
        row["latitude"],
        row["longitude"],
        row["site_precision"],
    )


def find_proposition_count(ledger: Reader) -> int:
    """How many claims across articles there are."""
    return int(ledger.execute("SELECT count(*) FROM propositions").fetchone()[0])


def find_bare(ledger: Reader, numbers: Iterable[int]) -> dict[str, Bare]:
    """Assertions as they are kept, by id, in the order of their numbers."""
    rows = ledger.execute(
        "SELECT id, number, document, modality, told FROM assertions"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
        (json.dumps(sorted(set(numbers))),),
    )
    return {row[0]: Bare(*tuple(row)[1:]) for row in rows}


# What must not be found, each with the document whose claims are to be compared again.
FAULTS: Final = {
    "its claims were not compared with others, nor do they wait": """
        SELECT document FROM readings WHERE document NOT IN (SELECT document FROM kinship)
            AND document NOT IN (SELECT document FROM unasserted)
            AND document NOT IN (SELECT document FROM unmatched)""",
    "a claim of it belongs to no claim across articles, nor does it wait": """
        SELECT DISTINCT document FROM assertions WHERE number NOT IN (SELECT number FROM tellings)
            AND number NOT IN (SELECT number FROM unweighed) AND number NOT IN (SELECT number FROM claim_faults)
            AND document NOT IN (SELECT document FROM unmatched)""",
    "a claim across articles holds other assertions than it says": """
        SELECT a.document FROM propositions p JOIN tellings t ON t.proposition = p.n
        JOIN assertions a ON a.number = t.number GROUP BY p.n
        HAVING count(*) <> p.assertions OR count(DISTINCT a.document) <> p.articles""",
    "a claim of it is compared that its reading does not have": """
        SELECT DISTINCT a.document FROM assertions a WHERE NOT EXISTS (
            SELECT 1 FROM claims c WHERE c.document = a.document AND c.place = a.place AND c.id = a.id)""",
}


def find_claim_faults(ledger: Reader) -> Iterator[tuple[str, str]]:
    """What is wrong with claims across articles: a document whose claims are to be compared again, and what it is."""
    for what, query in FAULTS.items():
        for (document,) in ledger.execute(f"SELECT * FROM ({query}) ORDER BY 1"):
            yield document, what
