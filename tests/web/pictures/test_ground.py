from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.types.place import Precision
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace
from sayso.web.pictures.ground import LARGEST, Mark, drawing, leading
from sayso.web.pictures.projection import WORLD, around

UKRAINE = around((22, 44, 41, 53))
KYIV = ListedPlace("Kyiv", "UA", 50.45, 30.52, Precision.POINT, 4, 1, 2, ((Standing.SINGLE, 4),), None, None)


def mark(place: ListedPlace, name: str = "Kyiv") -> Mark:
    return Mark(place, name, f"/claims?place={name}", f"{name}: 4 claims")


def drawn(*marks: Mark, view=UKRAINE) -> html.HtmlElement:  # type: ignore[no-untyped-def]
    return html.fragment_fromstring(str(drawing(view, marks, "Map")))


def test_a_town_is_a_dot_a_region_a_ring_and_a_country_a_shade() -> None:
    def kinds(**facts: object) -> str:
        (found,) = drawn(mark(replace(KYIV, **facts))).cssselect("a")  # type: ignore[arg-type]
        return found.get("class") + (" shade" if found.cssselect("path.shade") else "")

    assert kinds() == "place dot"
    assert kinds(precision=Precision.DISTRICT) == kinds(precision=Precision.REGION) == "place ring"
    assert kinds(precision=Precision.COUNTRY) == "place shade"
    assert kinds(precision=Precision.COUNTRY, country=None) == "place ring loose"
    assert kinds(precision=Precision.AREA, country=None) == "place ring loose"


def test_a_country_is_never_a_dot_or_a_ring() -> None:
    shade = drawn(mark(replace(KYIV, precision=Precision.COUNTRY))).cssselect("a.place")[0]
    assert not shade.cssselect("circle")


def test_a_mark_is_parted_as_its_claims_stand() -> None:
    parted = replace(KYIV, standings=((Standing.SINGLE, 3), (Standing.CONTESTED, 1)))
    wedges = drawn(mark(parted)).cssselect("a .full")
    assert [wedge.get("class") for wedge in wedges] == ["full contested", "full single"]
    ring = drawn(mark(replace(parted, precision=Precision.REGION))).cssselect("a .line")
    assert [arc.get("stroke-dasharray") for arc in ring] == ["25.0 75.0", "75.0 25.0"]
    assert leading(parted) is Standing.SINGLE
    assert leading(replace(KYIV, standings=((Standing.SINGLE, 2), (Standing.DENIED, 2)))) is Standing.DENIED


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_origins_never_make_a_smaller_mark(few: int, many: int) -> None:
    radii = [
        float(drawn(mark(replace(KYIV, least=least))).cssselect(".full")[0].get("r")) for least in sorted((few, many))
    ]
    assert radii[0] <= radii[1] <= LARGEST


def test_more_articles_do_not_make_a_larger_mark() -> None:
    one, many = (drawn(mark(replace(KYIV, claims=n, standings=((Standing.SINGLE, n),)))) for n in (1, 900))
    assert one.cssselect(".full")[0].get("r") == many.cssselect(".full")[0].get("r")


def test_marks_lead_somewhere_and_say_what_they_are() -> None:
    found = drawn(mark(KYIV)).cssselect("a")[0]
    assert found.get("href") == "/claims?place=Kyiv" and found.get("aria-label") == "Kyiv: 4 claims"


def test_what_lies_outside_is_not_drawn() -> None:
    assert drawn(mark(replace(KYIV, longitude=2.35, latitude=48.86))).cssselect("a") == []


@pytest.mark.parametrize("name", ["<script>x</script>", '"><img src=x>', "a & b", "\u202egnp"])
def test_names_are_only_names(name: str) -> None:
    found = drawn(mark(KYIV, name))
    assert not found.cssselect("script, img")
    assert "\u202e" not in html.tostring(found, encoding="unicode")


def test_labels_do_not_cover_each_other() -> None:
    marks = [mark(replace(KYIV, longitude=30 + k / 50, latitude=50 + k / 60), f"Place {k}") for k in range(60)]
    names = drawn(*marks).cssselect("text.name")
    assert 0 < len(names) < 60


def test_no_part_has_a_style_of_its_own() -> None:
    page = str(drawing(WORLD, [mark(KYIV)], "Map"))
    assert "style=" not in page and "<style" not in page
