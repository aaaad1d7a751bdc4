from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.trace_svg import MOST_NODES, STRIP, lines, strips
from sayso.export.trace_tree import Traced, tree
from sayso.types.weighing import Weighed
from tests.readings import CHARACTERS
from tests.tellings import ARTICLES, FIRST, PRIVATE, RUSK, article, claim_id, flooded, proposition, short, told, traced
from tests.tellings import weighed as weighed_by_hand

SVG = "{http://www.w3.org/2000/svg}"


def drawn(found: Traced) -> ElementTree.Element:
    return ElementTree.fromstring("\n".join(lines(tree(found), short)))


def words(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def boxes(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [g for g in root.iter(f"{SVG}g") if "transform" in g.attrib]


def test_each_origin_and_each_article_that_is_no_copy_is_a_box() -> None:
    root = drawn(traced())
    assert len(boxes(root)) == 4 + 4
    shown = words(root)
    assert "Pavel Rusk" in shown and "a person of one article" in shown
    assert any(row.startswith("+ 1 copy · on the word of Pavel Rusk") for row in shown)
    assert any(row.startswith("CONTESTED: The council of Norrin") for row in shown)
    assert "For it: at least 1, at most 2 independent origins" in shown


def test_boxes_lie_within_the_drawing_and_apart() -> None:
    root = drawn(flooded(60))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    seen = []
    for group in boxes(root):
        x, y = map(float, group.attrib["transform"].removeprefix("translate(").removesuffix(")").split())
        box = group.find(f"{SVG}rect")
        assert box is not None
        right, bottom = x + float(box.attrib["width"]), y + float(box.attrib["height"])
        assert x >= 0 and y >= 0 and right <= width and bottom <= height
        assert not any(x < r and a < right and y < b and c < bottom for a, c, r, b in seen)
        seen.append((x, y, right, bottom))


def test_thousands_of_articles_stay_a_drawing() -> None:
    more = [told("more", f"d_{k:04}", RUSK) for k in range(2000)]
    by_hand = weighed_by_hand()
    first = replace(by_hand.origins[0], assertions=tuple(a.id for a in more))
    weighed = Weighed((first,), (), by_hand.support, by_hand.against, by_hand.standing, by_hand.standing_reason, None)
    found = proposition(
        assertions=tuple(more), articles=tuple(article(f"d_{k:04}", None, "X") for k in range(2000)), weighed=weighed
    )
    root = drawn(Traced(found, (), {}))
    assert len(boxes(root)) <= MOST_NODES + 1
    assert any(row.startswith("and 1,5") and row.endswith("more articles") for row in words(root))


def test_it_stands_alone_and_runs_nothing() -> None:
    text = "\n".join(lines(tree(traced()), short))
    assert "prefers-color-scheme: dark" in text
    for word in ("<script", "href", "url(", "@import", "onload", "<b>"):
        assert word not in text


@given(st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=30))
def test_any_text_gives_xml_that_can_be_read(outlet: str, said: str) -> None:
    found = proposition(
        text=said,
        articles=tuple(replace(a, outlet=outlet) for a in ARTICLES),
        assertions=(replace(FIRST, text=said), replace(PRIVATE, id=claim_id(said))),
    )
    drawn(replace(traced(), proposition=found))


def test_each_origin_of_a_side_can_be_drawn_by_itself() -> None:
    found = tree(flooded(3))
    roots = [root for half in found.halves for root in half.roots]
    texts = ["".join(strips(half, short)).split("<svg ")[1:] for half in found.halves]
    drawings = [ElementTree.fromstring(f"<svg {text}") for several in texts for text in several]
    assert len(drawings) == len(roots)
    for drawing in drawings:
        _, top, _, height = map(float, drawing.attrib["viewBox"].split())
        assert drawing.attrib["aria-label"] and not list(drawing.iter(f"{SVG}style"))
        for group in boxes(drawing):
            y = float(group.attrib["transform"].partition(" ")[2].removesuffix(")"))
            assert top <= y and y + 66 <= top + height <= (STRIP + 2) * 78
