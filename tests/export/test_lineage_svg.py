from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.lineage_svg import lines
from sayso.export.lineage_tree import tree
from sayso.types.lineage import Family
from sayso.types.listed import Relative
from tests.families import ABSENT, FAMILY, KNOWN, short
from tests.readings import CHARACTERS

SVG = "{http://www.w3.org/2000/svg}"


def drawn(family: Family, known: dict[str, Relative] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring("\n".join(lines(tree(family, KNOWN if known is None else known), short)))


def words(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_each_article_is_a_box_with_what_became_of_it() -> None:
    root = drawn(FAMILY)
    assert len(list(root.iter(f"{SVG}g"))) == 4
    told = words(root)
    assert "d_00a1 · Alder Wire · 1 Mar 2022" in told
    assert any(row.startswith("respun from d_00a2, confidence 0.97; quotes altered: 2") for row in told)
    assert root.find(f"{SVG}title") is not None


def test_within_a_page_boxes_are_links_and_colours_are_the_page_s() -> None:
    root = ElementTree.fromstring("\n".join(lines(tree(FAMILY, KNOWN), short, lambda id: f"/articles/{id}?a&b")))
    links = [a.get("href") or "" for a in root.iter(f"{SVG}a")]
    assert sorted(links) == sorted(f"/articles/{id}?a&b" for id in FAMILY.members)
    assert not list(root.iter(f"{SVG}style")) and root.get("role") == "group"


def test_an_absent_outlet_is_drawn() -> None:
    assert "Suspilne" in words(drawn(ABSENT))


def test_it_stands_alone_and_runs_nothing() -> None:
    text = "\n".join(lines(tree(FAMILY, KNOWN), short))
    assert "prefers-color-scheme: dark" in text
    for word in ("<script", "href", "url(", "@import", "onload", "<b>"):
        assert word not in text


@given(st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=30))
def test_any_text_gives_xml_that_can_be_read(outlet: str, title: str) -> None:
    known = {"d_00a1": Relative("d_00a1", None, outlet, title, None)}
    drawn(Family("d_00a1", ("d_00a1",), (), outlet), known)


def test_boxes_lie_within_the_drawing() -> None:
    root = drawn(FAMILY)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for group in root.iter(f"{SVG}g"):
        x, y = map(float, group.attrib["transform"].removeprefix("translate(").removesuffix(")").split())
        box = group.find(f"{SVG}rect")
        assert box is not None
        assert x + float(box.attrib["width"]) <= width and y + float(box.attrib["height"]) <= height
