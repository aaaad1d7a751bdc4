from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.connection import reader
from sayso.store.reviews import find_reviews
from sayso.web.door import TRIES
from sayso.web.tokens import add, line
from tests.web.conftest import Serve
from tests.web.deciding import OWN, decide, id_of, notice, told


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve) -> tuple[TestClient, Path, str]:
    """A client of a public app with a reader and Ilse, who reviews; its ledger, and the id of a claim."""
    path, claim = told(tmp_path, monkeypatch)
    add(tmp_path / "tokens", line("reads", None))
    add(tmp_path / "tokens", line("reviews", "Ilse"))
    return serve(path, public=True, tokens=tmp_path / "tokens"), path, claim


def sign_in(client: TestClient, secret: str, next: str = "/reviews") -> Any:
    return client.post("/login", data={"secret": secret, "next": next}, headers=OWN)


def token_of(client: TestClient) -> str:
    return str(html.fromstring(client.get("/reviews").text).cssselect("input[name=token]")[0].get("value"))


def test_a_token_opens_a_session_that_reads_or_reviews(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    answer = sign_in(client, " reviews ", f"/tellings/{id_of('a4')}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/tellings/{id_of('a4')}")
    assert "You decide as" in client.get(answer.headers["location"]).text
    assert decide(client, claim, "side", id_of("a4"), side="open").status_code == 303
    assert "Now corroborated" in notice(client)
    with reader(path) as ledger:
        assert [d.by for d in find_reviews(ledger)] == ["Ilse"]


def test_a_reader_cannot_review_under_any_name(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    sign_in(client, "reads")
    form = {"token": token_of(client), "claim": claim, "target": claim, "decision": "accept", "by": "Ilse"}
    assert client.post("/review", data=form, headers=OWN).status_code == 403
    assert client.post("/reviewer", data=form, headers=OWN).status_code == 403
    with reader(path) as ledger:
        assert list(find_reviews(ledger)) == []


def test_each_sign_in_is_a_new_session_and_signing_out_ends_it_for_good(site: tuple[TestClient, Path, str]) -> None:
    client = site[0]
    client.get("/login")
    before = client.cookies.get("sayso")
    sign_in(client, "reads")
    first, token = client.cookies.get("sayso"), token_of(client)
    assert first != before
    sign_in(client, "reads")
    assert token_of(client) != token
    kept = client.cookies.get("sayso")
    assert client.post("/logout", data={"token": token_of(client)}, headers=OWN).headers["location"] == "/login"
    for cookie in (first, kept):
        client.cookies.clear()
        assert cookie and client.get("/claims", headers={"Cookie": f"sayso={cookie}"}).status_code == 303


def test_a_token_that_left_the_file_ends_its_sessions_at_once(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    sign_in(client, "reviews")
    form = {"token": token_of(client), "claim": claim, "target": claim, "decision": "note", "note": "Ask them"}
    tokens = path.parent / "tokens"
    rows = tokens.read_text(encoding="utf-8").splitlines()
    tokens.write_text(f"{rows[0]}\n", encoding="utf-8")
    assert client.get("/claims").headers["location"] == "/login?next=%2Fclaims"
    answer = client.post("/review", data=form, headers=OWN)
    assert answer.status_code == 401 and "session has ended" in answer.text and "Ask them" in answer.text
    with reader(path) as ledger:
        assert list(find_reviews(ledger)) == []


def test_wrong_tokens_are_counted(site: tuple[TestClient, Path, str]) -> None:
    client = site[0]
    found = [sign_in(client, f"wrong {n}") for n in range(int(TRIES) + 1)]
    assert [answer.status_code for answer in found] == [401] * int(TRIES) + [429]
    assert "No such token is let in here." in found[0].text and sign_in(client, "reads").status_code == 429


@pytest.mark.parametrize("next", ["https://x.example/", "//x.example", "/\\x.example", ""])
def test_signing_in_leads_nowhere_else(site: tuple[TestClient, Path, str], next: str) -> None:
    assert sign_in(site[0], "reads", next).headers["location"] == "/"


def test_another_site_cannot_sign_anybody_in(site: tuple[TestClient, Path, str]) -> None:
    headers = {"Origin": "https://x.example", "Sec-Fetch-Site": "cross-site"}
    answer = site[0].post("/login", data={"secret": "reads"}, headers=headers)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


def test_a_link_from_another_site_ends_no_session(site: tuple[TestClient, Path, str]) -> None:
    answer = site[0].get("/login?next=/claims", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200 and "set-cookie" not in answer.headers
    assert html.fromstring(answer.text).cssselect("a[href='/claims']")


def test_the_cookie_is_kept_from_scripts_other_sites_and_plain_http(
    site: tuple[TestClient, Path, str], serve: Serve
) -> None:
    plain = site[0].get("/login").headers["set-cookie"]
    assert plain.startswith("sayso=") and "httponly" in plain and "samesite=strict" in plain and "secure" not in plain
    client = serve(site[1], public=True, tokens=site[1].parent / "tokens", https=True)
    cookie = client.get("/login").headers["set-cookie"]
    assert cookie.startswith("__Host-sayso=") and "; secure" in cookie and "path=/;" in cookie


def test_on_this_machine_nobody_signs_in(client: TestClient) -> None:
    assert client.get("/login").status_code == 404
    assert client.post("/login", data={"secret": "x"}, headers=OWN).status_code == 404
