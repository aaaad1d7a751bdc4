from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.nesting import dice, link, ordered, role
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

Marked = Callable[[str], tuple[str, tuple[RawAttribution, ...]]]


@pytest.mark.parametrize(
    ("text", "parents", "bases"),
    [
        ("{1s:X} {1q:said} {1c:that {2s:Z} {2q:said} {2c:it rained}}.", [None, 0], [None, None]),
        ("{1s:X} {1q:claims} {1c,2c:that it rained}, {2q:citing} {2s:Z}.", [None, 0], [1, None]),
        ("{1c,2c:It rained}, {1s:X} {1q:said} in remarks {2q:quoted by} {2s:Y}.", [1, None], [None, 0]),
        ("{1s:X} {1q:told} R that {2s:Z} {2q:had seen} {1c,2c:rain in the hills}.", [None, 0], [1, None]),
        ("{1s:X} {1q:said} {1c,2c:it rained}, as {2s:Y} {2q:had reported}.", [None, None], [None, None]),
        ("{1c,2c:“Rain,”} {1s:X} {1q:said}. No sun. {2s:He} {2q:wept}.", [None, None], [None, None]),
        ("{1s:X} {1q:said}: {1c:“It rained. {2s:He} {2q:saw} {2c:it}.”}", [None, 0], [None, None]),
    ],
)
def test_links(text: str, parents: list[int | None], bases: list[int | None], lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked(text)
    found = link(plain, raw, lexicon)
    assert (list(found.parents), list(found.bases)) == (parents, bases)


def test_the_innermost_holder_is_the_parent(lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked("{1s:X} {1q:said} {1c:that {2s:Y} {2q:said} {2c:that {3s:Z} {3q:said} {3c:it rained}}}.")
    assert link(plain, raw, lexicon).parents == (None, 0, 1)


def test_the_root_follows_the_bases(lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked(
        "{1s:X} {1q:wrote}, {2q:citing} {2s:Y}, {3q:which in turn quoted} {3s:Z}, {1c,2c,3c:that it rained}."
    )
    found = link(plain, raw, lexicon)
    assert found.parents == (None, 0, 1)
    assert {found.root(k) for k in range(3)} == {2}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("X {1q:citing} {1s:Y} {1c:z}", "basis"),
        ("X {1q:on the basis of} {1s:Y} {1c:z}", "basis"),
        ("{1c:z}, {1q:quoted} by {1s:Y}", "relay"),
        ("{1c:z}, {1q:carried by} {1s:Y}", "relay"),
        ("{1s:Y} {1q:quotes} {1c:z}", ""),
        ("{1q:According to} {1s:Y} {1c:z}", ""),
        ("{1q:said} {1s:Y} {1c:z}", ""),
    ],
)
def test_roles_of_cues(text: str, found: str, lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked(text)
    assert role(plain, raw[0], lexicon) == found


def test_doubled_attributions_are_one_and_the_surer_stays() -> None:
    span = (Span(0, 1),)
    one, other = RawAttribution(span, span, span, 0.3), RawAttribution(span, span, span, 0.8)
    assert ordered([one, other]) == ordered([other, one]) == (other,)


def test_spans() -> None:
    assert dice((Span(0, 4),), (Span(2, 6),)) == 0.5
