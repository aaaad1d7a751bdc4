"""Words of sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.wording import LONGEST, listed, plural, short


def test_lists_and_numbers() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 others"
    assert (plural(1, "article"), plural(14, "article")) == ("1 article", "14 articles")


@given(st.text(max_size=200))
def test_short_names_are_short(name: str) -> None:
    assert len(short(name)) <= LONGEST
