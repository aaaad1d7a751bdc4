from __future__ import annotations

import re

import pytest
from lxml import etree

from sayso.export.trace_tree import Traced, tree
from sayso.types.weighing import OriginKind
from sayso.web.pictures.plan import plan
from sayso.web.pictures.provenance import WIDTH, provenance
from tests.tellings import DENIAL, FIRST, flooded, traced
from tests.web.test_sides import many

NS = "{http://www.w3.org/2000/svg}"


def drawn(found: Traced, opened: str = "") -> etree._Element:
    return etree.fromstring(provenance(plan(tree(found), opened), "/claims/p_1", "Who has it from whom"))


def links(svg: etree._Element, style: str) -> list[str]:
    return [a.get("href") for a in svg.iter("a") if a.get("class").split()[0] == style]


def test_origins_lead_to_their_entry_and_articles_to_their_words() -> None:
    svg = drawn(traced())
    assert links(svg, "origin") == ["#for-o_1", "#for-o_2", "#against-o_3", "#open-o_4"]
    assert links(svg, "article")[0] == f"/articles/d_00a1?at={FIRST.span.begin}-{FIRST.span.end}#at"
    assert f"/articles/{DENIAL.document}?at=0-32#at" in links(svg, "article")
    assert links(svg, "copies") == ["/claims/p_1?open=o_1#provenance"]


def test_keys_go_from_an_origin_to_its_articles_and_their_copies() -> None:
    order = [a.get("class").split()[0] for a in drawn(traced()).iter("a")]
    assert order == ["origin", "article", "copies", "origin", "article", "origin", "article", "origin", "article"]


def test_every_link_says_in_full_what_it_is() -> None:
    for a in drawn(flooded(520)).iter("a"):
        assert a[0].tag == "title" and a[0].text


def test_a_pile_that_is_opened_shows_each_copy() -> None:
    svg = drawn(flooded(120), "o_1")
    assert len(links(svg, "copy")) == 121 and links(svg, "copies") == []


def test_for_stands_above_against() -> None:
    heights = {}
    for a in drawn(traced()).iter("a"):
        kind, side = (a.get("class").split() + [""])[:2]
        if kind == "origin":
            heights.setdefault(side, float(re.findall(r"[\d.]+", a.get("transform"))[1]))
    assert heights["for"] < heights["against"] < heights["open"]


def test_doubt_a_denial_and_what_origins_have_from_each_other_are_drawn() -> None:
    text = provenance(plan(tree(traced())), "/c", "l")
    assert 'class="edge cites probably"' in text and 'class="edge rests probably"' in text
    assert 'class="against"><path class="edge"' in text


def test_words_from_outside_stay_words_and_no_private_person_is_named() -> None:
    text = provenance(plan(tree(traced()), "all"), "/claims/<x>", '"<script>')
    assert "Ada Venn" not in text and "<b>" not in text and "\x1b" not in text and "<script>" not in text
    assert "style=" not in text
    etree.fromstring(text)


@pytest.mark.parametrize("opened", ["", "all", "o_5"])
def test_boxes_of_a_large_claim_stand_clear_of_each_other(opened: str) -> None:
    svg = drawn(many(30, 20), opened)
    places: dict[str, list[float]] = {}
    for a in svg.iter("a"):
        x, y = re.findall(r"[\d.]+", a.get("transform"))
        places.setdefault(x, []).append(float(y))
    assert float(svg.get("width")) == WIDTH
    for column in places.values():
        order = sorted(column)
        assert all(b - a >= 30 for a, b in zip(order, order[1:], strict=False))
        assert order[-1] < float(svg.get("height"))


def test_a_drawing_of_everything_is_light_enough() -> None:
    assert len(provenance(plan(tree(flooded(10_000))), "/c", "l")) < 10_000
    assert len(provenance(plan(tree(many(60, 60)), "all"), "/c", "l")) < 400_000


def test_kinds_of_origins_differ_in_shape() -> None:
    from sayso.web.pictures.shapes import outline

    assert len({outline(kind, 100, 40) for kind in OriginKind}) == len(OriginKind)
