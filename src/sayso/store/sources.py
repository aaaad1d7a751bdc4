"""Who speaks across articles: how often, under which names, when, what, and who repeats it.

Private persons have no key, and so no name here: they are counted. The tables ``speakers``, ``spellings`` and ``heard``
are kept by triggers, so that a list costs no look at all voices.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.store.connection import Reader, Row, Value
from sayso.types.attribution import VoiceKind
from sayso.types.speakers import Repeater, Said, Source, SourceWanted
from sayso.types.weighing import Modality, Standing

# Claims and articles of one source that are looked at for one answer, the latest ones: milliseconds, also for a
# ministry that thousands of articles cite.
LATEST: Final = 1_000
MONTH, DAY = len("2022-03"), len("2022-03-08")
USUAL: Final = (  # the spelling that most articles have; of those as frequent, the longest, then the first
    "(SELECT name FROM spellings n WHERE n.kind = s.kind AND n.key = s.key"
    " ORDER BY n.voices DESC, length(n.name) DESC, n.name LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """How often articles of one day (month or year, where no more is known) make a source say something."""

    day: str
    attributions: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name of a source, and how many articles' voices have it."""

    name: str
    voices: int


@dataclass(frozen=True, slots=True)
class Brought:
    """An article with a source's word; ``derived`` where it was made from another article."""

    document: str
    published: str | None
    outlet: str | None
    title: str | None
    derived: bool


def find_sources(ledger: Reader, kind: VoiceKind | None = None, *, apart: bool = False) -> Iterator[Source]:
    """Who speaks: first those that one name means everywhere, most attributions first; then the others by kind.

    Unnamed groups, private persons and whatever has no key are never joined across articles: they stand in one row for
    each kind, or with ``apart`` in a row for each voice of each article, private persons without their names. The
    articles' own voice is left out.
    """
    yield from find_named_sources(ledger, SourceWanted(kind=kind))
    yield from _apart(ledger, kind) if apart else find_unjoined_sources(ledger, kind)


def find_named_sources(ledger: Reader, wanted: SourceWanted) -> Iterator[Source]:
    """The sources asked for that one name means everywhere, those with most attributions first."""
    source, where, values = _asked(wanted)
    rows = ledger.execute(
        f"SELECT s.*, {USUAL} AS name FROM {source} WHERE {where}"
        " ORDER BY s.attributions DESC, s.articles DESC, s.kind, s.key LIMIT ? OFFSET ?",
        (*values, -1 if wanted.limit is None else wanted.limit, wanted.skip),
    )
    for row in rows:
        yield _source(ledger, row)


def find_source_count(ledger: Reader, wanted: SourceWanted, most: int) -> int:
    """How many such sources there are, whatever the limit; not counted beyond ``most``."""
    source, where, values = _asked(wanted)
    query = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {where} LIMIT ?)"
    return int(ledger.execute(query, (*values, most)).fetchone()[0])


def find_unjoined_sources(ledger: Reader, kind: VoiceKind | None = None) -> Iterator[Source]:
    """How many voices of each kind have no name that means the same one everywhere."""
    given = " AND s.kind = ?" if kind else ""
    rows = ledger.execute(
        f"SELECT s.*, NULL AS name FROM speakers s WHERE s.key = ''{given} ORDER BY s.attributions DESC, s.kind",
        (kind.value,) if kind else (),
    )
    for row in rows:
        yield _source(ledger, row)


def find_source(ledger: Reader, kind: VoiceKind, key: str) -> Source | None:
    """The source of this kind and key; ``None`` where there is none, as for every private person."""
    row = ledger.execute(
        f"SELECT s.*, {USUAL} AS name FROM speakers s WHERE s.kind = ? AND s.key = ? AND s.key <> ''",
        (kind.value, key),
    ).fetchone()
    return _source(ledger, row) if row is not None else None


def find_namesakes(ledger: Reader, kind: VoiceKind, key: str) -> tuple[Source, ...]:
    """Sources of other kinds under the same key: an outlet that is also cited as an organisation."""
    found = (find_source(ledger, other, key) for other in VoiceKind if other is not kind)
    return tuple(source for source in found if source is not None)


def find_spellings(ledger: Reader, kind: VoiceKind, key: str) -> tuple[Spelling, ...]:
    """Under which names a source appears, the most frequent first."""
    rows = ledger.execute(
        "SELECT name, voices FROM spellings WHERE kind = ? AND key = ? ORDER BY voices DESC, length(name) DESC, name",
        (kind.value, key),
    )
    return tuple(Spelling(name, voices) for name, voices in rows)


def find_heard(ledger: Reader, kind: VoiceKind, key: str, *, months: bool = False) -> tuple[Heard, ...]:
    """How often a source is made to say something, day by day or month by month; what has no date is left out."""
    rows = ledger.execute(
        "SELECT substr(day, 1, ?1) AS unit, sum(attributions) FROM heard WHERE kind = ?2 AND key = ?3"
        " GROUP BY unit ORDER BY unit",
        (MONTH if months else DAY, kind.value, key),
    )
    return tuple(Heard(day, count) for day, count in rows)


def find_said(
    ledger: Reader, kind: VoiceKind, key: str, limit: int | None = None, skip: int = 0
) -> tuple[tuple[Said, ...], int]:
    """Claims across articles that rest on a source, those that it is cited with in most articles first.

    ``limit`` of them behind the first ``skip``; then how many there are. Only the 1,000 claims of articles are looked
    at that were read last.
    """
    rows = ledger.execute(
        "WITH mine AS (SELECT c.document, c.place,"
        " (SELECT v.published FROM voices v WHERE v.document = c.document LIMIT 1) AS published"
        " FROM claims c WHERE c.voice_key = ? AND c.voice_kind = ? ORDER BY c.n DESC LIMIT ?)"
        " SELECT t.proposition, count(DISTINCT m.document) AS said_in, sum(t.side = 'for'), sum(t.side = 'against'),"
        " sum(t.side = 'open'), min(m.published), max(m.published), count(*) OVER () FROM mine m"
        " CROSS JOIN assertions a ON a.document = m.document AND a.place = m.place"
        " CROSS JOIN tellings t ON t.number = a.number"
        " GROUP BY t.proposition ORDER BY said_in DESC, max(m.published) DESC, t.proposition LIMIT ? OFFSET ?",
        (key, kind.value, LATEST, -1 if limit is None else limit, skip),
    ).fetchall()
    return tuple(_said(ledger, row) for row in rows), rows[0][7] if rows else 0


def find_repeaters(ledger: Reader, kind: VoiceKind, key: str, limit: int) -> tuple[tuple[Repeater, ...], int]:
    """Outlets that bring a source's word, those with most articles first, and how many such outlets there are.

    Only the 1,000 articles are looked at that were published last.
    """
    rows = ledger.execute(
        "WITH mine AS (SELECT DISTINCT document, published FROM voices WHERE key = ? AND kind = ?"
        " ORDER BY published DESC LIMIT ?)"
        " SELECT d.publisher, count(*), sum(EXISTS (SELECT 1 FROM derivations x WHERE x.child = m.document)),"
        " min(m.published), max(m.published), count(*) OVER () FROM mine m CROSS JOIN documents d ON d.id = m.document"
        " GROUP BY d.publisher ORDER BY 2 DESC, d.publisher IS NULL, d.publisher LIMIT ?",
        (key, kind.value, LATEST, limit),
    ).fetchall()
    return tuple(Repeater(*tuple(row)[:5]) for row in rows), rows[0][5] if rows else 0


def find_brought(ledger: Reader, kind: VoiceKind, key: str, limit: int) -> tuple[Brought, ...]:
    """The articles with a source's word that were published last."""
    rows = ledger.execute(
        "WITH mine AS (SELECT DISTINCT document, published FROM voices WHERE key = ? AND kind = ?"
        " ORDER BY published DESC, document LIMIT ?)"
        " SELECT d.id, m.published, d.publisher, d.title, EXISTS (SELECT 1 FROM derivations x WHERE x.child = d.id)"
        " FROM mine m CROSS JOIN documents d ON d.id = m.document ORDER BY m.published DESC, d.id",
        (key, kind.value, limit),
    )
    return tuple(Brought(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows)


def _asked(wanted: SourceWanted) -> tuple[str, str, list[Value]]:
    """FROM, WHERE and their values."""
    source, parts, values = "speakers s", ["s.key <> ''"], list[Value]()
    if wanted.name is not None:
        # From the names to the speakers: the other way round SQLite looks at every speaker where few have such a name.
        source = (
            "(SELECT kind, key FROM spellings WHERE name LIKE ? ESCAPE '\\' UNION SELECT kind, key FROM speakers"
            f" WHERE kind IN ({', '.join(repr(kind.value) for kind in VoiceKind)})"
            " AND key IN (SELECT value FROM json_each(?))) m CROSS JOIN speakers s ON s.kind = m.kind AND s.key = m.key"
        )
        values += [f"%{_escaped(wanted.name)}%", json.dumps(wanted.name_keys)]
    if wanted.kind is not None:
        parts.append("s.kind = ?")
        values.append(wanted.kind.value)
    return source, " AND ".join(parts), values


def _escaped(words: str) -> str:
    """Words in which a pattern's signs stand for themselves."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _source(ledger: Reader, row: Row) -> Source:
    key = row["key"] or None
    first, last = (
        ledger.execute(
            f"SELECT {end}(published) FROM voices WHERE key IS ? AND kind = ?", (key, row["kind"])
        ).fetchone()[0]
        for end in ("min", "max")
    )
    name = (row["name"] or key) if key else None
    counts = (row["voices"], row["attributions"], row["articles"])
    return Source(VoiceKind(row["kind"]), name, None, *counts, first, last, key)


def _apart(ledger: Reader, kind: VoiceKind | None) -> Iterator[Source]:
    given = " AND v.kind = ?" if kind else ""
    rows = ledger.execute(
        "SELECT v.kind, CASE WHEN v.kind <> 'person' THEN v.name END, v.document, 1, v.attributions, 1, v.published,"
        f" v.published FROM voices v WHERE v.kind <> 'article' AND v.key IS NULL{given}"
        " ORDER BY v.kind, v.published DESC, v.document, v.id",
        (kind.value,) if kind else (),
    )
    for row in rows:
        yield Source(VoiceKind(row[0]), *tuple(row)[1:])


def _said(ledger: Reader, counted: Row) -> Said:
    n, said_in, supports, denies, leaves_open, first, last = tuple(counted)[:7]
    row = ledger.execute(
        "SELECT id, text, modality, standing, articles, least, most, against_least, against_most FROM propositions"
        " WHERE n = ?",
        (n,),
    ).fetchone()
    return Said(
        id=row["id"],
        text=row["text"],
        modality=Modality(row["modality"]),
        supports=supports,
        denies=denies,
        leaves_open=leaves_open,
        said_in=said_in,
        said_first=first,
        said_last=last,
        standing=Standing(row["standing"]),
        articles=row["articles"],
        least=row["least"],
        most=row["most"],
        against_least=row["against_least"],
        against_most=row["against_most"],
    )
