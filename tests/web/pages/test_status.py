from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.connection import reader, writer
from sayso.store.counts import find_counts
from sayso.web.pages.status import size
from tests.store.support import article, refused, take


def test_it_tells_what_the_ledger_holds_and_what_waits(client: TestClient, ledger: Path) -> None:
    page = html.fromstring(client.get("/status").text)
    assert [figure.text for figure in page.cssselect(".figure")] == ["3", "2", "10", "12"]
    waits = [" ".join(item.text_content().split()) for item in page.cssselect(".todo li")]
    assert waits == ["1 article not read yet · sayso ingest does it"]
    with reader(ledger) as opened:
        assert client.get("/status.json").json() == find_counts(opened).to_dict()


def test_what_is_taken_in_meanwhile_is_counted(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(own_ledger)
    assert client.get("/status.json").json()["documents"] == 3
    with writer(own_ledger) as ledger:
        take(ledger, article("Something more."), origin="more.txt")
    assert client.get("/status.json").json()["documents"] == 4


def test_what_was_set_aside_is_listed_by_reason(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    with writer(own_ledger) as ledger:
        take(ledger, *(refused(f"{k}.txt") for k in range(3)), origin="b.jsonl")
    client = serve(own_ledger)
    page = html.fromstring(client.get("/status").text)
    (link,) = page.cssselect("th a")
    assert link.text == "empty" and link.get("href") == "/status/set-aside?stage=intake&reason=empty"
    listed = html.fromstring(client.get(link.get("href") + "&limit=2").text)
    assert [row.cssselect("bdi")[0].text for row in listed.cssselect(".aside-list li")] == [
        "2.txt: holds no text",
        "1.txt: holds no text",
    ]
    assert listed.cssselect("a[rel=next]")[0].get("href").endswith("skip=2")
    rows = list(csv.DictReader(io.StringIO(client.get("/status/set-aside.csv").text.removeprefix("\ufeff"))))
    assert [(row["origin"], row["stage"], row["reason"]) for row in rows][0] == ("2.txt", "intake", "empty")
    assert client.get("/status/set-aside.json?reason=unknown").json()["items"] == []
    assert client.get("/status/set-aside?stage=heaven").status_code == 400


def test_an_empty_ledger_shows_how_to_begin(serve, empty_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(empty_ledger)
    assert "sayso ingest" in client.get("/status").text
    assert "Nothing was set aside" in client.get("/status/set-aside").text


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_500, "1.5 kB"), (23_400_000, "23.4 MB"), (5e12, "5,000.0 GB")],
)
def test_sizes(count: float, told: str) -> None:
    assert size(int(count)) == told
