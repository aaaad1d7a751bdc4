from dataclasses import replace

from hypothesis import given

from sayso.export.outline import outline
from sayso.export.segments import Role, segments
from sayso.types.reading import Reading
from sayso.types.span import Span
from tests.readings import odd_readings, plain


def test_a_content_within_a_content_makes_three_segments() -> None:
    reading = plain()
    outer = replace(reading.attributions[0], source=(), cue=(), content=(Span(0, 10),))
    inner = replace(reading.attributions[1], source=(Span(3, 5),), cue=(), content=(), parent="a1")
    found = segments(outline(replace(reading, attributions=(outer, inner))), 12)
    assert [(s.span.begin, s.span.end, s.roles) for s in found] == [
        (0, 3, ((1, Role.CONTENT),)),
        (3, 5, ((1, Role.CONTENT), (2, Role.SOURCE))),
        (5, 10, ((1, Role.CONTENT),)),
        (10, 12, ()),
    ]
    assert [s.begins for s in found] == [(1,), (2,), (), ()]


def test_a_break_cuts_where_nothing_is_marked() -> None:
    assert [s.span for s in segments((), 9, [4])] == [Span(0, 4), Span(4, 9)]


@given(odd_readings())
def test_segments_cover_the_text_and_know_what_covers_them(reading: Reading) -> None:
    text = reading.document.text
    items = outline(reading)
    found = segments(items, len(text), [reading.document.body_begin])
    assert "".join(s.span.of(text) for s in found) == text
    for segment in found:
        expected = {
            (item.number, role)
            for item in items
            for role, spans in (
                (Role.SOURCE, item.attribution.source),
                (Role.CUE, item.attribution.cue),
                (Role.CONTENT, item.attribution.content),
            )
            if any(span.covers(segment.span) for span in spans)
        }
        assert set(segment.roles) == expected


@given(odd_readings())
def test_each_marked_attribution_begins_once(reading: Reading) -> None:
    items = outline(reading)
    begins = [n for s in segments(items, len(reading.document.text)) for n in s.begins]
    marked = [i.number for i in items if i.attribution.source or i.attribution.cue or i.attribution.content]
    assert sorted(begins) == sorted(marked)
