from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.web.guard import BURST, LARGEST_BODY, LONGEST_QUERY, TOLD, Bucket
from tests.web.conftest import ADDRESS, Serve


@pytest.mark.parametrize("path", ["/claims", "/claims.json", "/static/0/sayso.css", "/nothing", "/claims?standing=no"])
def test_every_answer_tells_the_browser_what_to_refuse(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in TOLD} == TOLD
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy and "*" not in policy and "default-src 'none'" in policy


def test_a_fault_tells_it_too_and_shows_nothing_of_the_code(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("secret of the code")

    monkeypatch.setattr("sayso.web.answers.as_html", fail)
    answer = client.get("/claims")
    assert answer.status_code == 500 and {name: answer.headers[name] for name in TOLD} == TOLD
    assert "secret" not in answer.text and "Sayso made a mistake" in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8117", ""])
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/claims", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8117", "localhost:9", "localhost"])
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/claims", headers={"host": host}).status_code == 200


def test_a_query_that_is_too_long_is_refused_in_one_line(client: TestClient) -> None:
    answer = client.get("/claims?about=" + "x" * 60_000)
    assert answer.status_code == 414 and f"{LONGEST_QUERY:,}" in answer.text and answer.text.count("\n") == 1


def test_a_long_body_is_refused_whatever_it_says_of_its_length(client: TestClient) -> None:
    own = {"origin": ADDRESS}
    assert client.post("/review", content=b"x" * (LARGEST_BODY + 1), headers=own).status_code == 413
    pieces = (b"x" * 1024 for _ in range(LARGEST_BODY // 1024 + 2))
    kind = own | {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/review", content=pieces, headers=kind).status_code in (404, 413)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ADDRESS, "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_what_a_page_of_another_site_sends_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/review", data={"token": "x"}, headers=headers)
    assert answer.status_code == 403 and "another site" in answer.text


def test_a_client_that_asks_too_often_waits_and_others_do_not(serve: Serve, ledger: Path) -> None:
    client = serve(ledger, rate=0.001)
    found = [client.get("/static/0/icon.svg").status_code for _ in range(int(BURST) + 5)]
    assert found == [200] * int(BURST) + [429] * 5


def test_requests_come_back_with_time() -> None:
    now = 0.0
    bucket = Bucket(2.0, BURST, lambda: now)
    assert sum(bucket.take("a") for _ in range(100)) == BURST
    assert not bucket.left("a") and bucket.left("b")
    now = 3.0
    assert bucket.left("a") and sum(bucket.take("a") for _ in range(100)) == 6
    assert bucket.take("b")


def test_clients_seen_longest_ago_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.guard.CLIENTS", 2)
    bucket = Bucket(0.001, 1.0, lambda: 0.0)
    assert [bucket.take(client) for client in "abab"] == [True, True, False, False]
    assert bucket.take("c") and bucket.take("a") and not bucket.take("c")
