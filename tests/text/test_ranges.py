from hypothesis import given
from hypothesis import strategies as st

from sayso.text.ranges import merged, touched
from sayso.types.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda x: Span(x[0], x[0] + x[1])), max_size=12)


@given(SPANS)
def test_merged_spans_are_apart_and_cover_the_same_characters(spans: list[Span]) -> None:
    found = merged(spans)
    assert {k for s in found for k in range(s.begin, s.end)} == {k for s in spans for k in range(s.begin, s.end)}
    assert all(a.end < b.begin for a, b in zip(found, found[1:], strict=False))


@given(SPANS, st.integers(0, 70), st.integers(1, 10))
def test_touched_is_what_trying_each_one_says(spans: list[Span], begin: int, size: int) -> None:
    span = Span(begin, begin + size)
    assert touched(merged(spans), span) == any(s.overlap(span) for s in spans)
