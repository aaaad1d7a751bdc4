from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.claimed import find_propositions
from sayso.store.connection import reader
from sayso.types.listed import PropositionWanted


def test_each_claim_has_a_line_with_its_standing_and_its_origins_beside_its_articles(
    client: TestClient, ledger: Path
) -> None:
    with reader(ledger) as opened:
        wanted = list(find_propositions(opened, PropositionWanted(limit=50)))
    page = html.fromstring(client.get("/claims").text)
    rows = page.cssselect(".claims > li")
    assert len(rows) == len(wanted) > 1
    for row, claim in zip(rows, wanted, strict=True):
        assert row.cssselect("a.claim")[0].get("href") == f"/claims/{claim.id}"
        said = " ".join(row.text_content().split())
        assert claim.text in said and f"{claim.articles} article" in said and "origin" in said


def test_the_same_rows_as_json_and_csv(client: TestClient) -> None:
    found = client.get("/claims.json").json()
    assert found["found"] == len(found["items"]) > 1 and found["next"] is None
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv").text.removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == [item["id"] for item in found["items"]]
    assert client.get("/api/v1/claims").json()["items"] == found["items"]


def test_pages_of_a_list_give_all_rows_once(client: TestClient) -> None:
    every = [item["id"] for item in client.get("/claims.json").json()["items"]]
    found, address = [], "/claims.json?limit=1"
    while address:
        answer = client.get(address).json()
        found += [item["id"] for item in answer["items"]]
        address = answer["next"]
    assert found == every


def test_filters_stay_in_the_form_and_in_the_links(client: TestClient) -> None:
    page = html.fromstring(client.get("/claims?sort=new&limit=1").text)
    assert page.cssselect("select[name=sort] option[selected]")[0].get("value") == "new"
    assert page.cssselect("a[rel=next]")[0].get("href") == "/claims?sort=new&limit=1&skip=1"


@pytest.mark.parametrize(
    "query", ["standing=true", "sort=best", "min_origins=-1", "limit=9999", "since=soon", "type=WAR", "copies=maybe"]
)
def test_a_broken_filter_is_said_on_a_page(client: TestClient, query: str) -> None:
    answer = client.get(f"/claims?{query}")
    assert answer.status_code == 400 and "text/html" in answer.headers["content-type"]
    value = query.partition("=")[2]
    assert value in html.fromstring(answer.text).cssselect(".lead")[0].text_content()
    told = client.get(f"/api/v1/claims?{query}")
    assert told.status_code == 400 and value in told.json()["title"]


def test_words_meant_for_the_database_are_only_words(client: TestClient) -> None:
    for words in ('" OR 1=1 --', "a* NEAR(b", "'); DROP TABLE claims; --", "\x00", "(((", "%", "^a:b"):
        answer = client.get("/claims", params={"about": words, "by": words, "place": words})
        assert answer.status_code == 200 and "No claim is like that" in answer.text


def test_an_empty_ledger_shows_how_to_begin(serve, empty_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    answer = serve(empty_ledger).get("/claims")
    assert answer.status_code == 200 and "sayso ingest" in answer.text


def test_the_strip_of_time_leads_to_the_claims_of_each_day(client: TestClient) -> None:
    page = html.fromstring(client.get("/claims?sort=new").text)
    bars = page.cssselect(".strip a")
    told = {bar.get("data-since"): bar for bar in bars}
    assert "2022-03-02" in told and "1 claim" in told["2022-03-02"].get("aria-label")
    href = told["2022-03-02"].get("href")
    assert href == "/claims?since=2022-03-02&until=2022-03-02&sort=new"
    listed = html.fromstring(client.get(href).text)
    assert "went over to Norrin" in listed.cssselect(".claims")[0].text_content()
    assert [li.cssselect("a")[0].get("data-since") for li in listed.cssselect(".strip li.in")] == ["2022-03-02"]
    assert listed.cssselect(".under a")[-1].get("href") == "/claims?sort=new"


def test_what_is_only_known_about_has_no_bar(client: TestClient) -> None:
    page = html.fromstring(client.get("/claims").text)
    overnight = page.cssselect(".strip a[data-since='2022-03-07']")[0]
    assert overnight.get("aria-label") == "7 March 2022: 0 claims; 1 more may be of then"


def test_one_place_can_be_asked_for_and_let_go(client: TestClient) -> None:
    found = html.fromstring(client.get("/claims?place=Kyiv&at=50.45,30.52&limit=5").text)
    assert len(found.cssselect(".claims > li")) == 1
    assert found.cssselect(".only a")[0].get("href") == "/claims?place=Kyiv&limit=5"
    assert client.get("/claims.json?at=0,0").json()["items"] == []
