from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.retry import left_alone

LATER = "Sun, 01 Mar 2026 10:10:00 GMT"


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Retry-After": "120"}, "for 120 s"),
        ({"Retry-After": " 1 "}, "for 1 s"),
        ({"Retry-After": LATER, "Date": "Sun, 01 Mar 2026 10:00:00 GMT"}, "for 600 s"),
        ({"Retry-After": "Sunday, 01-Mar-26 10:10:00 GMT", "Date": "Sun Mar  1 10:00:00 2026"}, "for 600 s"),
        ({"Retry-After": LATER}, "until 2026-03-01 10:10 UTC"),
        ({"Retry-After": LATER, "Date": "soon"}, "until 2026-03-01 10:10 UTC"),
        ({"Retry-After": LATER, "Date": LATER}, None),
        ({"Retry-After": "0"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "9" * 5_000}, None),
        ({"Retry-After": "\u0661\u0662"}, None),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_the_wish_is_told_in_words(headers: dict[str, str], told: str | None) -> None:
    assert left_alone(headers) == told


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_server_sends_is_a_short_line_or_nothing(wish: str, date: str) -> None:
    told = left_alone({"Retry-After": wish, "Date": date})
    assert told is None or (told.isprintable() and len(told) < 40)
