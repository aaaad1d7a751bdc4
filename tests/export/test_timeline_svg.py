from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.timeline_svg import AXIS, MOST, lines
from sayso.types.timeline import History, MomentKind
from tests.histories import history
from tests.readings import CHARACTERS
from tests.tellings import short

SVG = "{http://www.w3.org/2000/svg}"


def drawn(found: History) -> ElementTree.Element:
    return ElementTree.fromstring("\n".join(lines(found, short)))


def boxes(root: ElementTree.Element, side: str) -> list[ElementTree.Element]:
    return [box for g in root.iter(f"{SVG}g") if g.attrib["class"] == side for box in g.iter(f"{SVG}rect")]


def test_who_is_for_it_stands_right_of_the_line_and_who_is_not_left() -> None:
    root = drawn(history())
    assert len(boxes(root, "against")) == 2 and len(boxes(root, "for")) == 5
    assert all(float(b.attrib["x"]) > AXIS for b in boxes(root, "for"))
    assert all(float(b.attrib["x"]) + float(b.attrib["width"]) < AXIS for b in boxes(root, "against"))
    words = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert "now CONTESTED: 2 origins for it, 1 origin against it" in words
    assert any("became “A column of 33" in w for w in words) and "Date unknown" in words


def test_boxes_lie_within_the_drawing_below_each_other() -> None:
    root = drawn(history())
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    spots = sorted((float(b.attrib["y"]), float(b.attrib["height"]), float(b.attrib["x"]), float(b.attrib["width"]))
                   for b in root.iter(f"{SVG}rect") if "y" in b.attrib)  # fmt: skip
    assert all(x >= 0 and x + w <= width and y + h <= height for y, h, x, w in spots)
    assert all(y + h <= below for (y, h, _, _), (below, _, _, _) in zip(spots, spots[1:], strict=False))


def test_of_very_many_the_first_are_drawn() -> None:
    first = history().moments[0]
    many = tuple(replace(first, assertion=f"c_{k}", kind=MomentKind.TOLD) for k in range(MOST + 7))
    root = drawn(replace(history(), moments=many, turns=()))
    assert len(boxes(root, "for")) == MOST
    assert "and 7 more tellings" in [text.text for text in root.iter(f"{SVG}text")]


def test_several_claims_and_none() -> None:
    one = history()
    several = History((one.claims[0], replace(one.claims[0], id="p_2", text="Other.")), one.moments, one.turns, 2, 1)
    words = [text.text or "" for text in drawn(several).iter(f"{SVG}text")]
    assert any(w.startswith("2. CONTESTED: Other.") for w in words) and "3 articles of other times not shown" in words
    assert any("(1) first seen" in w for w in words)
    assert drawn(History((), (), ())).tag == f"{SVG}svg"


@given(st.text(CHARACTERS, max_size=60))
def test_whatever_stands_in_an_article_is_valid_xml(words: str) -> None:
    found = history()
    odd = tuple(replace(m, outlet=words, source=words, after=replace(m.after, text=words)) for m in found.moments)
    drawn(replace(found, moments=odd))
