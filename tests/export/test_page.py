import re
from dataclasses import replace

from sayso.export import View
from sayso.export.page import article, highlights, origin, title
from sayso.types.attribution import VoiceKind
from sayso.types.reading import VoiceSummary
from tests.readings import ARTICLE, REJECTION, document, plain, voice


def section(reading, **view) -> str:
    return article(reading, "d1", View(**view))


def test_the_text_links_to_the_list_and_back() -> None:
    html = section(plain())
    for n in range(1, 8):
        assert f'id="d1t{n}" href="#d1i{n}"' in html
        assert f'id="d1i{n}"' in html and f'href="#d1t{n}"' in html


def test_source_cue_and_content_are_marked_with_their_numbers() -> None:
    html = section(plain())
    assert '<span class="s a4" data-source="4">she</span> <span class="q a4" data-cue="4">added</span>' in html
    assert '<span class="c1 a3" data-content="3">“They have no answer,”</span>' in html


def test_a_content_that_two_share_has_a_deeper_tint() -> None:
    assert '<span class="c2 a1 a2" data-content="1 2">that two battalions' in section(plain())


def test_the_list_tells_chain_stance_and_facts() -> None:
    html = section(plain())
    assert "<b><bdi>opposition sources</bdi> (unnamed)</b>" in html
    assert '<b class="alarm">the source denies this</b>' in html
    assert "confidence 0.88" in html and "line 5, chars 302-340" in html
    assert "found by" not in html


def test_explain_adds_producers() -> None:
    assert "found by: model:attribution 1.2, rule:pronoun 3" in section(plain(), explain=True)


def test_an_article_without_attributions_says_so() -> None:
    assert "Nothing in this text is given as somebody's words." in section(replace(plain(), attributions=()))


def test_an_article_without_title_is_called_after_its_origin() -> None:
    bare = replace(plain(), document=document(origin="-"))
    assert (title(bare), origin(bare)) == ("standard input", "standard input")
    assert '<bdi class="origin">title unknown</bdi>' in section(bare)
    assert '<bdi class="origin">harbour.txt</bdi>' in section(plain())
    assert title(plain()) == "Battalions refuse to cross, letter says"


def test_the_headline_is_marked_up_to_where_the_body_begins() -> None:
    reading = plain()
    headed = replace(reading, document=replace(reading.document, body_begin=39))
    assert '<span class="headline">Battalions refuse to cross, letter says</span>' in section(headed)


def test_the_bar_shows_each_share_side_by_side() -> None:
    rects = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', section(plain()))
    assert rects == [
        ("own", "0.00", "50.00"),
        ("unnamed", "50.00", "20.00"),
        ("v0", "70.00", "15.00"),
        ("v1", "85.00", "5.00"),
        ("unnamed", "90.00", "10.00"),
    ]


def test_voices_beyond_the_colours_share_the_last() -> None:
    many = [replace(voice(VoiceKind.PERSON), id=f"p{k}", name=f"P{k}") for k in range(9)]
    voices = (VoiceSummary(ARTICLE, 0, 0, 0.1), *(VoiceSummary(v, 1, 0, 0.1) for v in many))
    html = section(replace(plain(), voices=voices))
    assert re.findall(r'<rect class="(\w+)" x', html) == ["own", *(f"v{min(k, 6)}" for k in range(9))]


def test_a_language_that_is_none_stays_out_of_the_markup() -> None:
    reading = plain()
    assert '<div class="body" lang="en">' in section(reading)
    odd = replace(reading, document=replace(reading.document, language='en" onclick="x'))
    assert '<div class="body">' in section(odd)


def test_there_is_one_rule_for_each_number() -> None:
    assert highlights(0) == ""
    rules = highlights(2).splitlines()
    assert [".a1," in rules[0], ".a2," in rules[1], len(rules)] == [True, True, 2]


def test_warnings_stand_above_the_text() -> None:
    html = section(plain())
    assert html.index("the byline could not be read") < html.index('class="body"')
    assert REJECTION.message not in html
