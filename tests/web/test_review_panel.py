from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from sayso.engine import review
from sayso.engine.trace import find_trace
from sayso.store.connection import reader
from sayso.types.review import Action
from sayso.web import review_panel
from sayso.web.page import Asked
from sayso.web.render import render
from sayso.web.review_panel import KINDS, panel
from tests.engine import deciding
from tests.engine.deciding import claim_of, told_ledger

AROUND = {"token": "t", "public": False}


def shown(folder: Path, claim: str, asked: Asked, **around: object) -> html.HtmlElement:
    with reader(folder / "ledger.sayso") as ledger:
        context = {**AROUND, **around, **panel(ledger, find_trace(ledger, claim).traced, asked)}
    return html.fromstring(render("review_panel.html", context))


@pytest.fixture
def claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    with told_ledger(tmp_path, monkeypatch) as ledger:
        found = claim_of(ledger, "a1")
        deciding.review(ledger, Action.NOTE, "a1", "<b>Ask</b> them")
        deciding.review(ledger, Action.APART, "a3")
        deciding.review(ledger, Action.UNDO, None, "2", by="Ben")
        return found


def test_the_names_of_kinds_are_those_of_the_command_line() -> None:
    assert list(KINDS) == list(review.KINDS)


def test_what_can_be_decided_is_a_form_each(tmp_path: Path, claim: str) -> None:
    page = shown(tmp_path, claim, Asked("/", {}, {}, "Ilse", True))
    decisions = {field.get("value") for field in page.cssselect("form[action='/review'] input[name=decision]")}
    assert decisions == {"accept", "note", "with", "same", "undo"}
    assert len(page.cssselect(".tellings a[href^='/tellings/c_']")) == 5
    assert all(form.get("method") == "post" and form.cssselect("input[name=token]") for form in page.cssselect("form"))
    assert page.cssselect("[style]") == [] and page.cssselect("script") == []
    names = {label.get("for") for label in page.cssselect("label[for]")}
    for field in page.cssselect("input:not([type=hidden]), textarea, select"):
        assert field.get("id") in names or next(field.iterancestors("label"), None) is not None


def test_people_and_the_machine_look_different_and_what_was_taken_back_stays(tmp_path: Path, claim: str) -> None:
    rows = shown(tmp_path, claim, Asked("/", {}, {}, "Ilse", True)).cssselect(".decisions li")
    told = [" ".join(row.text_content().split()) for row in rows]
    assert "took back decision 2" in told[0] and "<b>Ask</b> them" in told[2]
    assert [row.get("class") for row in rows] == ["reviewed", "gone", "reviewed"]
    assert [len(row.cssselect("button")) for row in rows] == [0, 0, 1], "what holds can be taken back"
    assert "Paper a3" in told[1], "what one article says is called by its outlet"


def test_whoever_may_not_review_sees_what_was_decided_and_no_form(tmp_path: Path, claim: str) -> None:
    page = shown(tmp_path, claim, Asked("/", {}, {}), public=True)
    assert page.cssselect(".decisions li") and not page.cssselect("form")
    assert page.cssselect("a[href='/login']")
    assert shown(tmp_path, claim, Asked("/", {}, {}, None, True)).cssselect("form[action='/reviewer'] input[name=by]")


def test_a_long_history_is_cut_and_the_rest_linked(tmp_path: Path, claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_panel, "DECISIONS", 2)
    page = shown(tmp_path, claim, Asked("/", {}, {}, "Ilse", True))
    assert len(page.cssselect(".decisions li")) == 2
    (link,) = page.cssselect(f"a[href='/reviews?claim={claim}']")
    assert link.text_content() == "All 3 decisions"
