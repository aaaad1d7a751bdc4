from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.connection import reader
from sayso.store.lists import find_articles
from sayso.types.listed import ArticleWanted


def ids(client: TestClient, query: str = "") -> list[str]:
    return [item["id"] for item in client.get(f"/articles.json{query}").json()["items"]]


def test_each_article_has_a_line_with_its_day_outlet_and_claims(client: TestClient, ledger: Path) -> None:
    with reader(ledger) as opened:
        wanted = list(find_articles(opened, ArticleWanted()))
    rows = html.fromstring(client.get("/articles").text).cssselect(".articles > li")
    assert len(rows) == len(wanted) == 3
    for row, article in zip(rows, wanted, strict=True):
        said = " ".join(row.text_content().split())
        assert row.cssselect("a.headline-link")[0].get("href") == f"/articles/{article.id}"
        assert (article.title or "Title unknown") in said and (article.outlet or "outlet unknown") in said
        assert (f"{article.claims} claims" if article.state == "read" else "waiting") in said


def test_a_copy_says_of_what(client: TestClient) -> None:
    rows = html.fromstring(client.get("/articles").text).cssselect(".articles .kin")
    assert len(rows) == 1 and "/diff/" in rows[0].cssselect("a")[0].get("href")


def test_the_same_rows_as_json_and_csv(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/articles.csv").text.removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == ids(client)


def test_pages_of_the_list_give_all_articles_once(client: TestClient) -> None:
    for sort in ("date", "outlet", "title", "claims"):
        found = [id for skip in range(3) for id in ids(client, f"?limit=1&skip={skip}&sort={sort}")]
        assert found == ids(client, f"?sort={sort}") and len(set(found)) == 3


@pytest.mark.parametrize(
    ("query", "count"),
    [("outlet=evening", 1), ("outlet=%25", 0), ("state=waiting", 1), ("state=read", 2), ("state=set+aside", 0),
     ("since=2022-03-10", 1), ("until=2022-03-09", 1), ("since=2022&outlet=WIRE&state=read", 1)],
)  # fmt: skip
def test_articles_are_filtered(client: TestClient, query: str, count: int) -> None:
    found = client.get(f"/articles.json?{query}").json()
    assert len(found["items"]) == found["found"] == count


def test_undated_articles_left_out_are_counted(client: TestClient) -> None:
    assert "1 article without a date left out" in client.get("/articles?since=2022").text


@pytest.mark.parametrize("query", ["state=lost", "sort=best", "since=soon", "skip=-1"])
def test_a_broken_filter_is_said(client: TestClient, query: str) -> None:
    assert client.get(f"/articles?{query}").status_code == 400


def test_an_empty_ledger_shows_how_to_begin(serve, empty_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    assert "sayso ingest" in serve(empty_ledger).get("/articles").text
