from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.errors import UsageError
from sayso.export.segments import Role
from sayso.types.span import Span
from sayso.web import reading
from sayso.web.reading import LONGEST, SOMEBODY, Note, asked_spans, discreet, marked, part_of
from tests.reports import STORY, report


def text_of(found: str) -> str:
    return str(html.fromstring(f"<div>{found}</div>").text_content())


@pytest.mark.parametrize("given", ["5", "9-5", "5-5", "0-999999", "a-b", "1-2,", "-1-4", "1-2;drop", "٣-٤"])
def test_what_is_no_passage_is_refused_in_words(given: str) -> None:
    with pytest.raises(UsageError, match="at "):
        asked_spans(given, STORY)


def test_passages_are_code_points_in_order() -> None:
    assert asked_spans("20-30,0-5", STORY) == (Span(0, 5), Span(20, 30))
    assert asked_spans(None, STORY) == ()


@given(st.lists(st.sampled_from(["word ", "line\n", "x" * 9_000, "🤷" * 3_000]), min_size=1, max_size=60).map("".join))
def test_parts_hold_each_character_once_and_none_is_too_long(text: str) -> None:
    first = part_of(text, None)
    parts = [part_of(text, k) for k in range(1, first.count + 1)]
    assert "".join(part.span.of(text) for part in parts) == text
    assert max(part.span.end - part.span.begin for part in parts) <= LONGEST
    place = len(text) - 1
    assert part_of(text, None, (Span(place, place + 1),)).holds(place)
    with pytest.raises(UsageError, match="is not there"):
        part_of(text, first.count + 1)


def test_the_text_is_shown_to_the_letter_with_the_passage_that_is_asked_for() -> None:
    told = report()
    found = marked(told, part_of(STORY, None), (), (Span(4, 20),))
    assert text_of(str(found.text)) == STORY
    page = html.fromstring(str(found.text))
    assert page.get("dir") == "auto" and page.get("lang") == "en"
    assert "".join(span.text_content() for span in page.cssselect(".asked")) == STORY[4:20]
    assert [a.get("id") for a in page.cssselect("a.spot")] == ["at"]
    assert [a.get("id") for a in page.cssselect("a.h")][0] == told.claims[0].id


def test_words_that_were_others_say_what_they_were() -> None:
    note = Note(1, Role.SWAPPED, (Span(0, 5),), STORY[:5], 'a "quoted" <b>', "was", "d_00a1", "3-9")
    page = html.fromstring(str(marked(report(), part_of(STORY, None), (note,), ()).text))
    swapped = page.cssselect(".swapped")
    assert "".join(span.text_content() for span in swapped) == STORY[:5]
    assert swapped[0].get("data-was") == 'was: “a "quoted" <b>”' and page.cssselect("#w1")


def test_private_persons_are_named_in_the_text_alone() -> None:
    told = report()
    private = {c.root.name for c in told.claims if not c.root.public} | {
        a.voice.name for a in told.attributions if not a.voice.public
    }
    assert "Ada Venn" in private
    quiet = discreet(told)
    voices = [v.voice for v in quiet.voices] + [a.voice for a in quiet.attributions] + [c.root for c in quiet.claims]
    assert not private & {v.name for v in voices} and SOMEBODY in {v.name for v in voices}
    assert quiet.document == told.document and [c.text for c in quiet.claims] == [c.text for c in told.claims]


def test_a_text_that_was_not_read_is_mere_text() -> None:
    hostile = "<script>alert(1)</script> \u202e & more"
    found = str(reading.plain(hostile, part_of(hostile, None), (Span(0, 8),), 'x" onload="y'))
    assert "<script" not in found and "lang=" not in found
    assert re.search(r'<a class="spot" id="at"></a><span class="asked">&lt;script&gt;</span>', found)


def test_claims_of_other_parts_are_left_to_these() -> None:
    told = report()
    begin = told.claims[3].span.begin
    part = replace(part_of(STORY, None), count=2, span=Span(begin, len(STORY)))
    assert all(entry.claim.span.begin >= begin for entry in marked(told, part, (), ()).entries)
