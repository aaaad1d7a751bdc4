"""What intake gave: inputs, documents with their sightings, rejections; and the queue of what waits to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.store.connection import Reader, Row, Writer
from sayso.types.document import Basis, Document, Known, Rejection, Stage
from sayso.types.listed import SetAside

FACTS = ("title", "publisher", "published", "url")
SHAPE = ("format", "language", "body_begin")  # how the text was met: one text may come from a page and from a file
MOST_ATTEMPTS = 2  # readings of one document begun and never ended, from which on it is read apart from all others


@dataclass(frozen=True, slots=True)
class Input:
    """A file or stream by its bytes: ``outcomes`` of it are kept, all of them if ``complete``."""

    n: int
    outcomes: int
    complete: bool


def save_input(ledger: Writer, origin: str, sha256: str, size: int, now: str) -> Input:
    """The input, entered if these bytes were not met at this place before. ``now`` is ISO 8601 in UTC.

    What could not be opened is told by an empty ``sha256``; that it could not is forgotten once it can.
    """
    if sha256:
        ledger.connection.execute("DELETE FROM inputs WHERE origin = ? AND sha256 = ''", (origin,))
    ledger.connection.execute(
        "INSERT INTO inputs (origin, sha256, bytes, taken) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (origin, sha256, size, now),
    )
    row = ledger.connection.execute(
        "SELECT n, outcomes, complete FROM inputs WHERE origin = ? AND sha256 = ?", (origin, sha256)
    ).fetchone()
    return Input(row["n"], row["outcomes"], bool(row["complete"]))


def save_outcomes(
    ledger: Writer, given: Input, first: int, outcomes: Sequence[Document | Rejection], now: str, *, last: bool
) -> int:
    """Keep the outcomes number ``first`` and following of an input in one transaction; how many texts are new.

    ``last`` says that the input has no more. An outcome that is kept already is passed over, so that taking in again
    adds nothing twice.
    """
    new = 0
    with ledger.transaction():
        for place, outcome in enumerate(outcomes, first):
            if isinstance(outcome, Document) and find_forgotten(ledger.read, outcome.id):
                message = f"{outcome.origin}: was forgotten on purpose, and is not taken in again"
                outcome = Rejection(outcome.origin, Stage.INTAKE, "forgotten", message)
            if isinstance(outcome, Rejection):
                _reject(ledger, outcome, now, input=given.n, place=place)
            else:
                new += _sight(ledger, outcome, given.n, place)
        ledger.connection.execute(
            "UPDATE inputs SET outcomes = max(outcomes, ?), complete = ? WHERE n = ?",
            (first + len(outcomes), int(last), given.n),
        )
    return new


def find_forgotten(ledger: Reader, document: str) -> bool:
    """Whether a document of this id was forgotten, and so is not to be taken in again."""
    return ledger.execute("SELECT 1 FROM forgotten WHERE id = ?", (document,)).fetchone() is not None


def _reject(
    ledger: Writer,
    found: Rejection,
    now: str,
    *,
    input: int | None = None,
    place: int | None = None,
    document: str = "",
) -> None:
    ledger.connection.execute(
        "INSERT INTO rejections (input, place, document, origin, stage, reason, message, taken)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (input, place, document or None, found.origin, found.stage.value, found.reason, found.message, now),
    )


def _sight(ledger: Writer, found: Document, given: int, place: int) -> int:
    """Keep one sighting; 1 if the text is new."""
    run = ledger.connection.execute
    new = run(
        "INSERT INTO documents (id, text, format, language, body_begin) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (found.id, found.text, found.format, found.language, found.body_begin),
    ).rowcount
    facts = [getattr(found, name) for name in FACTS]
    shape = [getattr(found, name) for name in SHAPE]
    run(
        "INSERT INTO sightings (document, input, place, origin, format, language, body_begin, title, title_basis,"
        " publisher, publisher_basis, published, published_basis, url, url_basis)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (found.id, given, place, found.origin, *shape, *(x for f in facts for x in _split(f))),
    )
    _choose(ledger, found.id)
    return int(new)


def _split(fact: Known | None) -> tuple[str | None, str | None]:
    return (fact.value, fact.basis.value) if fact is not None else (None, None)


def _choose(ledger: Writer, document: str) -> None:
    """Let the sighting speak for a document that is the earliest dated one, whatever the order of intake was.

    What is counted from its date changes with it: the document is read again.
    """
    run = ledger.connection.execute
    best = run(
        "SELECT * FROM sightings WHERE document = ?"
        " ORDER BY published IS NULL, published, url IS NULL, url, publisher IS NULL, publisher, title IS NULL, title,"
        " origin, format, body_begin, language, published_basis, url_basis, publisher_basis, title_basis, n LIMIT 1",
        (document,),
    ).fetchone()
    facts = tuple(best[name] for name in FACTS + SHAPE)
    row = run("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    if row["sighting"] is None or facts != tuple(row[name] for name in FACTS + SHAPE):
        run("INSERT INTO queue (document) VALUES (?) ON CONFLICT DO NOTHING", (document,))
    run(
        "UPDATE documents SET sighting = ?, title = ?, publisher = ?, published = ?, url = ?, format = ?, language = ?,"
        " body_begin = ? WHERE id = ?",
        (best["n"], *facts, document),
    )


def save_failure(ledger: Writer, document: str, found: Rejection, now: str) -> None:
    """Keep why a document could not be read, and take it off the queue."""
    with ledger.transaction():
        ledger.connection.execute("DELETE FROM rejections WHERE document = ?", (document,))
        _reject(ledger, found, now, document=document)
        ledger.connection.execute("DELETE FROM queue WHERE document = ?", (document,))


def save_attempts(ledger: Writer, documents: Sequence[str]) -> None:
    """Note that these documents are about to be read: one that kills the process is not tried for ever."""
    with ledger.transaction():
        for document in documents:
            ledger.connection.execute("UPDATE queue SET attempts = attempts + 1 WHERE document = ?", (document,))


def find_waiting(ledger: Reader, most: int, characters: int) -> tuple[tuple[Document, int], ...]:
    """The next documents that wait to be read, with the attempts begun so far, in the order of their ids.

    At most ``most`` and, but for a single longer one, ``characters`` of text.
    """
    out: list[tuple[Document, int]] = []
    held = 0
    for row in ledger.execute("SELECT document, attempts FROM queue ORDER BY document LIMIT ?", (most,)):
        found = find_document(ledger, row["document"])
        assert found is not None
        held += len(found.text)
        if out and held > characters:
            break
        out.append((found, row["attempts"]))
    return tuple(out)


def find_waiting_count(ledger: Reader) -> int:
    """How many documents wait to be read."""
    return int(ledger.execute("SELECT count(*) FROM queue").fetchone()[0])


def save_reread(ledger: Writer, producer: str) -> None:
    """Let all documents wait to be read again that another producer read, or could not read.

    Their old readings stay until the new ones are there.
    """
    with ledger.transaction():
        ledger.connection.execute(
            "INSERT INTO queue (document) SELECT document FROM readings WHERE producer <> ?"
            " UNION SELECT document FROM rejections WHERE document IS NOT NULL ON CONFLICT DO NOTHING",
            (producer,),
        )


def find_document(ledger: Reader, document: str) -> Document | None:
    """The document of this id, with the facts of the sighting that speaks for it."""
    row = ledger.execute(
        "SELECT d.id, d.text, d.format, d.language, d.body_begin, s.* FROM documents d"
        " JOIN sightings s ON s.n = d.sighting WHERE d.id = ?",
        (document,),
    ).fetchone()
    if row is None:
        return None
    facts = {name: _known(row, name) for name in FACTS}
    return Document(
        row["id"],
        row["text"],
        row["origin"],
        row["format"],
        language=row["language"],
        body_begin=row["body_begin"],
        **facts,
    )


def _known(row: Row, name: str) -> Known | None:
    return Known(row[name], Basis(row[f"{name}_basis"])) if row[name] is not None else None


def find_rejections(ledger: Reader) -> Iterator[Rejection]:
    """Everything that was set aside, in the order of intake; behind it what could not be weighed."""
    for row in ledger.execute("SELECT origin, stage, reason, message FROM set_aside ORDER BY n, origin"):
        yield Rejection(row["origin"], Stage(row["stage"]), row["reason"], row["message"])


def find_set_aside(
    ledger: Reader, stage: Stage | None, reason: str | None, limit: int, skip: int
) -> tuple[tuple[SetAside, ...], int]:
    """What was set aside at a stage, for a reason, last first: ``limit`` behind the first ``skip``; how many there are.

    ``None`` asks for all stages and reasons.
    """
    asked = {"stage = ?": stage.value if stage else None, "reason = ?": reason}
    parts = {part: value for part, value in asked.items() if value is not None}
    where, values = " AND ".join(parts) or "1", tuple(parts.values())
    rows = ledger.execute(
        "SELECT origin, stage, reason, message, taken, document FROM set_aside"
        f" WHERE {where} ORDER BY n DESC, origin LIMIT ? OFFSET ?",
        (*values, limit, skip),
    )
    found = tuple(SetAside(row[0], Stage(row[1]), *tuple(row)[2:]) for row in rows)
    return found, int(ledger.execute(f"SELECT count(*) FROM set_aside WHERE {where}", values).fetchone()[0])


def find_span(ledger: Reader) -> tuple[str | None, str | None]:
    """When the first and the last input were begun (ISO 8601 in UTC); ``None`` where there is none."""
    order = "SELECT taken FROM inputs ORDER BY n {} LIMIT 1"
    rows = [ledger.execute(order.format(way)).fetchone() for way in ("", "DESC")]
    return (rows[0][0], rows[1][0]) if rows[0] else (None, None)
