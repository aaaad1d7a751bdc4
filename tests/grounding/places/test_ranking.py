from __future__ import annotations

import math

from sayso.grounding.places.candidates import candidates
from sayso.grounding.places.gazetteer import gazetteer
from sayso.grounding.places.names import fold
from sayso.grounding.places.ranking import Name, rank


def name(written: str, *, focus: bool = False) -> Name:
    return Name(fold(written), candidates(gazetteer(), written).hits, focus=focus)


def best(*written: str, home: str | None = None) -> str:
    """Region or country of the best candidate for the first name."""
    g = gazetteer()
    place = rank(g, tuple(name(w) for w in written), home)[0].hits[0].place
    return g.countries[int(g.held[place])][0]


def test_alone_the_largest_place_wins() -> None:
    assert best("Paris") == "FR"
    assert best("Georgia") == "GE"


def test_company_decides() -> None:
    assert best("Paris", "Texas", "Dallas", "Sherman") == "US"
    assert best("Georgia", "Atlanta", "Savannah", "Alabama") == "US"
    assert best("Georgia", "Tbilisi", "Gori", "Russia") == "GE"
    assert best("Tripoli", "Beirut", "Sidon", "Lebanon") == "LB"
    assert best("Tripoli", "Benghazi", "Misrata", "Libya") == "LY"


def test_the_outlets_country_counts() -> None:
    assert best("Cambridge", home="GB") == "GB"


def test_probabilities_are_sorted_and_sum_to_one() -> None:
    ranking = rank(gazetteer(), (name("Springfield"), name("Illinois")))[0]
    assert list(ranking.probabilities) == sorted(ranking.probabilities, reverse=True)
    assert math.isclose(sum(ranking.probabilities), 1, abs_tol=1e-4)


def test_no_names_no_rankings() -> None:
    assert rank(gazetteer(), ()) == ()
