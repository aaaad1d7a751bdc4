from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.voices.manner import manner_of
from sayso.types.attribution import Manner
from sayso.types.span import Span

TEXT = "“abcdefgh” ijklmnopqrstuvwxyz " * 4


def test_shares_of_quoted_characters() -> None:
    quoted = (Span(0, 10),)
    assert manner_of(TEXT, (Span(0, 10),), quoted) is Manner.DIRECT
    assert manner_of(TEXT, (Span(11, 28),), quoted) is Manner.INDIRECT
    assert manner_of(TEXT, (Span(0, 28),), quoted) is Manner.MIXED
    assert manner_of(TEXT, (Span(0, 11),), quoted) is Manner.DIRECT, "white space does not count"
    assert manner_of(TEXT, (Span(0, 4), Span(5, 9)), quoted) is Manner.DIRECT
    assert manner_of(TEXT, (), quoted) is Manner.INDIRECT


@given(st.sets(st.integers(0, 119), max_size=12), st.integers(0, 100), st.integers(1, 19))
def test_the_same_as_counting_one_by_one(cuts: set[int], begin: int, size: int) -> None:
    edges = sorted(cuts)
    quoted = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    content = Span(begin, begin + size)
    letters = [k for k in range(begin, begin + size) if not TEXT[k].isspace()]
    share = sum(any(q.begin <= k < q.end for q in quoted) for k in letters) / len(letters) if letters else 0
    expected = Manner.DIRECT if share >= 0.95 else Manner.INDIRECT if share <= 0.02 else Manner.MIXED
    assert manner_of(TEXT, (content,), quoted) is expected
