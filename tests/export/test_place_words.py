from dataclasses import replace

import pytest

from sayso.export.place_words import country, place, where
from sayso.types.place import Location, Place, Precision
from tests.reports import KYIV, at

UKRAINE = Location("geonames:690791", "Ukraine", 49.0, 32.0, ("UA",), Precision.COUNTRY)
SEA = Location("sayso:Black Sea", "Black Sea", 43.0, 34.0, (), Precision.AREA)
SHARED = Location("sayso:Kashmir", "Kashmir", 34.0, 76.0, ("IN", "PK"), Precision.REGION)


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (KYIV, "Kyiv, Ukraine (town or smaller)"),
        (UKRAINE, "Ukraine (country)"),
        (SEA, "Black Sea (wide area)"),
        (SHARED, "Kashmir, India/Pakistan (region)"),
    ],
)
def test_a_place_says_how_exact_it_is(location: Location, shown: str) -> None:
    assert place(location) == shown


def test_the_name_as_written_stands_behind_a_different_one() -> None:
    assert where(Place(at("Kiev"), "Kiev", KYIV, rule="only"), None) == "Kyiv, Ukraine (town or smaller): “Kiev”"
    assert where(Place(at("Kiev"), "Kyiv", KYIV, rule="only"), None) == "Kyiv, Ukraine (town or smaller)"


def test_what_is_not_known_or_not_said_says_why() -> None:
    assert where(Place(at("Sella"), "Sella", reason="no such name"), None) == "not known: “Sella” (no such name)"
    assert where(None, "no words of place stand with it") == "not said (no words of place stand with it)"
    assert where(None, None) == "not said"


def test_a_code_without_a_name_stands_for_itself() -> None:
    assert (country("UA"), country("ZQ")) == ("Ukraine", "ZQ")
    assert place(replace(KYIV, countries=("ZQ",))) == "Kyiv, ZQ (town or smaller)"
