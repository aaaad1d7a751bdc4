from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.joining import joining
from sayso.engine.trace import find_trace
from sayso.types.weighing import Match
from tests.engine.claimed import asserting, weighed_ledger
from tests.store.claiming import named
from tests.tellings import COUNCIL, RUSK, told


def test_each_merge_is_told_once_led_from_the_earliest_on() -> None:
    matches = [Match("a", "b", 0.9), Match("a", "c", 0.5), Match("b", "c", 0.8)]
    found = joining(["b", "a", "c"], matches)
    assert [(j.id, j.other, j.probability) for j in found] == [("a", "b", 0.9), ("c", "b", 0.8)]


def test_copies_belong_together_without_a_match() -> None:
    found = joining(["a", "b", "c"], [Match("a", "c", 0.6)], [("b", "a"), ("c", "b")])
    assert found == ()


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.floats(0, 1)), max_size=12))
def test_no_more_matches_than_hold_it_together(pairs: list[tuple[str, str, float]]) -> None:
    found = joining("abcde", [Match(*sorted((a, b)), p) for a, b, p in pairs if a != b])  # type: ignore[misc]
    assert len(found) <= 4 and len({j.id for j in found}) == len(found)
    assert "a" not in {j.id for j in found}


def test_a_trace_says_why_two_articles_tell_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = named("a", "2031-03-01"), named("b", "2031-03-02")
    first, second = told("x", one.id, RUSK), told("y", other.id, COUNCIL)
    asserting(monkeypatch, {one.id: [first], other.id: [second]})
    with weighed_ledger(tmp_path, [one, other]) as ledger:
        (id,) = ledger.connection.execute("SELECT id FROM propositions").fetchone()
        (number,) = ledger.connection.execute("SELECT count(*) FROM matches").fetchone()
        assert number == 1
        monkeypatch.setattr("sayso.engine.trace.find_across", lambda ledger, given: id)
        (joined,) = find_trace(ledger.read, id).traced.joined
        assert (joined.id, joined.other) == (second.id, first.id) and joined.reasons
