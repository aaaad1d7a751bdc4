from __future__ import annotations

import csv
import io

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.types.span import Span
from sayso.web.pages.search import parts


def test_articles_with_the_words_marked(client: TestClient) -> None:
    page = html.fromstring(client.get("/search?words=hospital+kiev").text)
    rows = page.cssselect(".claims > li")
    assert len(rows) == 2
    assert {mark.text for mark in rows[0].cssselect("mark")} == {"hospital", "Kiev"}
    assert rows[0].cssselect("a.claim")[0].get("href").startswith("/articles/d_")
    assert [tab.text_content() for tab in page.cssselect(".tabs a")] == ["Articles 2", "Claims 2"]
    assert page.cssselect("input[name=words]")[0].get("value") == "hospital kiev"


def test_claims_once_each_with_how_they_stand(client: TestClient) -> None:
    page = html.fromstring(client.get("/search?words=hosp*&in=claims").text)
    (row,) = page.cssselect(".claims > li")
    assert row.cssselect(".standing")[0].text_content() == "single origin"
    assert row.cssselect("a.claim")[0].get("href").startswith("/claims/p_")
    assert "1 other telling" in page.text_content()
    assert page.cssselect(".tabs a[aria-current]")[0].text_content() == "Claims 2"


def test_the_same_hits_as_json_and_csv_and_page_by_page(client: TestClient) -> None:
    every = client.get("/search.json?words=hospital").json()
    assert every["found"] == len(every["items"]) == 2 and every["found_at_least"] is False
    first = client.get("/search.json?words=hospital&limit=1").json()
    rest = client.get(first["next"]).json()
    assert first["items"] + rest["items"] == every["items"] and rest["next"] is None
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?words=hospital").text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [item["id"] for item in every["items"]]


def test_without_words_it_says_what_to_type(client: TestClient) -> None:
    for path in ("/search", "/search?words=", "/search?words=+"):
        assert "What to type" in client.get(path).text
    assert client.get("/search.json").json()["items"] == []


@pytest.mark.parametrize(
    "words",
    ["a AND", "NEAR(hospital kiev)", "text:hospital", "^hospital", "hospital OR", 'un"closed', "{a b}: c", "*x"],
)
def test_what_is_typed_is_only_words(client: TestClient, words: str) -> None:
    for place in ("articles", "claims"):
        assert client.get("/search", params={"words": words, "in": place}).status_code == 200


def test_a_search_for_no_word_and_in_no_place_is_said(client: TestClient) -> None:
    assert client.get("/search?words=%22%28%28").status_code == 400
    assert client.get("/search?words=a&in=secrets").status_code == 400


def test_sources_of_that_name_stand_beside(client: TestClient) -> None:
    page = html.fromstring(client.get("/search?words=marrow").text)
    assert [link.text_content() for link in page.cssselect('p a[href^="/sources/"]')] == ["Ilse Marrow"]


def test_a_passage_is_cut_at_its_marks() -> None:
    assert parts("a  bc\nd", (Span(3, 5),)) == [("a ", False), ("bc", True), (" d", False)]
    assert parts("", ()) == []
