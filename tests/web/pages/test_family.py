from __future__ import annotations

from lxml import html
from starlette.testclient import TestClient

from sayso.web.pages import family
from tests.store.asked import known

ID = known().document.id


def test_each_member_stands_once_in_the_list_and_in_the_picture(client: TestClient) -> None:
    page = html.fromstring(client.get(f"/articles/{ID}/family").text)
    rows = page.cssselect(".tree > li")
    assert len(rows) == 2 and len(page.cssselect(".picture svg a")) == 2
    copy = " ".join(rows[1].text_content().split())
    assert "confidence" in copy and rows[1].cssselect("a[href*='/diff/']")
    assert [bool(row.cssselect(".from b")) for row in rows].count(True) == 1  # "this one"
    assert not page.cssselect("style, [style]")


def test_what_a_program_gets_is_the_family(client: TestClient) -> None:
    found = client.get(f"/articles/{ID}/family.json").json()
    assert found["kind"] == "family" and found["articles"] == 2 and len(found["derivations"]) == 1


def test_an_article_without_relatives_says_so(client: TestClient) -> None:
    (waits,) = client.get("/articles.json?state=waiting").json()["items"]
    assert "No other article here" in client.get(f"/articles/{waits['id']}/family").text
    assert client.get("/articles/d_ffffffffffffffff/family").status_code == 404


def test_of_a_large_family_the_earliest_are_shown_with_the_one_asked_for(client: TestClient, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(family, "MOST", 1)
    copy = next(i["id"] for i in client.get("/articles.json").json()["items"] if i["outlet"] == "Evening Wire")
    page = html.fromstring(client.get(f"/articles/{copy}/family").text)
    assert len(page.cssselect(".tree > li")) == 2
    alone = html.fromstring(client.get(f"/articles/{ID}/family").text)
    assert "1 article of 2 left out" in " ".join(alone.text_content().split())
