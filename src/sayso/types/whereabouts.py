"""Sums over claims across articles: how many there are where, and when."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.types.place import Precision
from sayso.types.weighing import Standing


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place with the claims across articles that are there, ``claims`` of them.

    ``latitude`` and ``longitude`` (degrees, WGS 84) are the middle of what ``precision`` says; ``country`` is an ISO
    3166-1 alpha-2 code. ``least`` and ``most`` are the independent origins of the claim there that has most, at least;
    ``standings`` say how many claims stand how. ``since`` and ``until`` are the half-open interval of all events there.
    """

    site: str | None
    country: str | None
    latitude: float
    longitude: float
    precision: Precision
    claims: int
    least: int
    most: int
    standings: tuple[tuple[Standing, int], ...]
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Spell:
    """``claims`` claims across articles of one standing whose events are in one half-open interval (ISO 8601).

    ``since`` or ``until`` is ``None`` where it is not known.
    """

    since: str | None
    until: str | None
    standing: Standing
    claims: int
