from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.connection import reader, writer
from sayso.store.forget import save_forgotten
from sayso.store.taken import save_input, save_outcomes
from sayso.store.told import find_watched
from tests.store.support import NOW, article

LATER = "2026-02-03T04:05:06Z"


def come(path: Path, text: str) -> str:
    """One article more, taken in later."""
    found = article(text)
    with writer(path) as ledger:
        given = save_input(ledger, f"{text}.txt", text, 9, LATER)
        save_outcomes(ledger, given, 0, [found], LATER, last=True)
    return found.id


def looked(client: TestClient) -> None:
    """Press the button of the page."""
    page = html.fromstring(client.get("/watch").text)
    (form,) = page.cssselect("form[method=post]")
    fields = {field.get("name"): field.get("value") for field in form.cssselect("input")}
    answer = client.post(form.get("action"), data=fields, headers={"Origin": str(client.base_url)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/watch")


def lead(client: TestClient, query: str = "") -> str:
    page = html.fromstring(client.get(f"/watch{query}").text)
    return " ".join(page.cssselect(".came .lead")[0].text_content().split())


def test_at_first_it_tells_of_the_latest_day_of_intake(client: TestClient) -> None:
    assert lead(client) == "3 articles came in on the latest day of intake, 2 Jan 2026."
    page = html.fromstring(client.get("/watch").text)
    assert len(page.cssselect(".claims > li")) == 10
    found = client.get("/watch.json").json()
    assert (found["articles"], found["new_claims"], found["told_again"]) == (3, 10, 0)
    assert (found["since"], found["newest"]) == ("2026-01-02", NOW)


def test_who_has_looked_sees_only_what_came_since(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(own_ledger)
    looked(client)
    assert lead(client) == "Nothing came in since you looked: after 2 Jan 2026, 03:04 UTC."
    come(own_ledger, "It came later.")
    assert lead(client) == "1 article came in since you looked: after 2 Jan 2026, 03:04 UTC."
    assert serve(own_ledger).get("/watch.json").json()["since"] == LATER[:10]  # another browser has its own mark
    looked(client)
    assert lead(client).startswith("Nothing came in since you looked: after 3 Feb 2026")


def test_looking_leaves_the_memory_of_watch_alone(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    before = own_ledger.read_bytes()
    looked(serve(own_ledger))
    assert own_ledger.read_bytes() == before
    with reader(own_ledger) as ledger:
        assert find_watched(ledger) is None


def test_a_mark_whose_article_is_forgotten_still_stands(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(own_ledger)
    last = come(own_ledger, "It came later.")
    looked(client)
    with writer(own_ledger) as ledger:
        save_forgotten(ledger, [last], "document", NOW)
    assert lead(client).startswith("Nothing came in since you looked")


def test_what_is_asked_for_goes_before_what_was_looked_at(serve, own_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(own_ledger)
    come(own_ledger, "It came later.")
    looked(client)
    assert lead(client, "?since=2026-02-03T04:05") == "1 article came in since 3 Feb 2026, 04:05."
    assert lead(client, "?since=2026-01-01").startswith("4 articles came in since 1 Jan 2026")
    assert lead(client, "?since=2027-01-01").startswith("Nothing came in")


@pytest.mark.parametrize("since", ["soon", "2026", "2026-02-03T4", "d_0f638e3a9a510090", "2026-02-03' OR 1"])
def test_a_time_that_is_none_is_said(client: TestClient, since: str) -> None:
    assert client.get("/watch", params={"since": since}).status_code == 400


@pytest.mark.parametrize("newest", ["", "d_1", "d_0f638e3a9a510090 now", "x" * 4000])
def test_a_mark_that_is_none_is_refused(client: TestClient, newest: str) -> None:
    page = html.fromstring(client.get("/watch").text)
    token = page.cssselect("input[name=token]")[0].get("value")
    headers = {"Origin": str(client.base_url)}
    assert client.post("/watch/looked", data={"token": token, "newest": newest}, headers=headers).status_code == 400
    assert client.post("/watch/looked", data={"newest": newest}, headers=headers).status_code == 403


def test_changes_and_new_claims_have_lists_of_their_own(client: TestClient) -> None:
    first = client.get("/watch/new.json?limit=4").json()
    assert first["found"] == 10 and len(first["items"]) == 4
    rows = list(csv.DictReader(io.StringIO(client.get("/watch/new.csv").text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 10
    assert client.get("/watch/changed.json").json()["items"] == []
    assert client.get("/watch/changed.csv").text.startswith("\ufeffkind,news,claim,")
    assert "nothing to tell" in client.get("/watch/changed").text
    about = client.get("/watch/new.json?about=hospital").json()
    assert [item["text"] for item in about["items"]] == ["Denied: Shells had hit a hospital in Kiev overnight."]


def test_an_empty_ledger_shows_how_to_begin(serve, empty_ledger: Path) -> None:  # type: ignore[no-untyped-def]
    client = serve(empty_ledger)
    for path in ("/watch", "/watch/new", "/watch/changed"):
        assert "sayso ingest" in client.get(path).text
