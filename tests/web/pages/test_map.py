from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.store.placed import CRIMEA, GULF, KYIV, UKRAINE, put
from tests.store.support import new_ledger

DAY = {"since": "2022-03-08T00:00:00", "until": "2022-03-09T00:00:00"}


@pytest.fixture
def placed(tmp_path: Path, serve: Callable[[Path], TestClient]) -> TestClient:
    """A client of a ledger with claims of all kinds of places."""
    with new_ledger(tmp_path) as ledger:
        put(ledger, **KYIV, **DAY, least=4, standing="contested")
        put(ledger, **KYIV)
        put(ledger, **CRIMEA, least=2)
        put(ledger, **UKRAINE, least=0, standing="unsourced")
        put(ledger, **GULF)
        put(ledger, site="the village", standing="denied")
    return serve(tmp_path / "a.sayso")


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_each_place_is_a_mark_and_a_line_of_the_table_that_lead_to_its_claims(placed: TestClient) -> None:
    page = page_of(placed, "/map?view=all")
    marks = {a.get("href") for a in page.cssselect("svg.map a.place")}
    lines = {a.get("href") for a in page.cssselect(".places th a")}
    assert marks == lines and len(lines) == 4
    listed = page_of(placed, next(href for href in lines if "Kyiv" in href))
    assert len(listed.cssselect(".claims > li")) == 2
    assert "Only at Kyiv" in listed.cssselect(".only")[0].text_content()


def test_the_way_to_a_place_keeps_what_was_asked_for(placed: TestClient) -> None:
    page = page_of(placed, "/map?standing=contested&view=UA")
    (href,) = (a.get("href") for a in page.cssselect(".places th a"))
    assert href == "/claims?standing=contested&place=Kyiv&at=50.45%2C30.52"


def test_a_mark_says_how_exact_it_is_how_its_claims_stand_and_on_how_many_origins(placed: TestClient) -> None:
    page = page_of(placed, "/map")
    told = page.cssselect("a.dot")[0].get("aria-label")
    assert (
        told == "Kyiv, Ukraine (town or smaller): 2 claims, 1 contested and 1 single origin; up to 4 origins, at least"
    )


def test_only_a_town_is_a_point_for_programs(placed: TestClient) -> None:
    found = placed.get("/api/v1/map").json()
    assert found["type"] == "FeatureCollection" and found["found"] == 4
    shapes = {f["properties"]["site"]: f["geometry"] for f in found["features"]}
    assert shapes.pop("Kyiv") == {"type": "Point", "coordinates": [30.52, 50.45]}
    assert shapes == {"Crimea": None, "Ukraine": None, "Persian Gulf": None}


def test_the_same_rows_as_csv(placed: TestClient) -> None:
    text = placed.get("/map.csv").text.removeprefix("\ufeff")
    rows = {row["site"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert (rows["Kyiv"]["claims"], rows["Kyiv"]["contested"], rows["Kyiv"]["least"]) == ("2", "1", "4")


@pytest.mark.parametrize(
    ("view", "sites"),
    [
        ("32,44,37,46.5", {"Crimea", "Ukraine"}),
        ("UA", {"Kyiv", "Crimea", "Ukraine"}),
        ("ua", {"Kyiv", "Crimea", "Ukraine"}),
        ("48,24,56,30", {"Persian Gulf"}),
        ("world", {"Kyiv", "Crimea", "Ukraine", "Persian Gulf"}),
    ],
)
def test_a_view_has_what_is_in_it(placed: TestClient, view: str, sites: set[str]) -> None:
    found = placed.get("/map.json", params={"view": view}).json()
    assert {f["properties"]["site"] for f in found["features"]} == sites and found["found"] == len(sites)


@pytest.mark.parametrize("view", ["Mars", "1,2,3", "5,5,4,6", "-200,0,10,10", "XX", "nan,0,1,1", "0,0,0,0"])
def test_a_view_of_nowhere_is_refused(placed: TestClient, view: str) -> None:
    answer = placed.get("/map", params={"view": view})
    assert answer.status_code == 400 and "is nowhere" in answer.text


def test_filters_are_those_of_the_claims(placed: TestClient) -> None:
    found = placed.get("/map.json?standing=contested&since=2022-03-08&until=2022-03-08").json()
    assert [f["properties"]["claims"] for f in found["features"]] == [1]
    page = page_of(placed, "/map?standing=contested")
    assert page.cssselect("select[name=standing] option[selected]")[0].get("value") == "contested"


def test_more_places_than_are_shown_are_told(placed: TestClient) -> None:
    page = page_of(placed, "/map?limit=1")
    assert len(page.cssselect("a.place")) == 1 and "3 more" in page.text_content()


def test_ways_lead_closer_and_back(placed: TestClient) -> None:
    page = page_of(placed, "/map?standing=contested")
    ways = {a.get("aria-label") or a.text: a.get("href") for a in page.cssselect(".ways a")}
    assert set(ways) >= {"Closer", "Farther", "North", "All places", "World"}
    for name, address in ways.items():
        closer = page_of(placed, address)
        assert closer.cssselect("svg.map") and "standing=contested" in address, name


def test_without_a_place_the_map_says_so(serve: Callable[[Path], TestClient], empty_ledger: Path) -> None:
    page = page_of(serve(empty_ledger), "/map")
    assert "No claim like that has a place" in page.text_content() and page.cssselect("svg .land")


def test_nobody_is_named_on_the_map(client: TestClient) -> None:
    page = client.get("/map?view=all").text
    assert "Kyiv" in page
    for name in ("Ilse Marrow", "Pavel Rusk"):
        assert name not in page
