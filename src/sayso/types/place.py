"""Where a name in a text lies: the place meant, or the reason why none is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.span import Span


class Precision(StrEnum):
    """How much ground a location stands for; its coordinates are the middle of that."""

    POINT = "point"  # a town or less
    DISTRICT = "district"  # a county, a quarter, a valley
    REGION = "region"  # a first-level division, or a region of that size
    COUNTRY = "country"
    AREA = "area"  # a sea, a river, a continent: no single country


@dataclass(frozen=True, slots=True)
class Location:
    """One entry of the gazetteer.

    ``id`` is ``geonames:`` with a GeoNames id, ``geonames-adm1:`` or ``geonames-adm2:`` with GeoNames codes, or
    ``sayso:`` with the name of an entry written by hand. ``latitude`` and ``longitude`` are degrees (WGS 84), rounded
    to a hundredth. ``countries`` are ISO 3166-1 alpha-2 codes: none for a sea, several where states share or dispute
    the place.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    countries: tuple[str, ...]
    precision: Precision

    @property
    def country(self) -> str | None:
        """The one country that the place lies in; ``None`` where there is none, or more than one."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Place:
    """One name of a place in one text.

    ``name`` is what the text says at ``span``. Either ``location`` is given, with the ``rule`` that decided, or
    ``reason`` says why it is not. ``candidates`` counts the places that bear the name. ``alternatives`` are other
    locations that came close, best first. Raises ``ValueError`` when both or neither of location and reason are given.
    """

    span: Span
    name: str
    location: Location | None = None
    reason: str | None = None
    rule: str | None = None
    candidates: int = 0
    alternatives: tuple[Location, ...] = ()

    def __post_init__(self) -> None:
        if (self.location is None) == (self.reason is None):
            raise ValueError(f"{self.name!r} needs either a location or the reason why there is none")
        if (self.location is None) != (self.rule is None):
            raise ValueError(f"{self.name!r}: a rule goes with a location, and only with one")
