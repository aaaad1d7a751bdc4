import re
from dataclasses import replace

from sayso.export import View
from sayso.export.page import article, highlights, origin, title
from sayso.types.attribution import VoiceKind
from sayso.types.reading import VoiceSummary
from tests.readings import ARTICLE, REJECTION, document, plain, voice
from tests.reports import bare, report


def section(reading, **view) -> str:
    return article(bare(reading), "d1", View(**view))


def test_claims_come_before_attributions_and_what_is_unknown() -> None:
    html = article(report(), "d1", View())
    order = [html.index(words) for words in ("What is claimed", "Who says what", "Not dated or not placed", "On whose")]
    assert order == sorted(order)
    assert "10 claims on the word of 4 voices and the article itself" in html


def test_an_article_without_title_is_called_after_its_origin() -> None:
    nameless = replace(plain(), document=document(origin="-"))
    assert (title(bare(nameless)), origin(bare(nameless))) == ("standard input", "standard input")
    assert '<bdi class="origin">title unknown</bdi>' in section(nameless)
    assert '<bdi class="origin">harbour.txt</bdi>' in section(plain())
    assert title(bare(plain())) == "Battalions refuse to cross, letter says"


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
    assert highlights(0, 0) == ""
    rules = highlights(2, 1).splitlines()
    assert [".a1," in rules[0], ".a2," in rules[1], ".m1," in rules[2], len(rules)] == [True, True, True, 3]


def test_rules_for_what_a_link_leads_to_do_not_weigh_the_pointer() -> None:
    rules = highlights(1, 2, pointed=False)
    assert "hover" not in rules and rules.count(":target) .m2") == 1 and len(rules.splitlines()) == 3


def test_warnings_stand_above_the_text() -> None:
    html = section(plain())
    assert html.index("the byline could not be read") < html.index('class="body"')
    assert REJECTION.message not in html
