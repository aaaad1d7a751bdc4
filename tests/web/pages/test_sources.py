from __future__ import annotations

import csv
import io

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.text.name_keys import name_key

MARROW = "/sources/person/AlS%20mrv"
PRIVATE = "Ada Venn"


def test_each_source_has_a_line_and_leads_to_its_page(client: TestClient) -> None:
    page = html.fromstring(client.get("/sources").text)
    (row,) = page.cssselect(".speaker")
    said = " ".join(row.text_content().split())
    assert said == "Ilse Marrow person2 sayings in 2 articles, 8 Mar 2022 to 10 Mar 2022"
    assert row.cssselect("a")[0].get("href") == MARROW
    assert "2 persons without a public role in 2 articles" in page.cssselect(".sheet")[0].text_content()


def test_the_same_rows_as_json_and_csv(client: TestClient) -> None:
    found = client.get("/sources.json").json()
    assert [(item["name"], item["key"], item["source_kind"]) for item in found["items"]] == [
        ("Ilse Marrow", "AlS mrv", "person")
    ]
    rows = list(csv.DictReader(io.StringIO(client.get("/sources.csv").text.removeprefix("\ufeff"), newline="")))
    assert [row["name"] for row in rows] == ["Ilse Marrow"]
    assert client.get("/api/v1/sources").json() == found


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"name": "marr"}, ["Ilse Marrow"]),
        ({"kind": "person"}, ["Ilse Marrow"]),
        ({"kind": "outlet"}, []),
        ({"name": "%"}, []),
        ({"name": "'; DROP TABLE voices --"}, []),
    ],
)
def test_filters(client: TestClient, query: dict[str, str], names: list[str]) -> None:
    found = client.get("/sources.json", params=query).json()
    assert [item["name"] for item in found["items"]] == names


@pytest.mark.parametrize("query", ["kind=god", "kind=unnamed", "kind=article", "limit=0x"])
def test_a_broken_filter_is_said(client: TestClient, query: str) -> None:
    assert client.get(f"/sources?{query}").status_code == 400


def test_a_source_tells_what_it_said_under_which_names_and_who_brings_it(client: TestClient) -> None:
    page = html.fromstring(client.get(MARROW).text)
    assert page.cssselect("h1")[0].text_content() == "Ilse Marrow"
    (claim,) = page.cssselect(".claims > li")
    said = " ".join(claim.text_content().split())
    assert "We will call up every man under 58." in said and "says so, 2 times" in said and "origin" in said
    assert claim.cssselect("a.claim")[0].get("href").startswith("/claims/p_")
    outlets = [" ".join(row.text_content().split()) for row in page.cssselect(".aside tbody tr, .aside table > tr")]
    assert outlets == ["Evening Wire11", "The Harbour Post1–"]
    found = client.get(f"{MARROW}.json").json()
    assert found["spellings"] == [{"name": "Ilse Marrow", "voices": 2}]
    assert found["heard"] == [{"day": "2022-03-08", "attributions": 1}, {"day": "2022-03-10", "attributions": 1}]
    assert [item["supports"] for item in found["items"]] == [2]
    rows = list(csv.DictReader(io.StringIO(client.get(f"{MARROW}.csv").text.removeprefix("\ufeff"), newline="")))
    assert [row["said_in"] for row in rows] == ["2"]


def test_a_private_person_has_no_page_no_line_and_no_way_to_be_found(client: TestClient) -> None:
    key = name_key(PRIVATE) or ""
    for kind in ("person", "organisation", "outlet", "unnamed", "article", "PERSON", "%"):
        for given in (key, PRIVATE, "v_Ada Venn", "%", "''", " ", "None", "null"):
            for form in ("", ".json", ".csv"):
                answer = client.get(f"/sources/{kind}/{given.replace('%', '%25')}{form}")
                assert answer.status_code == 404, (kind, given)
                assert "shame" not in answer.text
    for path in ("/sources", "/sources.json", "/sources.csv"):
        for name in ("", PRIVATE, "Venn", "ada", key):
            answer = client.get(path, params={"name": name})
            assert answer.status_code == 200
            assert PRIVATE not in answer.text.replace(f'value="{PRIVATE}"', "")
    page = html.fromstring(client.get("/search", params={"words": PRIVATE}).text)
    assert not page.cssselect('a[href^="/sources/"]')


def test_an_empty_ledger_shows_how_to_begin(serve, empty_ledger) -> None:  # type: ignore[no-untyped-def]
    assert "sayso ingest" in serve(empty_ledger).get("/sources").text
