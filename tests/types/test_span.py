import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.span import Span

PLACES = st.integers(0, 40)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    begin = draw(PLACES)
    return Span(begin, begin + draw(st.integers(1, 20)))


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_a_span_holds_at_least_one_character(begin: int, end: int) -> None:
    if 0 <= begin < end:
        assert Span(begin, end).end - Span(begin, end).begin >= 1
    else:
        with pytest.raises(ValueError, match=rf"\[{begin}, {end}\)"):
            Span(begin, end)


@given(st.text(max_size=10), st.text(min_size=1, max_size=10), st.text(max_size=10))
def test_it_cuts_out_its_characters(before: str, words: str, after: str) -> None:
    assert Span(len(before), len(before) + len(words)).of(before + words + after) == words


@given(spans(), spans())
def test_covering_and_overlapping_mean_what_they_mean_for_sets(one: Span, other: Span) -> None:
    ours, theirs = set(range(one.begin, one.end)), set(range(other.begin, other.end))
    assert one.covers(other) == (theirs <= ours)
    assert one.overlap(other) == len(ours & theirs)


@given(st.lists(spans()))
def test_spans_sort_by_where_they_begin(several: list[Span]) -> None:
    assert sorted(several) == sorted(several, key=lambda span: (span.begin, span.end))
