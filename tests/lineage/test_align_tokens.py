from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage import align_tokens
from sayso.lineage.align_tokens import edits, stretches, tokens
from sayso.types.lineage import Passage
from sayso.types.span import Span

FIRST = "He saw 1,200 men. They didn't move."
SECOND = "He counted 1,200 men.\n\nThey did not move!"
WORDS = st.lists(st.sampled_from(["a", "b", "no", "7", ".", "“"]), min_size=1, max_size=12).map(" ".join)


def whole(first: str, second: str) -> Passage:
    return Passage(Span(0, len(first)), Span(0, len(second)))


def test_tokens_hold_all_but_white_space() -> None:
    assert [t.text for t in tokens(FIRST, Span(0, 17))] == ["He", "saw", "1,200", "men", "."]


def test_stretches_that_differ_face_each_other() -> None:
    differ = [s for s in stretches(FIRST, SECOND, whole(FIRST, SECOND)) if not s.same]
    assert [([t.text for t in s.first], [t.text for t in s.second]) for s in differ] == [
        (["saw"], ["counted"]),
        (["didn't"], ["did", "not"]),
        (["."], ["!"]),
    ]


def test_rows_too_long_for_a_table_are_one_difference() -> None:
    long = "a b " * (align_tokens.MOST_PAIRS // 1000)
    (stretch,) = edits(tokens(long, Span(0, len(long))), tokens("c " + long, Span(0, len(long) + 2)))
    assert not stretch.same


@given(WORDS, WORDS)
@settings(deadline=None)
def test_each_token_stands_in_one_stretch(first: str, second: str) -> None:
    found = stretches(first, second, whole(first, second))
    for text, sides in ((first, [s.first for s in found]), (second, [s.second for s in found])):
        assert "".join("".join(t.text.split()) for side in sides for t in side) == "".join(
            "".join(t.text.split()) for t in tokens(text, Span(0, len(text)))
        ).replace(" ", "")
    assert all("".join(t.text for t in s.first) == "".join(t.text for t in s.second) for s in found if s.same)
