from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.places.outlets import home_country, masthead_place, named_after


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("news.harbour-post.co.uk", "GB"),
        ("kestrel.ge", "GE"),
        ("harbourpost.com", None),
        ("kestrel.tv", None),
        ("Kestrel News", None),
        ("", None),
        (None, None),
    ],
)
def test_a_country_domain_tells_the_country(outlet: str | None, country: str | None) -> None:
    assert home_country(outlet) == country


def test_a_host_name_can_carry_a_place() -> None:
    assert named_after("theorvalherald.com", "orval")
    assert not named_after("theorvalherald.com", "paris")
    assert not named_after("kestrel.com", "com")


@pytest.mark.parametrize(
    ("outlet", "place"),
    [
        ("theorvalherald.com", "orval"),
        ("www.orval-daily-news.co.uk", "orval"),
        ("https://orvaltimes.com", "orval"),
        ("dailynews.com", None),
        (None, None),
    ],
)
def test_what_is_left_of_a_masthead_may_be_a_place(outlet: str | None, place: str | None) -> None:
    assert masthead_place(outlet) == place


@given(st.text())
def test_any_outlet_can_be_asked(outlet: str) -> None:
    home = home_country(outlet)
    assert home is None or (len(home) == 2 and home.isupper())
    masthead_place(outlet)
