from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.web.deciding import decide, id_of, send, told


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Callable[..., TestClient]) -> TestClient:
    """A ledger with four decisions of two people."""
    path, claim = told(tmp_path, monkeypatch)
    client: TestClient = serve(path)
    send(client, "/reviewer", by="Ilse", back="/")
    decide(client, claim, "accept")
    decide(client, claim, "side", id_of("a4"), side="open")
    send(client, "/reviewer", by="Ben", back="/")
    decide(client, claim, "note", id_of("b1"), note="Aid of the 20th")
    send(client, "/review", decision="undo", number="2")
    return client


def test_the_latest_stands_first_with_who_and_when(client: TestClient) -> None:
    rows = html.fromstring(client.get("/reviews").text).cssselect(".decisions li")
    told = [" ".join(row.text_content().split()) for row in rows]
    assert [row.get("id") for row in rows] == [f"decision-{n}" for n in (4, 3, 2, 1)]
    assert "took back decision 2" in told[0] and told[3].startswith("Ilse 2 Jan 2026")
    assert "taken back by Ben" in told[2] and "Aid of the 20th" in told[1]
    assert [len(row.cssselect("button")) for row in rows] == [0, 1, 0, 1]


def test_the_same_as_json_and_csv_page_by_page(client: TestClient) -> None:
    first = client.get("/reviews.json?limit=3").json()
    assert [row["number"] for row in first["items"]] == [4, 3, 2] and first["found"] == 4
    assert [row["number"] for row in client.get(first["next"]).json()["items"]] == [1]
    rows = list(csv.DictReader(io.StringIO(client.get("/reviews.csv").text.removeprefix("\ufeff"), newline="")))
    assert [(row["number"], row["by"]) for row in rows] == [("4", "Ben"), ("3", "Ben"), ("2", "Ilse"), ("1", "Ilse")]


def test_one_person_or_one_claim_by_itself(client: TestClient) -> None:
    def numbers(**query: str) -> list[int]:
        return [row["number"] for row in client.get("/reviews.json", params=query).json()["items"]]

    assert numbers(by="Ilse") == [2, 1] and numbers(by="Nobody") == []
    assert numbers(claim=id_of("b1")) == [3]
    assert numbers(claim=id_of("a1")) == [1] and numbers(claim=id_of("a4")) == [4, 2, 1]
    assert client.get("/reviews?claim=nonsense").status_code == 400
