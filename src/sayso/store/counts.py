"""How much a ledger holds. The numbers add up: each document is counted once as read, waiting or set aside."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sayso.store.connection import Reader


@dataclass(frozen=True, slots=True)
class Rejected:
    """How many inputs or documents were set aside at one stage for one reason."""

    stage: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in a ledger.

    ``inputs`` are files and streams, ``inputs_partly`` those among them that were stopped. ``sightings`` counts each
    time that a document was met, ``copies`` those after the first. ``documents`` are ``read``, ``waiting`` and
    ``unreadable`` together; ``again`` of the read ones wait to be read again. ``read_by`` gives the read ones by
    producer. ``texts`` are the independent ones among the ``linked`` documents, those of one family being one text;
    ``families`` have at least two members. ``propositions`` are claims across articles; the claims of ``unweighed``
    documents are not compared with others yet. ``rejected`` counts all that was set aside, also the inputs of which no
    document came and what could not be weighed; ``forgotten`` the documents that were removed. ``bytes`` is the size of
    the file once its log is written into it.
    """

    inputs: int
    inputs_partly: int
    sightings: int
    copies: int
    documents: int
    read: int
    waiting: int
    unreadable: int
    again: int
    read_by: tuple[tuple[str, int], ...]
    rejected: tuple[Rejected, ...]
    claims: int
    propositions: int
    unweighed: int
    voices: int
    linked: int
    texts: int
    families: int
    forgotten: int
    bytes: int

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, as ``sayso status --output-format json`` writes it."""
        rejected = [asdict(group) for group in self.rejected]
        return {"kind": "status"} | asdict(self) | {"read_by": dict(self.read_by), "rejected": rejected}


NUMBERS = """
    SELECT
        (SELECT count(*) FROM inputs) AS inputs,
        (SELECT count(*) FROM inputs WHERE NOT complete) AS inputs_partly,
        (SELECT count(*) FROM sightings) AS sightings,
        (SELECT count(*) FROM documents) AS documents,
        (SELECT count(*) FROM readings) AS read,
        (SELECT count(*) FROM queue WHERE document NOT IN (SELECT document FROM readings)) AS waiting,
        (SELECT count(*) FROM queue WHERE document IN (SELECT document FROM readings)) AS again,
        (SELECT count(*) FROM rejections WHERE document IS NOT NULL
            AND document NOT IN (SELECT document FROM readings)
            AND document NOT IN (SELECT document FROM queue)) AS unreadable,
        (SELECT count(*) FROM claims) AS claims,
        (SELECT count(*) FROM propositions) AS propositions,
        (SELECT count(*) FROM (SELECT document FROM unasserted UNION SELECT document FROM unmatched)) AS unweighed,
        (SELECT count(*) FROM voices) AS voices,
        (SELECT count(*) FROM documents) - (SELECT count(*) FROM unlinked) AS linked,
        (SELECT count(*) FROM documents) - (SELECT count(*) FROM unlinked)
            - (SELECT coalesce(sum(articles - 1), 0) FROM families) AS texts,
        (SELECT count(*) FROM families WHERE articles > 1) AS families,
        (SELECT count(*) FROM forgotten) AS forgotten
"""


def find_counts(ledger: Reader) -> Counts:
    """The numbers of one moment: that of the transaction that is open, else of the first question."""
    outer = ledger.in_transaction
    if not outer:
        ledger.execute("BEGIN")
    try:
        numbers = dict(ledger.execute(NUMBERS).fetchone())
        read_by = ledger.execute("SELECT producer, count(*) FROM readings GROUP BY 1 ORDER BY 1").fetchall()
        rejected = ledger.execute("SELECT stage, reason, count(*) FROM set_aside GROUP BY 1, 2 ORDER BY 1, 2")
        return Counts(
            copies=numbers["sightings"] - numbers["documents"],
            read_by=tuple((producer, count) for producer, count in read_by),
            rejected=tuple(Rejected(*row) for row in rejected),
            bytes=_size(ledger),
            **numbers,
        )
    finally:
        if not outer:
            ledger.execute("ROLLBACK")


def _size(ledger: Reader) -> int:
    (pages,) = ledger.execute("PRAGMA page_count").fetchone()
    (size,) = ledger.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(size)
