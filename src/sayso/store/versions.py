"""One article among others: its versions, where it was met, and why it was not read."""

from __future__ import annotations

from sayso.store.connection import Reader
from sayso.types.document import Rejection, Stage
from sayso.types.listed import Sighting, Version


def find_versions(ledger: Reader, url: str | None) -> tuple[Version, ...]:
    """All articles of one address, the earliest first, those without a date last; none without an address."""
    if url is None:
        return ()
    rows = ledger.execute(
        "SELECT id, published, title, text FROM documents WHERE url = ? ORDER BY published IS NULL, published, id",
        (url,),
    )
    return tuple(Version(*row) for row in rows)


def find_sightings(ledger: Reader, document: str) -> tuple[Sighting, ...]:
    """Where an article was met, in the order of intake."""
    rows = ledger.execute(
        "SELECT s.origin, i.taken, s.title, s.publisher, s.published, s.url FROM sightings s"
        " JOIN inputs i ON i.n = s.input WHERE s.document = ? ORDER BY i.taken, s.origin, s.n",
        (document,),
    )
    return tuple(Sighting(*row) for row in rows)


def find_set_aside(ledger: Reader, document: str) -> Rejection | None:
    """Why a document that was taken in could not be read; ``None`` for any other."""
    row = ledger.execute(
        "SELECT origin, stage, reason, message FROM rejections WHERE document = ?", (document,)
    ).fetchone()
    return Rejection(row["origin"], Stage(row["stage"]), row["reason"], row["message"]) if row else None


def find_claim_place(ledger: Reader, claim: str) -> tuple[str, int] | None:
    """The document of a claim and its number among the claims there, from 0."""
    row = ledger.execute("SELECT document, place FROM claims WHERE id = ? ORDER BY n", (claim,)).fetchone()
    return (row["document"], row["place"]) if row else None
