"""Claims across articles as a list: which are asked for, in which order, and who is for and against each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.store.connection import Reader, Row, Value
from sayso.store.lists import claim_query, midnight
from sayso.store.remembered import remembered
from sayso.store.reviews import find_reviewers
from sayso.types.event import EventType
from sayso.types.listed import ListedProposition, PropositionSort, PropositionWanted, ToldHere
from sayso.types.weighing import Modality, OriginKind, Side, Standing

ORDER: Final = {
    PropositionSort.ARTICLES: "p.articles DESC, p.whole DESC, p.against_most DESC, p.most DESC, p.id DESC",
    PropositionSort.DISPUTE: "p.against_most DESC, p.articles DESC, p.id DESC",
    PropositionSort.ORIGINS: "p.least DESC, p.most DESC, p.articles DESC, p.id DESC",
    PropositionSort.NEW: "p.first_seen DESC, p.id DESC",
    PropositionSort.LATEST: "p.last_seen DESC, p.id DESC",
}
PLAIN: Final = "propositions p"
# By these words SQLite knows that the index of intervals, which was made with them, has all that is wanted.
DATED: Final = "(p.since IS NOT NULL OR p.until IS NOT NULL)"
UNDATED: Final = "p.since IS NULL AND p.until IS NULL"
PRIVATE: Final = "a person of one article"
NO_OUTLET: Final = "an article of unknown outlet"
DOCUMENT: Final = re.compile("d_[0-9a-f]{16}")  # what an article is called of which no outlet is known
# Names that say what somebody is and not who: they stand behind those that do.
FIRST: Final = (OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.WITNESS, OriginKind.CHANNEL)


def find_propositions(ledger: Reader, wanted: PropositionWanted) -> Iterator[ListedProposition]:
    """The claims across articles that are asked for, one at a time."""
    where, values = asked_where(ledger, wanted)
    reviewers = find_reviewers(ledger)
    numbers = ledger.execute(  # of those alone that are shown, all columns are read
        f"SELECT p.n FROM {_source(wanted)} WHERE {where} ORDER BY {ORDER[wanted.sort]} LIMIT ? OFFSET ?",
        (*values, -1 if wanted.limit is None else wanted.limit, wanted.skip),
    )
    for (n,) in numbers:
        row = ledger.execute("SELECT * FROM propositions WHERE n = ?", (n,)).fetchone()
        yield _listed(ledger, row, reviewers.get(n, ()))


def find_propositions_numbered(ledger: Reader, numbers: Iterable[int]) -> tuple[ListedProposition, ...]:
    """Claims across articles by their numbers, in the order given; those that are there."""
    found = (ledger.execute("SELECT * FROM propositions WHERE n = ?", (n,)).fetchone() for n in numbers)
    return tuple(_listed(ledger, row, ()) for row in found if row is not None)


def find_proposition_of(ledger: Reader, claim: str) -> ListedProposition | None:
    """The claim across articles that an article's claim belongs to; ``None`` where it was not compared with others."""
    row = ledger.execute(
        "SELECT p.* FROM assertions a JOIN tellings t ON t.number = a.number"
        " JOIN propositions p ON p.n = t.proposition WHERE a.id = ?",
        (claim,),
    ).fetchone()
    return _listed(ledger, row, ()) if row is not None else None


def find_propositions_of(ledger: Reader, ids: Iterable[str]) -> Iterator[ListedProposition]:
    """The claims across articles with these ids that are there, those that most articles tell first."""
    rows = ledger.execute(
        "SELECT p.* FROM propositions p WHERE p.id IN (SELECT value FROM json_each(?))"
        f" ORDER BY {ORDER[PropositionSort.ARTICLES]}",
        (json.dumps(sorted(set(ids))),),
    )
    found = rows.fetchall()
    reviewers = find_reviewers(ledger) if found else {}
    for row in found:
        yield _listed(ledger, row, reviewers.get(row["n"], ()))


def find_told_here(ledger: Reader, document: str) -> dict[str, ToldHere]:
    """What became of an article's claims across articles, by the ids of its claims; without those not compared yet."""
    rows = ledger.execute(
        "SELECT a.id AS claim, p.id AS proposition, t.side, p.n, p.standing, p.articles, p.texts, p.least, p.most,"
        " p.against_least, p.against_most FROM assertions a JOIN tellings t ON t.number = a.number"
        " JOIN propositions p ON p.n = t.proposition WHERE a.document = ?",
        (document,),
    )
    reviewers = find_reviewers(ledger)
    plain = ("articles", "texts", "least", "most", "against_least", "against_most")
    return {
        row["claim"]: ToldHere(
            row["claim"],
            row["proposition"],
            Side(row["side"]),
            Standing(row["standing"]),
            **{name: row[name] for name in plain},
            reviewed_by=reviewers.get(row["n"], ()),
        )
        for row in rows
    }


def find_proposition_count(ledger: Reader, wanted: PropositionWanted, most: int) -> int:
    """How many claims across articles are asked for, whatever the limit; not counted beyond ``most``."""
    where, values = asked_where(ledger, wanted)
    return _count(ledger, _source(wanted), where, values, most)


def find_undated_proposition_count(ledger: Reader, wanted: PropositionWanted, most: int) -> int:
    """How many ``since`` and ``until`` leave out only as the time of the event is unknown, up to ``most``."""
    where, values = asked_where(ledger, wanted, dated=False)
    return _count(ledger, PLAIN, f"{where} AND {UNDATED}", values, most)


def find_copied_count(ledger: Reader, wanted: PropositionWanted, most: int) -> int:
    """How many are left out as they were read in copies only, up to ``most``."""
    if wanted.copies:
        return 0
    where, values = asked_where(ledger, wanted, only=True)
    return _count(ledger, PLAIN, where, values, most)


def _source(wanted: PropositionWanted) -> str:
    """What to select from: where a stretch of time is asked for, an index that holds all that may be asked."""
    return PLAIN if wanted.since is None and wanted.until is None else f"{PLAIN} INDEXED BY propositions_by_interval"


def _count(ledger: Reader, source: str, where: str, values: list[Value], most: int) -> int:
    query = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT ?)"
    return int(ledger.execute(query, (*values, most)).fetchone()[0])


def asked_where(
    ledger: Reader, wanted: PropositionWanted, *, dated: bool = True, only: bool = False
) -> tuple[str, list[Value]]:
    """WHERE, for ``propositions p``, and its values; ``only`` asks for what ``copies`` leaves out."""
    copies = True if only else None if wanted.copies else False
    parts: list[str] = []
    values: list[Value] = []
    query = claim_query((wanted.about, wanted.about_keys), (wanted.by, wanted.by_keys))
    if query is not None:
        parts.append("p.n IN (SELECT value FROM json_each(?))")
        values.append(_matching(ledger, query, public=wanted.by is not None))
    plain = {
        "p.type = ?": wanted.type,
        "p.mode = ?": wanted.mode,
        "p.standing = ?": wanted.standing.value if wanted.standing else None,
        "p.least >= ?": wanted.origins,
        "p.first_seen >= ?": wanted.new,
    }
    for part, value in plain.items():
        if value is not None:
            parts.append(part)
            values.append(value)
    if wanted.site is not None:
        parts.append("(p.site = ? COLLATE NOCASE" + (" OR p.country = ?)" if wanted.country else ")"))
        values += [wanted.site] + ([wanted.country] if wanted.country else [])
    if wanted.at is not None:
        parts.append("p.latitude = ? AND p.longitude = ?")
        values += wanted.at
    if copies is not None:
        parts.append(f"p.copied = {int(copies)}")
    if dated:
        parts += _stretch(wanted, values)
    return " AND ".join(parts) or "1", values


def _matching(ledger: Reader, query: str, *, public: bool) -> str:
    """The numbers of the claims with an assertion that a query of the index of words finds, as JSON.

    ``public``: not by the name of a private person. They are looked up once for the several questions of one list.
    """
    named = " AND (c.voice_kind <> 'person' OR c.voice_public)" if public else ""

    def find() -> str:
        rows = ledger.execute(
            "SELECT DISTINCT t.proposition FROM claims_index i JOIN claims c ON c.n = i.rowid JOIN assertions a"
            f" ON a.id = c.id JOIN tellings t ON t.number = a.number WHERE claims_index MATCH ?{named}",
            (query,),
        )
        return json.dumps([n for (n,) in rows])

    return remembered(ledger, ("matching", query, public), find)


def _stretch(wanted: PropositionWanted, values: list[Value]) -> Iterator[str]:
    """That the event touches a stretch of time; values are added."""
    if wanted.since is not None or wanted.until is not None:
        yield DATED
    if wanted.since is not None:
        values += [midnight(wanted.since)] * 2
        yield "(p.until IS NULL OR p.until > ? OR p.since >= ?)"
    if wanted.until is not None:
        values.append(midnight(wanted.until))
        yield "(p.since IS NULL OR p.since < ?)"


def _listed(ledger: Reader, row: Row, reviewed_by: tuple[str, ...]) -> ListedProposition:
    told = [_names(ledger, row["n"], side) for side in ("supports", "denies")]
    plain = {name: row[name] for name in ListedProposition.__slots__ if name in row.keys()}
    plain |= {
        "type": EventType(row["type"]).value if row["type"] else None,
        "modality": Modality(row["modality"]),
        "standing": Standing(row["standing"]),
        "who_is_for": told[0],
        "who_is_against": told[1],
        "reviewed_by": reviewed_by,
    }
    return ListedProposition(**plain)


def _names(ledger: Reader, proposition: int, side: str) -> tuple[str, ...]:
    """Who is on a side, those known by name first, and of these who is cited most."""
    rows = ledger.execute(
        f"SELECT kind, CASE WHEN public THEN name ELSE ? END AS name, {side} AS count FROM origins"
        f" WHERE proposition = ? AND {side} > 0",
        (PRIVATE, proposition),
    ).fetchall()
    place = {kind.value: k for k, kind in enumerate(FIRST)}
    rows.sort(key=lambda row: (place.get(row["kind"], len(place)), -row["count"], row["name"]))
    return tuple(dict.fromkeys(_name(row["kind"], row["name"]) for row in rows))


def _name(kind: str, name: str) -> str:
    plain = NO_OUTLET if DOCUMENT.fullmatch(name) else name
    return f"{plain} (naming nobody)" if kind == OriginKind.UNSOURCED.value else plain
