from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.web import centile


@given(st.lists(st.floats(0, 10), min_size=1), st.floats(0.01, 1))
def test_as_many_as_are_asked_for_lie_below(values: list[float], share: float) -> None:
    found = centile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9


def test_one_in_a_hundred_lies_above_the_ninety_ninth() -> None:
    assert centile(range(200), 0.99) == 198 and centile(range(200), 0.5) == 100
