"""Where, in plain words: the place meant, in which country, and how much ground it stands for."""

from __future__ import annotations

from functools import cache
from typing import Final

from sayso.export.words import quoted
from sayso.types.place import Location, Place, Precision

PRECISIONS: Final = {
    Precision.POINT: "town or smaller",
    Precision.DISTRICT: "district",
    Precision.REGION: "region",
    Precision.COUNTRY: "country",
    Precision.AREA: "wide area",
}


def where(found: Place | None, reason: str | None) -> str:
    """The place and how exact it is, with the text's own name where it differs; or that there is none, and why.

    ``reason`` is why ``found`` is ``None``. Not escaped.
    """
    if found is None:
        return f"not said ({reason})" if reason else "not said"
    if found.location is None:
        return f"not known: {quoted(found.name)} ({found.reason})"
    said = "" if " ".join(found.name.split()) == found.location.name else f": {quoted(found.name)}"
    return f"{place(found.location)}{said}"


def place(location: Location) -> str:
    """``Brest, Belarus (town or smaller)``; a country, or what lies in none, stands alone."""
    countries = "/".join(country(code) for code in location.countries)
    within = f", {countries}" if countries and countries != location.name else ""
    alone = location.precision is Precision.COUNTRY
    return f"{location.name}{'' if alone else within} ({PRECISIONS[location.precision]})"


@cache
def country(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 code (CLDR); the code itself where there is none."""
    from babel import Locale  # reads its tables from disk: only where a place is shown to a person

    return str(Locale("en").territories.get(code, code))
