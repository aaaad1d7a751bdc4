from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.web.pages import MENU, PAGES
from tests.web.conftest import Serve


def test_the_first_page_is_the_claims(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 307 and answer.headers["location"] == "/claims"


@pytest.mark.parametrize("page", [page for page in PAGES if "{" not in page.path], ids=lambda page: page.name)
def test_every_page_is_there_in_each_form(client: TestClient, page) -> None:  # type: ignore[no-untyped-def]
    html = client.get(page.path)
    assert html.status_code == 200 and html.headers["content-type"] == "text/html; charset=utf-8"
    for address in (f"{page.path}.json", f"/api/v1{page.path}"):
        found = client.get(address)
        assert found.status_code == 200 and isinstance(found.json(), dict)
    assert client.get(f"{page.path}.csv").status_code in (200, 404)


@pytest.mark.parametrize("page", [page for page in PAGES if "{" not in page.path], ids=lambda page: page.name)
def test_no_page_has_style_or_script_within_or_asks_another_host(client: TestClient, page) -> None:  # type: ignore[no-untyped-def]
    text = client.get(page.path).text
    assert " style=" not in text and "<style" not in text and "onclick" not in text
    assert text.count("<script") == text.count('<script type="module" src="/static/')
    assert 'src="http' not in text and 'href="http' not in text.replace('href="https://www.w3.org', "")


def test_the_menu_marks_where_one_is(client: TestClient) -> None:
    text = client.get("/claims").text
    assert text.count('aria-current="page"') == 1
    assert all(f'href="{page.path}"' in text for page in MENU)
    within = client.get("/watch/new").text
    assert '<a href="/watch" aria-current="true">' in within and 'aria-current="page"' not in within


def test_files_are_kept_for_good_under_the_address_that_names_what_is_in_them(client: TestClient) -> None:
    address = client.get("/claims").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get("/static/0000000000/sayso.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/0000000000/nothing.css").status_code == 404
    assert client.get("/claims").headers["cache-control"] == "no-store"


def test_pages_are_packed(client: TestClient) -> None:
    answer = client.get("/claims", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"


def test_the_first_view_weighs_little(client: TestClient) -> None:
    text = client.get("/claims").text
    files = {part.partition('"')[0] for part in text.split('"/static/')[1:]}
    weight = len(gzip.compress(text.encode())) + sum(
        len(gzip.compress(client.get(f"/static/{name}").content)) for name in files
    )
    assert weight <= 150_000


def test_the_cookie_is_for_this_app_alone(client: TestClient) -> None:
    cookie = client.get("/claims").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


@pytest.mark.parametrize("path", ["/nothing", "/claims/x/y/z", "/static", "/claims.xml"])
def test_what_is_not_there_is_said_on_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "there is no" in answer.text


def test_programs_get_problems_as_records(client: TestClient) -> None:
    answer = client.get("/api/v1/nothing")
    assert answer.status_code == 404 and answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {"type": "about:blank", "title": "there is no such page", "status": 404}


def test_a_ledger_that_is_moved_away_is_said_and_found_again(serve: Serve, own_ledger: Path, tmp_path: Path) -> None:
    client = serve(own_ledger)
    assert client.get("/claims").status_code == 200
    shutil.move(own_ledger, tmp_path / "away")
    answer = client.get("/claims")
    assert answer.status_code == 503 and "not there any more" in answer.text
    (tmp_path / "note.txt").write_text("no ledger")
    shutil.copy(tmp_path / "note.txt", own_ledger)
    assert "is no ledger of Sayso" in client.get("/claims").text
    shutil.move(tmp_path / "away", own_ledger)
    assert client.get("/claims").status_code == 200


def test_only_forms_are_posted(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH", "POST"):
        answer = client.request(method, "/claims", headers={"origin": "http://127.0.0.1:8117"})
        assert answer.status_code == 405
