from __future__ import annotations

from dataclasses import replace

from lxml import etree

from sayso.types.timeline import History, Turn
from sayso.types.weighing import Standing
from sayso.web.pictures.history import HIGH, history_drawn
from tests.tellings import CARRIED, article, flooded, proposition

COPIES = frozenset(c.child for c in CARRIED)
TURNS = (
    Turn("p", "2031-03-01", Standing.SINGLE, "", (1, 1), (0, 0)),
    Turn("p", "2031-03-05", Standing.CONTESTED, "", (1, 1), (1, 1)),
)
HISTORY = History((), (), TURNS)


def circles(text: str) -> list[str]:
    return [it.get("class") for it in etree.fromstring(text).iter("circle")]


def test_each_dated_article_is_a_dot_on_its_side() -> None:
    found = circles(history_drawn(proposition(), HISTORY, COPIES, "When"))
    assert sorted(found) == ["against first", "for copy", "for first", "open told"]


def test_who_is_for_it_stands_above_and_who_is_against_below() -> None:
    svg = etree.fromstring(history_drawn(proposition(), HISTORY, COPIES, "When"))
    heights = {it.get("class").split()[0]: float(it.get("cy")) for it in svg.iter("circle")}
    assert heights["for"] < heights["against"]


def test_how_it_stood_is_told_between() -> None:
    svg = etree.fromstring(history_drawn(proposition(), HISTORY, COPIES, "When"))
    assert [it.text for it in svg.iter("text") if it.get("class").startswith("stood")] == ["single origin", "contested"]
    assert svg.get("role") == "img" and svg.get("aria-label") == "When"


def test_a_pile_that_is_too_high_is_counted() -> None:
    claim = flooded(300).proposition
    text = history_drawn(claim, HISTORY, frozenset(a.id for a in claim.assertions[5:]), "When")
    assert len(circles(text)) <= 5 + HIGH
    told = [it.text for it in etree.fromstring(text).iter("text") if (it.text or "").startswith("+")]
    assert told and sum(int(t[1:]) for t in told) + len(circles(text)) == 304


def test_a_claim_of_one_dated_article_has_no_picture() -> None:
    undated = tuple(replace(a, published=None) for a in proposition().articles)
    assert history_drawn(proposition(articles=undated), HISTORY, COPIES, "When") == ""
    one = (article("d_00a1", "2031-03-01", "Alder Wire"), *undated[:0])
    assert history_drawn(proposition(articles=one), HISTORY, COPIES, "When") == ""


def test_dates_that_are_none_and_centuries_are_drawn_too() -> None:
    dates = ("soon", "0001-01-01", "1999", "2031-03-05", "9999-12-31")
    odd = [replace(a, published=when) for a, when in zip(proposition().articles, dates, strict=True)]
    etree.fromstring(history_drawn(proposition(articles=tuple(odd)), HISTORY, COPIES, "When"))
