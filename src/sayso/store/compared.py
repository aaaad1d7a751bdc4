"""What two articles or outlets claim, so that it can be set side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sayso.store.assertions import find_assertions_of, number_of
from sayso.store.connection import Reader
from sayso.store.matches import find_related
from sayso.store.packing import unpack
from sayso.types.contrast import Heading
from sayso.types.weighing import Assertion, Modality, Side, Standing, Weighed

LATEST: Final = "~"  # stands behind every date


def find_outlet(ledger: Reader, name: str) -> tuple[str, tuple[str, ...]] | None:
    """The name of an outlet as most of its articles have it, and the ids of these; case does not matter.

    ``None`` where no article has such an outlet.
    """
    rows = ledger.execute(
        "SELECT id, publisher FROM documents WHERE publisher = ? COLLATE NOCASE ORDER BY coalesce(published, ?), id",
        (" ".join(name.split()), LATEST),
    ).fetchall()
    if not rows:
        return None
    spellings = [publisher for _, publisher in rows]
    return max(sorted(set(spellings)), key=spellings.count), tuple(id for id, _ in rows)


def find_outlets_like(ledger: Reader, words: str, most: int) -> tuple[str, ...]:
    """Names of outlets that hold these words, those with most articles first."""
    rows = ledger.execute(
        "SELECT publisher FROM documents WHERE instr(lower(publisher), lower(?)) > 0"
        " GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT ?",
        (words.strip(), most),
    )
    return tuple(publisher for (publisher,) in rows)


def find_told(ledger: Reader, documents: Iterable[str]) -> dict[str, tuple[Assertion, ...]]:
    """What these articles say of claims across articles, by the claim's id, in the order of their dates.

    ``side`` of each assertion is meant of the claim.
    """
    rows = ledger.execute(
        "SELECT p.id, t.number, t.side FROM json_each(?) w JOIN assertions a ON a.document = w.value"
        " JOIN tellings t ON t.number = a.number JOIN propositions p ON p.n = t.proposition"
        " JOIN documents d ON d.id = a.document ORDER BY coalesce(d.published, ?), d.id, a.place",
        (json.dumps(list(documents)), LATEST),
    ).fetchall()
    assertions = dict(find_assertions_of(ledger, {number for _, number, _ in rows}))
    found: dict[str, list[Assertion]] = {}
    for id, number, side in rows:
        found.setdefault(id, []).append(_sided(assertions[number], Side(side)))
    return {id: tuple(told) for id, told in found.items()}


def _sided(assertion: Assertion, side: Side) -> Assertion:
    return assertion if assertion.side is side else replace(assertion, side=side)


def find_headings(ledger: Reader, claims: Iterable[str]) -> dict[str, Heading]:
    """What these claims across articles are, by id."""
    rows = ledger.execute(
        "SELECT id, text, modality, standing FROM propositions WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(claims))),),
    )
    return {id: Heading(id, text, Modality(modality), Standing(standing)) for id, text, modality, standing in rows}


def find_weighed(ledger: Reader, claim: str) -> Weighed | None:
    """What stands behind a claim across articles."""
    row = ledger.execute("SELECT weighed FROM propositions WHERE id = ?", (claim,)).fetchone()
    return unpack(Weighed, row[0]) if row is not None else None


def find_related_to(ledger: Reader, told: Iterable[Assertion]) -> tuple[str, ...]:
    """Ids of claims across articles that are about the same event in another modality."""
    return find_related(ledger, (number_of(a.id) for a in told))
