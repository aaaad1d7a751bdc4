"""Lists across articles: the articles themselves, and their claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from sayso.store.connection import Reader, Row, Value
from sayso.store.keys import index_words
from sayso.store.older import find_older
from sayso.store.words import match, quoted, within
from sayso.types.attribution import Polarity, VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Occurrence, Phase, Reality, Stance, Status
from sayso.types.listed import (
    ArticleSort,
    ArticleWanted,
    ClaimSort,
    ClaimWanted,
    ListedArticle,
    ListedClaim,
    State,
    Told,
)

ARTICLE_ORDER: Final = {
    ArticleSort.DATE: "d.published DESC, d.n DESC",
    ArticleSort.OUTLET: "d.publisher IS NULL, d.publisher COLLATE NOCASE, d.published DESC, d.n DESC",
    ArticleSort.TITLE: "d.title IS NULL, d.title COLLATE NOCASE, d.n DESC",
    ArticleSort.CLAIMS: "claims DESC, d.n DESC",
}
STATE: Final = (
    "CASE WHEN EXISTS (SELECT 1 FROM readings r WHERE r.document = d.id) THEN 'read'"
    " WHEN EXISTS (SELECT 1 FROM queue q WHERE q.document = d.id) THEN 'waiting' ELSE 'set aside' END"
)
_READ: Final = "EXISTS (SELECT 1 FROM readings r WHERE r.document = d.id)"
_QUEUED: Final = "d.id IN (SELECT q.document FROM queue q)"
# The same, to be asked for: few wait or were set aside, and these are looked at first.
STATES: Final = {
    State.READ: _READ,
    State.WAITING: f"{_QUEUED} AND NOT {_READ}",
    State.SET_ASIDE: "d.id IN (SELECT x.document FROM rejections x WHERE x.document IS NOT NULL)"
    f" AND NOT {_QUEUED} AND NOT {_READ}",
}
# Outlets are few: theirs is the list that is looked through, as "documents_by_outlet" has it.
OUTLET: Final = (
    "d.publisher IS NULL = 0 AND d.publisher COLLATE NOCASE IN"
    " (SELECT DISTINCT o.publisher FROM documents o WHERE instr(lower(o.publisher), lower(?)) > 0)"
)
CLAIM_ORDER: Final = {
    ClaimSort.LATEST: "c.n DESC",
    ClaimSort.DATE: "c.since DESC, c.n DESC",
    ClaimSort.CONFIDENCE: "c.probability DESC, c.n DESC",
    ClaimSort.ARTICLE: "d.published DESC, d.n DESC, c.place",
}
# What decides first stands first, as in the words of the outputs: see sayso.export.status.tag.
_DENIED: Final = "(c.polarity = 'denied' OR coalesce(c.reality = 'denied', 0))"
_WITHHELD: Final = (
    "(c.polarity = 'withheld' AND (c.reality IS NULL OR"
    " (c.reality = 'asserted' AND c.occurrence = 'happened' AND c.phase <> 'planned')))"
)
_OPEN: Final = f"NOT {_DENIED} AND NOT {_WITHHELD}"
_TELLING: Final = f"{_OPEN} AND c.reality IN ('asserted', 'reported')"
TOLD: Final = {
    Told.DENIED: _DENIED,
    Told.WITHHELD: f"{_WITHHELD} AND NOT {_DENIED}",
    Told.CONDITIONAL: f"{_OPEN} AND c.reality = 'conditional'",
    Told.DID_NOT: f"{_TELLING} AND c.occurrence = 'did-not'",
    Told.PLANNED: f"{_TELLING} AND c.occurrence = 'happened' AND c.phase = 'planned'",
    Told.REPORTED: f"{_OPEN} AND c.reality = 'reported' AND c.occurrence = 'happened' AND c.phase <> 'planned'",
    Told.HAPPENED: f"{_OPEN} AND c.reality = 'asserted' AND c.occurrence = 'happened' AND c.phase <> 'planned'",
}
UNDATED: Final = "c.since IS NULL AND c.until IS NULL"


def find_articles(ledger: Reader, wanted: ArticleWanted) -> Iterator[ListedArticle]:
    """The articles asked for, one at a time."""
    where, values = _articles(wanted)
    claims = "(SELECT count(*) FROM claims c WHERE c.document = d.id) AS claims"
    # An index alone says which rows are wanted, as texts stand in the rows; CROSS keeps their order.
    rows = ledger.execute(
        f"SELECT d.id, d.published, d.publisher, d.title, d.url, d.language, d.format, {STATE} AS state,"
        f" (SELECT count(*) FROM sightings s WHERE s.document = d.id) AS met, {claims},"
        " (SELECT s.origin FROM sightings s WHERE s.n = d.sighting) AS origin"
        f" FROM (SELECT d.n{f', {claims}' if wanted.sort is ArticleSort.CLAIMS else ''} FROM documents d"
        f" WHERE {where} ORDER BY {ARTICLE_ORDER[wanted.sort]} LIMIT ? OFFSET ?) f CROSS JOIN documents d ON d.n = f.n",
        (*values, _most(wanted.limit), wanted.skip),
    )
    for row in rows:
        id, published, outlet, title, url, language, form, state, met, claims, origin = row
        yield ListedArticle(id, published, outlet, title, url, language, form, State(state), met, claims, origin)


def find_article_count(ledger: Reader, wanted: ArticleWanted, most: int | None = None) -> int:
    """How many articles are asked for, whatever the limit; not counted beyond ``most``."""
    where, values = _articles(wanted)
    return _article_count(ledger, where, values, most)


def find_undated_article_count(ledger: Reader, wanted: ArticleWanted, most: int | None = None) -> int:
    """How many articles ``since`` and ``until`` leave out only as they have no date, up to ``most``."""
    where, values = _articles(replace(wanted, since=None, until=None))
    return _article_count(ledger, f"{where} AND d.published IS NULL", values, most)


def _article_count(ledger: Reader, where: str, values: list[Value], most: int | None) -> int:
    query = f"SELECT count(*) FROM (SELECT 1 FROM documents d WHERE {where} LIMIT ?)"
    return int(ledger.execute(query, (*values, _most(most))).fetchone()[0])


def _articles(wanted: ArticleWanted) -> tuple[str, list[Value]]:
    parts = {"d.published >= ?": wanted.since, "d.published < ?": wanted.until, OUTLET: wanted.outlet}
    asked = {part: value for part, value in parts.items() if value is not None}
    state = [STATES[wanted.state]] if wanted.state else []
    return " AND ".join([*asked, *state]) or "1", list(asked.values())


def find_claims(ledger: Reader, wanted: ClaimWanted) -> Iterator[ListedClaim]:
    """The claims asked for, one at a time; those of one article stand in reading order where it comes last read first.

    For words that hundreds of thousands of claims hold, only ``ClaimSort.LATEST`` answers at once: the others look at
    each of them.
    """
    source, where, values = _claims(wanted)
    order = CLAIM_ORDER[wanted.sort]
    if wanted.sort is ClaimSort.LATEST and source.startswith("claims_index"):
        order = "i.rowid DESC"  # the same number: so named, FTS5 gives the rows in this order, and none is sorted
    rows = ledger.execute(
        f"SELECT c.*, d.published, d.publisher, d.title FROM {source} WHERE {where} ORDER BY {order} LIMIT ?",
        (*values, _most(wanted.limit)),
    )
    if wanted.sort is not ClaimSort.LATEST:
        yield from (_claim(ledger, row) for row in rows)
        return
    for _, group in groupby(rows, key=lambda row: row["document"]):
        yield from (_claim(ledger, row) for row in sorted(group, key=lambda row: row["place"]))


def find_claims_of(ledger: Reader, document: str) -> Iterator[ListedClaim]:
    """The claims of one article, in reading order, one at a time."""
    rows = ledger.execute(
        "SELECT c.*, d.published, d.publisher, d.title FROM claims c JOIN documents d ON d.id = c.document"
        " WHERE c.document = ? ORDER BY c.place",
        (document,),
    )
    yield from (_claim(ledger, row) for row in rows)


def find_claim_count(ledger: Reader, wanted: ClaimWanted, most: int) -> int:
    """How many claims are asked for, whatever the limit; not counted beyond ``most``."""
    return _count(ledger, _claims(wanted), most)


def find_undated_count(ledger: Reader, wanted: ClaimWanted, most: int) -> int:
    """How many claims ``since`` and ``until`` leave out only as their time is unknown; not counted beyond ``most``."""
    source, where, values = _claims(wanted, dated=False)
    return _count(ledger, (source, f"{where} AND {UNDATED}", values), most)


def _count(ledger: Reader, query: tuple[str, str, list[Value]], most: int) -> int:
    source, where, values = query
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT ?)"
    return int(ledger.execute(sql, (*values, most)).fetchone()[0])


def _claims(wanted: ClaimWanted, *, dated: bool = True) -> tuple[str, str, list[Value]]:
    """FROM, WHERE and the values of the latter."""
    source = "claims c JOIN documents d ON d.id = c.document"
    parts: list[str] = []
    values: list[Value] = []
    query = claim_query((wanted.about, wanted.about_keys), (wanted.by, wanted.by_keys))
    if query is not None:
        # CROSS keeps the order: the index gives rows in the order of their numbers, so that none has to be sorted.
        source = "claims_index i CROSS JOIN claims c ON c.n = i.rowid CROSS JOIN documents d ON d.id = c.document"
        parts.append("claims_index MATCH ?")
        values.append(query)
    if wanted.by is not None:
        parts.append("(c.voice_kind <> 'person' OR c.voice_public)")
    for column, value in (("c.type", wanted.type), ("c.mode", wanted.mode)):
        if value is not None:
            parts.append(f"{column} = ?")
            values.append(value)
    if wanted.site is not None:
        parts.append("(c.site = ? COLLATE NOCASE" + (" OR c.country = ?)" if wanted.country else ")"))
        values += [wanted.site] + ([wanted.country] if wanted.country else [])
    elif wanted.country is not None:
        parts.append("c.country = ?")
        values.append(wanted.country)
    if wanted.status is not None:
        parts.append(f"({TOLD[wanted.status]})")
    if dated and (wanted.since is not None or wanted.until is not None):
        parts.append(f"NOT ({UNDATED})")
        if wanted.since is not None:
            parts.append("(c.until IS NULL OR c.until > ? OR c.since >= ?)")
            values += [midnight(wanted.since)] * 2
        if wanted.until is not None:
            parts.append("(c.since IS NULL OR c.since < ?)")
            values.append(midnight(wanted.until))
    return source, " AND ".join(parts) or "1", values


def claim_query(about: tuple[str | None, tuple[str, ...]], by: tuple[str | None, tuple[str, ...]]) -> str | None:
    """What the index is asked: words of the claim or a key of who is in it; words of the voice's name or its key."""
    asked = []
    for (words, keys), column, key_column in ((about, "text", "keys"), (by, "voice", "voice_keys")):
        if words is None:
            continue
        query = match(words)
        either = [within(column, query)] if query else []
        either += [within(key_column, quoted(index_words([key]))) for key in keys if key]
        asked.append("(" + " OR ".join(either) + ")" if either else '""')
    return " AND ".join(asked) or None


def _claim(ledger: Reader, row: Row) -> ListedClaim:
    named: dict[str, list[str]] = {"actor": [], "recipient": []}
    for role, name in ledger.execute(
        "SELECT role, name FROM participants WHERE claim = ? ORDER BY role, place", (row["n"],)
    ):
        named[role].append(name)
    settled = row["occurrence"] is not None
    older = find_older(ledger, row["id"], row["text"])
    return ListedClaim(
        id=row["id"],
        document=row["document"],
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        type=row["type"],
        mode=row["mode"],
        status=Status(Occurrence(row["occurrence"]), Phase(row["phase"]), Reality(row["reality"])) if settled else None,
        polarity=Polarity(row["polarity"]),
        who=tuple(named["actor"]),
        to_whom=tuple(named["recipient"]),
        voice=row["voice"] or None,
        voice_kind=VoiceKind(row["voice_kind"]),
        chain=row["chain"],
        certainty=Certainty(row["certainty"]),
        stance=Stance(row["stance"]),
        probability=row["probability"],
        since=row["since"],
        until=row["until"],
        edtf=row["edtf"],
        site=row["site"],
        country=row["country"],
        published=row["published"],
        outlet=row["publisher"],
        title=row["title"],
        older=older.text if older else None,
        older_document=older.document if older else None,
        older_begin=older.begin if older else None,
        older_end=older.end if older else None,
        older_claim=older.claim if older else None,
    )


def midnight(moment: str) -> str:
    """A date as the moment in which it begins: date-times are compared letter by letter."""
    return f"{moment}T00:00:00" if "T" not in moment else moment


def _most(limit: int | None) -> int:
    return -1 if limit is None else limit
