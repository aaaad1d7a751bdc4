import re
from dataclasses import replace

from sayso.export import claims
from sayso.export.outline import outline
from sayso.export.passages import passages
from sayso.export.segments import Mark, Role, of_attribution, of_claim, segments
from sayso.types.claim import Report
from sayso.types.span import Span
from tests.readings import plain
from tests.reports import bare, report


def marked(told: Report) -> str:
    entries = claims.entries(told)
    marks = [*map(of_claim, entries), *map(of_attribution, outline(told.reading))]
    cut = segments(marks, len(told.document.text), [told.document.body_begin])
    return passages(cut, entries, told.document, "d1")


def test_the_text_links_to_both_lists() -> None:
    html = marked(report())
    for n in range(1, 11):
        assert f'id="d1c{n}" href="#d1k{n}"' in html
    for n in range(1, 5):
        assert f'id="d1t{n}" href="#d1i{n}"' in html


def test_a_number_names_the_status_unless_it_is_told_as_fact() -> None:
    numbers = re.findall(r'data-n="([^"]+)" aria-label="claim', marked(report()))
    assert numbers[:4] == ["1 did not happen", "2 reported", "3 planned", "4 denied"]
    assert numbers[7] == "8" and numbers[9] == "10"


def test_source_cue_and_content_are_marked_with_their_numbers() -> None:
    html = marked(bare(plain()))
    assert '<span class="s a4" data-source="4">she</span> <span class="q a4" data-cue="4">added</span>' in html
    assert '<span class="c1 a3" data-content="3">“They have no answer,”</span>' in html


def test_a_content_that_two_share_has_a_deeper_tint() -> None:
    assert '<span class="c2 a1 a2" data-content="1 2">that two battalions' in marked(bare(plain()))


def test_the_parts_of_an_event_are_marked() -> None:
    html = marked(report())
    assert '<span class="event no c1 a3 m4" data-content="3" data-claim="4" data-event="4">hit</span>' in html
    assert '<span class="where c1 a3 m4" data-content="3" data-claim="4" data-where="4">Kiev</span>' in html
    assert '<span class="event plain m8" data-claim="8" data-event="8">demanded</span>' in html


def test_an_event_that_one_voice_denies_is_marked_so() -> None:
    told = report()
    told_by_another = replace(told.claims[7], event_id="e4")  # told as fact
    both = (told.claims[3], told_by_another)
    html = marked(replace(told, grounding=replace(told.grounding, claims=both)))
    assert 'class="event no c1 a3 m1 m2"' in html


def test_the_headline_is_marked_up_to_where_the_body_begins() -> None:
    html = marked(report())
    assert '<span class="headline">Velmar brigades stay on their bank\n\n</span>' in html


def test_notes_and_a_passage_asked_for_have_their_places() -> None:
    told = report()
    text = told.document.text
    asked = Mark(1, ((Role.ASKED, (Span(3, 10),)),), None)
    marks = [Mark(2, ((Role.SWAPPED, (Span(0, 5), Span(8, 12))),), None), asked]
    html = passages(segments(marks, len(text)), (), told.document, "", {2: 'was: “a" b”'})
    assert html.count('id="w2"') == html.count('id="at"') == 1
    assert html.index('id="w2"') < html.index('id="at"')
    assert 'data-was="was: “a&quot; b”"' in html and "asked" in html and "swapped" in html


def test_places_of_claims_may_have_their_own_ids() -> None:
    told = report()
    entries = claims.entries(told)
    cut = segments(map(of_claim, entries), len(told.document.text))
    html = passages(cut, entries, told.document, "", own_ids=True)
    assert all(f'id="{claim.id}" href="#k{n}"' in html for n, claim in enumerate(told.claims, 1))


def test_no_text_is_nothing() -> None:
    assert passages((), (), replace(report().document, text=""), "d1") == ""
