from dataclasses import replace

from hypothesis import given

from sayso.export.claims import entries
from sayso.export.outline import outline
from sayso.export.segments import Role, of_attribution, of_claim, segments
from sayso.types.claim import Report
from sayso.types.span import Span
from tests.odd import odd_reports
from tests.readings import plain
from tests.reports import at, report


def test_a_content_within_a_content_makes_three_segments() -> None:
    reading = plain()
    outer = replace(reading.attributions[0], source=(), cue=(), content=(Span(0, 10),))
    inner = replace(reading.attributions[1], source=(Span(3, 5),), cue=(), content=(), parent="a1")
    found = segments(map(of_attribution, outline(replace(reading, attributions=(outer, inner)))), 12)
    assert [(s.span.begin, s.span.end, s.roles) for s in found] == [
        (0, 3, ((1, Role.CONTENT),)),
        (3, 5, ((1, Role.CONTENT), (2, Role.SOURCE))),
        (5, 10, ((1, Role.CONTENT),)),
        (10, 12, ()),
    ]
    assert [s.begins for s in found] == [(1,), (2,), (), ()]


def test_a_break_cuts_where_nothing_is_marked() -> None:
    assert [s.span for s in segments((), 9, [4])] == [Span(0, 4), Span(4, 9)]


def test_a_claim_marks_its_words_and_begins_with_its_passage() -> None:
    told = report()
    found = segments(map(of_claim, entries(told)), len(told.document.text))
    words = {role: [s.span.of(told.document.text) for s in found if 4 in s.numbers(role)] for role in Role}
    assert words[Role.EVENT] == ["hit"]
    assert "".join(words[Role.RECIPIENT]) == "a hospital"
    assert (words[Role.WHEN], words[Role.WHERE]) == (["overnight"], ["Kiev"])
    assert "".join(words[Role.CLAIM]) == "shells had hit a hospital in Kiev overnight"
    assert next(s.span.begin for s in found if 4 in s.claims) == at("shells had hit").begin


def test_spans_of_one_role_may_overlap() -> None:
    told = report()
    claim = replace(told.claims[9], pieces=(Span(0, 6), Span(3, 9)))
    (entry,) = entries(replace(told, grounding=replace(told.grounding, claims=(claim,))))
    marked = [s.span for s in segments([of_claim(entry)], 12) if s.numbers(Role.CLAIM)]
    assert (marked[0].begin, marked[-1].end) == (0, 9)


@given(odd_reports())
def test_segments_cover_the_text_and_know_what_covers_them(report: Report) -> None:
    text = report.document.text
    marks = [*map(of_claim, entries(report)), *map(of_attribution, outline(report.reading))]
    found = segments(marks, len(text), [report.document.body_begin])
    assert "".join(s.span.of(text) for s in found) == text
    for segment in found:
        expected = {
            (mark.number, role)
            for mark in marks
            for role, spans in mark.spans
            if any(span.covers(segment.span) for span in spans)
        }
        assert set(segment.roles) == expected


@given(odd_reports())
def test_each_marked_attribution_and_each_claim_begins_once(report: Report) -> None:
    items, told = outline(report.reading), entries(report)
    found = segments([*map(of_claim, told), *map(of_attribution, items)], len(report.document.text))
    marked = [i.number for i in items if i.attribution.source or i.attribution.cue or i.attribution.content]
    assert sorted(n for s in found for n in s.begins) == sorted(marked)
    assert sorted(n for s in found for n in s.claims) == [entry.number for entry in told]
