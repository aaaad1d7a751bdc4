from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.web.deciding import decide, id_of, send, told

Serve = Callable[..., TestClient]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve) -> tuple[TestClient, str]:
    path, claim = told(tmp_path, monkeypatch)
    return serve(path), claim


def test_a_telling_shows_its_words_its_side_and_on_whose_word(site: tuple[TestClient, str]) -> None:
    client, claim = site
    page = html.fromstring(client.get(f"/tellings/{id_of('a4')}").text)
    said = " ".join(page.cssselect("article")[0].text_content().split())
    assert "Words of a4, and of nobody else." in said and "is against the claim" in said
    assert "on the word of the council of Norrin" in said and "Paper a4" in said
    assert page.cssselect(f"a[href='/claims/{claim}']")


def test_a_private_person_has_no_name_here(site: tuple[TestClient, str]) -> None:
    answer = site[0].get(f"/tellings/{id_of('a3')}")
    assert "Ada Venn" not in answer.text and "a person of one article" in answer.text


def test_each_decision_about_a_telling_is_a_form_of_its_own(site: tuple[TestClient, str]) -> None:
    client, claim = site
    path = f"/tellings/{id_of('a1')[:9]}"
    page = html.fromstring(client.get(path).text)
    assert page.cssselect("form[action='/reviewer']") and not page.cssselect("form[action='/review']")
    send(client, "/reviewer", by="Ilse", back=path)
    page = html.fromstring(client.get(path).text)
    decisions = [field.get("value") for field in page.cssselect("form[action='/review'] input[name=decision]")]
    assert decisions == ["side", "note", "accept", "apart", "root", "root", "with"]
    pressed = [button.text_content() for button in page.cssselect("button[aria-pressed=true]")]
    assert pressed == ["For it", "Pavel Rusk"]
    for form in page.cssselect("form[action='/review']"):
        several = len(form.cssselect("button")) > 1
        assert not (several and form.cssselect("input:not([type=hidden]), textarea")), "Enter would press the first one"


def test_what_was_decided_about_it_stands_beside_what_was_read(site: tuple[TestClient, str]) -> None:
    client, claim = site
    send(client, "/reviewer", by="Ilse", back="/")
    decide(client, claim, "root", id_of("a5"), root="General Orme", kind="official")
    page = html.fromstring(client.get(f"/tellings/{id_of('a5')}").text)
    assert "rests on General Orme" in page.cssselect(".decisions li.reviewed")[0].text_content()
    assert "names nobody" in page.cssselect("article")[0].text_content()
    found = client.get(f"/tellings/{id_of('a5')}.json").json()
    assert found["claim"] == claim and len(found["assertion"]["chain"]) == 1
    assert [row["action"] for row in found["decisions"]] == ["root"]


@pytest.mark.parametrize("id", ["c_ffffffff", "p_12ab345", "c_1", "x", "c_%00"])
def test_what_is_not_there_is_404(site: tuple[TestClient, str], id: str) -> None:
    answer = site[0].get(f"/tellings/{id}")
    assert answer.status_code == 404 and "text/html" in answer.headers["content-type"]
