from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.web import door
from sayso.web.door import LASTS, TRIES, Doorkeeper, TooManyTries
from sayso.web.guard import TOLD
from sayso.web.tokens import Tokens, add, line
from tests.web.conftest import Serve

READS, REVIEWS = {"Authorization": "Bearer reads"}, {"Authorization": "bearer reviews"}


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    """A file that lets in a reader and Ilse, who reviews."""
    path = tmp_path / "tokens"
    add(path, line("reads", None))
    add(path, line("reviews", "Ilse"))
    return path


@pytest.fixture
def client(serve: Serve, ledger: Path, tokens: Path) -> TestClient:
    """A client of a public app."""
    return serve(ledger, public=True, tokens=tokens)


@pytest.mark.parametrize("path", ["/claims", "/", "/reviews?by=x", "/nothing", "/tellings/c_12ab345", "/logout"])
def test_without_a_token_a_person_is_led_to_sign_in(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login?next=%2F")
    page = client.get(answer.headers["location"])
    assert (
        page.status_code == 200
        and "a.sayso" not in page.text
        and {**page.headers}.items() >= {name.lower(): value for name, value in TOLD.items()}.items()
    )


@pytest.mark.parametrize("path", ["/claims.json", "/claims.csv", "/api/v1/claims", "/api/v1/openapi.json", "/api/v1/x"])
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic cmVhZHM6"}])
def test_without_a_token_a_program_gets_nothing(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_token_in_the_header_is_enough_to_read(client: TestClient) -> None:
    assert client.get("/api/v1/claims", headers=READS).json()["found"] > 0
    page = client.get("/reviews", headers=READS).text
    assert 'action="/reviewer"' not in page and "You decide as" not in page
    assert "You decide as" in client.get("/reviews", headers=REVIEWS).text


def test_style_and_icon_are_there_for_the_page_for_signing_in(client: TestClient) -> None:
    assert client.get("/static/0/sayso.css").status_code == 200
    assert client.get("/static/../claims").status_code in (303, 404)
    assert client.get("/static/%2e%2e/claims").status_code in (303, 404)


def test_nothing_is_changed_without_a_token(client: TestClient) -> None:
    own = {"Origin": "http://127.0.0.1:8117"}
    for path in ("/review", "/reviewer", "/logout", "/claims"):
        assert client.post(path, data={"by": "Ben", "decision": "accept"}, headers=own).status_code in (401, 403)


def test_whoever_guesses_is_stopped_also_with_a_right_token(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [client.get("/claims.json", headers={"Authorization": f"Bearer {n}"}).status_code for n in range(12)]
    assert wrong == [401] * int(TRIES) + [429] * (12 - int(TRIES))
    assert client.get("/claims.json", headers=READS).status_code == 429


def test_tries_come_back_and_sessions_end(tokens: Path) -> None:
    now = 0.0
    keeper = Doorkeeper(Tokens(tokens), lambda: now)
    for _ in range(int(TRIES)):
        assert keeper.known("wrong", "a") is None
    with pytest.raises(TooManyTries):
        keeper.known("reads", "a")
    assert keeper.known("reads", "b") is not None
    now = 61.0
    entry = keeper.known("reviews", "a")
    assert entry is not None and entry.reviewer == "Ilse"
    id = keeper.begin(entry)
    who = keeper.inside(id)
    assert who is not None and who.reviewer == "Ilse" and keeper.inside("other") is None and keeper.inside(None) is None
    now += LASTS + 1
    assert keeper.inside(id) is None


def test_there_is_an_end_to_sessions(tokens: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "SESSIONS", 2)
    keeper = Doorkeeper(Tokens(tokens))
    entry = keeper.known("reads", "a")
    assert entry is not None
    ids = [keeper.begin(entry) for _ in range(3)]
    assert [keeper.inside(id) is not None for id in ids] == [False, True, True]


def test_a_broken_file_lets_nobody_in_and_tells_strangers_nothing_of_it(client: TestClient, tokens: Path) -> None:
    tokens.write_text("open sesame\n", encoding="utf-8")
    answer = client.get("/claims.json", headers=READS)
    assert answer.status_code == 503 and "tokens" not in answer.text and "sesame" not in answer.text
