from __future__ import annotations

import pytest

from sayso.types.place import Location, Place, Precision
from sayso.types.span import Span

HARBOUR = Location("sayso:harbour", "Harbour", 1.5, 2.5, ("UA",), Precision.POINT)


def test_a_place_has_a_location_or_a_reason_and_never_both() -> None:
    span = Span(0, 7)
    assert Place(span, "Harbour", HARBOUR, rule="name").reason is None
    assert Place(span, "Harbour", reason="unknown").location is None
    with pytest.raises(ValueError, match="either a location or the reason"):
        Place(span, "Harbour")
    with pytest.raises(ValueError, match="either a location or the reason"):
        Place(span, "Harbour", HARBOUR, reason="unknown", rule="name")


def test_a_rule_goes_with_a_location() -> None:
    with pytest.raises(ValueError, match="rule"):
        Place(Span(0, 7), "Harbour", HARBOUR)
    with pytest.raises(ValueError, match="rule"):
        Place(Span(0, 7), "Harbour", reason="unknown", rule="name")


@pytest.mark.parametrize(("held", "country"), [(("UA",), "UA"), ((), None), (("IN", "PK"), None)])
def test_a_country_is_named_only_where_there_is_one(held: tuple[str, ...], country: str | None) -> None:
    assert Location("sayso:x", "X", 0.0, 0.0, held, Precision.REGION).country == country
