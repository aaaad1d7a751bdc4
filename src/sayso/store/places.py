"""Where and when the events of claims across articles are: sums of all that are asked for, for maps and histograms.

Both are read from an index of their own, which holds all that may be asked: no claim is looked up by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sayso.store.claimed import DATED, asked_where
from sayso.store.connection import Reader, Row
from sayso.store.remembered import remembered
from sayso.types.listed import PropositionWanted
from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace, Spell

Box = tuple[float, float, float, float]  # west, south, east and north, in degrees
STANDINGS: Final = ", ".join(f"sum(p.standing = '{standing.value}') AS '{standing.name}'" for standing in Standing)
PLACED: Final = f"""
    SELECT p.latitude, p.longitude, p.site_precision, min(p.site) AS site, min(p.country) AS country,
        count(*) AS claims, max(p.least) AS least, max(p.most) AS most, min(p.since) AS since, max(p.until) AS until,
        {STANDINGS}, count(*) OVER () AS places, sum(count(*)) OVER () AS all_claims
    FROM propositions p INDEXED BY propositions_by_place WHERE p.latitude IS NOT NULL AND %s
    GROUP BY p.latitude, p.longitude, p.site_precision
    ORDER BY max(p.least) DESC, max(p.most) DESC, count(*) DESC, p.latitude, p.longitude LIMIT ?"""
SPELLS: Final = f"""
    SELECT p.since, p.until, p.standing, count(*) AS claims
    FROM propositions p INDEXED BY propositions_by_interval WHERE {DATED} AND %s
    GROUP BY p.since, p.until, p.standing"""


@dataclass(frozen=True, slots=True)
class Places:
    """The places where most origins stand behind a claim, those of most first; ``places`` counts all there are.

    ``claims`` counts the claims of all of them.
    """

    rows: tuple[ListedPlace, ...]
    places: int
    claims: int


def find_places(ledger: Reader, wanted: PropositionWanted, most: int, box: Box | None = None) -> Places:
    """The places of the claims that are asked for, ``most`` of them; ``box``: of those within it.

    Countries are found wherever they are: they may reach into the box.
    """
    asked = replace(wanted, limit=None, skip=0)
    return remembered(ledger, ("places", asked, most, box), lambda: _places(ledger, asked, most, box))


def _places(ledger: Reader, wanted: PropositionWanted, most: int, box: Box | None) -> Places:
    where, values = asked_where(ledger, wanted)
    if box is not None:
        within = "p.latitude BETWEEN ? AND ? AND p.longitude BETWEEN ? AND ?"
        where += f" AND (p.site_precision = '{Precision.COUNTRY.value}' OR {within})"
        values += [box[1], box[3], box[0], box[2]]
    rows = ledger.execute(PLACED % where, (*values, most)).fetchall()
    if not rows:
        return Places((), 0, 0)
    return Places(tuple(map(_place, rows)), rows[0]["places"], rows[0]["all_claims"])


def _place(row: Row) -> ListedPlace:
    return ListedPlace(
        site=row["site"],
        country=row["country"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        precision=Precision(row["site_precision"]),
        claims=row["claims"],
        least=row["least"],
        most=row["most"],
        standings=tuple((s, row[s.name]) for s in Standing if row[s.name]),
        since=row["since"],
        until=row["until"],
    )


def find_spells(ledger: Reader, wanted: PropositionWanted) -> Iterator[Spell]:
    """When the events of the claims are that are asked for, whatever ``since`` and ``until``, the earliest first."""
    where, values = asked_where(ledger, replace(wanted, since=None, until=None))
    for row in ledger.execute(SPELLS % where, values):
        yield Spell(row["since"], row["until"], Standing(row["standing"]), row["claims"])
