from dataclasses import replace

from sayso.export import Show, View, claims
from sayso.export.lists import chain, claim_list, saying_list, unknown_list
from sayso.export.outline import outline
from sayso.types.reading import Reading
from tests.readings import plain
from tests.reports import STORY, bare, report


def said(reading: Reading, **view) -> str:
    return "\n".join(saying_list(outline(reading), reading.document.text, "d1", View(**view)))


def claimed(**view) -> str:
    return "\n".join(claim_list(claims.entries(report()), STORY, "d1", View(**view)))


def test_a_claim_opens_its_passage_behind_its_status() -> None:
    html = claimed()
    assert '<li class="k k4" id="d1k4" value="4">' in html
    assert '<a class="line" href="#d1c4"><span class="go">4</span>\n<b class="tag no">DENIED</b>' in html
    assert '<b class="tag doubt">PLANNED</b>' in html and '<b class="tag plain">happened</b>' in html


def test_what_stands_behind_a_claim_is_labelled() -> None:
    html = claimed()
    assert "<dt>on whose word</dt><dd><b><bdi>opposition sources</bdi> (unnamed)</b>" in html
    assert "<dt>where</dt><dd>Kyiv, Ukraine (town or smaller): “Kiev”</dd>" in html
    assert "<dt>when</dt><dd>not known: “June 31” (no month has a day 31)</dd>" in html
    assert "ASSAULT/heavy-weapons (“hit”) · who: not said · to whom: a hospital" in html
    assert "found by" not in html


def test_explain_adds_what_found_a_claim() -> None:
    assert "event found by: model:events 2.0; told by “crossed” 90-97" in claimed(explain=True)


def test_the_list_that_is_asked_for_is_open() -> None:
    assert '<details class="claims" open>' in claimed()
    assert '<details class="claims">' in claimed(show=Show.ATTRIBUTIONS)
    assert '<details class="says">' in said(plain())
    assert '<details class="says" open>' in said(plain(), show=Show.ALL)


def test_an_attribution_tells_chain_stance_and_facts() -> None:
    html = said(plain())
    assert "<b><bdi>opposition sources</bdi> (unnamed)</b>" in html
    assert '<b class="alarm">the source denies this</b>' in html
    assert "confidence 0.88" in html and "line 5, chars 302-340" in html
    assert 'href="#d1t3"' in html and 'id="d1i3"' in html
    assert "found by" not in html


def test_explain_adds_producers() -> None:
    assert "found by: model:attribution 1.2, rule:pronoun 3" in said(plain(), explain=True)


def test_empty_lists_say_that_they_are() -> None:
    assert "Nothing in this text is given as somebody's words." in said(replace(plain(), attributions=()))
    assert "Nothing in this text was found to tell of an event" in "".join(claim_list((), "", "d1", View()))


def test_what_has_no_date_or_place_is_listed_with_its_claims() -> None:
    html = "\n".join(unknown_list(report(), claims.entries(report()), "d1"))
    assert "“June 31”: no month has a day 31" in html
    assert '<a class="go" href="#d1k6" aria-label="claim 6">6</a>' in html
    assert "".join(unknown_list(bare(plain()), (), "d1")) == ""


def test_a_chain_of_nobody_is_not_known() -> None:
    assert chain(()) == "not known"
    assert chain((None,)) == "<b><bdi>a voice that is not described</bdi></b>"
