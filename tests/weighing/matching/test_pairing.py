from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.weighing import Setting
from sayso.weighing.matching.pairing import alike, between, days_apart, kilometres, within
from tests.weighing.matching.support import article, claim, pair


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    one, other = Setting(latitude=50.0, longitude=30.0), Setting(latitude=51.0, longitude=30.0)
    assert abs((kilometres(one, other) or 0) - 111.2) < 0.5
    assert kilometres(one, Setting()) is None


words = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(words, words)
def test_overlaps_lie_between_nothing_and_one_and_know_no_order(one: frozenset[str], other: frozenset[str]) -> None:
    for share in (alike, within):
        found = share(one, other, lambda w: 1.0 + ord(w) / 100)
        assert 0.0 <= found <= 1.0 + 1e-9
        assert abs(found - share(other, one, lambda w: 1.0 + ord(w) / 100)) < 1e-9
    if one:
        assert abs(alike(one, one, lambda w: 2.0) - 1.0) < 1e-9


def test_days_between_events_and_between_articles() -> None:
    march = claim("a", "x", setting=Setting(since="2022-03-01", until="2022-03-02"))
    later = claim("b", "x", setting=Setting(since="2022-03-04"))
    dated = {"d-a": article("d-a", "2022-03-01"), "d-b": article("d-b", "2022-03-08T10:00:00Z")}
    assert days_apart(pair(march, later)) == 3
    assert days_apart(pair(march, march)) == 0
    assert days_apart(pair(march, claim("c", "x"))) is None
    assert between(pair(march, later, dated)) == 7
    assert between(pair(march, later)) is None
