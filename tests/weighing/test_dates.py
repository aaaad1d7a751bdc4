"""Dates that can be compared."""

from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.dates import earliest, instants, latest, surely_before


def test_a_day_is_the_whole_day_and_a_time_is_an_instant() -> None:
    assert latest("2024-05-01") - earliest("2024-05-01") == 86399
    assert latest("2024-05-01T10:00:00Z") == earliest("2024-05-01T12:00:00+02:00")


def test_nothing_known_is_before_and_after_everything() -> None:
    for words in (None, "", "yesterday", "9999-99-99"):
        assert (earliest(words), latest(words)) == (-inf, inf)


def test_only_what_leaves_no_doubt_is_before() -> None:
    assert surely_before("2024-05-01", "2024-05-02T00:00:00Z")
    assert not surely_before("2024-05-01", "2024-05-01T20:00:00Z")
    assert not surely_before(None, "2024-05-02")


@given(st.text(max_size=30))
def test_any_words_are_a_date_or_none(words: str) -> None:
    found = instants(words)
    assert found is None or found[0] <= found[1]
