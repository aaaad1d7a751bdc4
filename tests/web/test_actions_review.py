from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.store.connection import locked, reader
from sayso.store.propositions import find_proposition
from sayso.store.reviews import find_reviews
from sayso.web import actions_review
from tests.store.support import NOW
from tests.web.deciding import OWN, decide, id_of, notice, send, told

Serve = Callable[..., TestClient]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve) -> tuple[TestClient, Path, str]:
    """A client that has said who reviews, the ledger, and the id of its claim."""
    path, claim = told(tmp_path, monkeypatch)
    client = serve(path)
    assert send(client, "/reviewer", by="Ilse", back="/reviews").headers["location"] == "/reviews"
    return client, path, claim


def test_a_decision_is_kept_with_name_and_time_and_leads_back_to_the_claim(
    site: tuple[TestClient, Path, str],
) -> None:
    client, path, claim = site
    answer = decide(client, claim, "side", id_of("a4"), side="open")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claims/{claim}")
    assert "is neither for nor against the claim. Now corroborated: 3 to 4; was contested" in notice(client)
    with reader(path) as ledger:
        (kept,) = find_reviews(ledger)
    assert (kept.by, kept.at, kept.about) == ("Ilse", NOW, (id_of("a4"),))
    assert not html.fromstring(client.get("/reviews").text).cssselect(".notice"), "shown once"


def test_whoever_says_no_name_is_asked_for_it_and_loses_nothing(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    send(client, "/reviewer", by="", back="/reviews")
    answer = decide(client, claim, "note", note="Ask\nthem <all>")
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    assert page.cssselect("textarea")[0].text == "Ask\nthem <all>"
    form = {field.get("name"): field.get("value") for field in page.cssselect("form[action='/review'] input")}
    done = client.post("/review", data={**form, "note": "Ask them", "by": "Ben"}, headers=OWN)
    assert done.headers["location"] == f"/claims/{claim}"
    with reader(path) as ledger:
        assert [(d.by, d.words) for d in find_reviews(ledger)] == [("Ben", "Ask them")]
    assert decide(client, claim, "accept").status_code == 303, "the name is kept for the next one"


def test_what_cannot_be_decided_is_said_beside_what_was_typed(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    for fields, words in (
        ({"decision": "with", "other": "p_ffffffffffffffff"}, "No document or claim has an id"),
        ({"decision": "root", "target": id_of("a3"), "root": "Nobody Here"}, "The claim has no origin 'Nobody Here'"),
        ({"decision": "split"}, "Choose what you decide."),
        ({"decision": "same", "origin__o_1": "1"}, "Tick the two origins that are one; 1 ticked."),
        ({"decision": "note", "note": " "}, "The note is empty."),
    ):
        answer = decide(client, claim, **fields)  # type: ignore[arg-type]
        page = html.fromstring(answer.text)
        assert answer.status_code == 400 and words in page.cssselect("[role=alert]")[0].text_content()
        typed = fields.get("other") or fields.get("root")
        assert typed is None or page.cssselect(f"input[value='{typed}']")
    with reader(path) as ledger:
        assert list(find_reviews(ledger)) == []


def test_a_split_goes_back_to_what_is_left_and_shows_where_the_rest_went(
    site: tuple[TestClient, Path, str],
) -> None:
    client, path, claim = site
    first = next(key for key in ("a1", "a2", "a3", "a4", "a5") if id_of(key)[2:] == claim[2:])
    answer = decide(client, claim, "apart", id_of(first))
    left = answer.headers["location"].removeprefix("/claims/")
    assert left != claim, "the claim was named after what was taken out of it"
    with reader(path) as ledger:
        found = find_proposition(ledger, left)
    assert found is not None and len(found.assertions) == 4
    page = html.fromstring(client.get("/reviews").text)
    assert page.cssselect(".notice a")[0].get("href") == f"/claims/{claim}"
    assert send(client, "/review", decision="undo", number="1", back="/reviews").headers["location"] == "/reviews"
    assert notice(client).endswith("To the claim")


def test_two_claims_become_one_also_by_a_pasted_address(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    other = client.get("/claims.json").json()["items"][-1]["id"]
    assert other != claim
    answer = decide(client, claim, "with", other=f"http://127.0.0.1:8117/claims/{other}?x=1#y")
    one = answer.headers["location"].removeprefix("/claims/")
    with reader(path) as ledger:
        found = find_proposition(ledger, one)
    assert found is not None and len(found.assertions) == 7


def test_a_form_waits_for_who_else_writes(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(path):
            held.set()
            go.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    threading.Timer(0.5, go.set).start()
    assert decide(client, claim, "accept").status_code == 303
    other.join()


def test_a_form_does_not_wait_for_ever(site: tuple[TestClient, Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    client, path, claim = site
    monkeypatch.setattr(actions_review, "PATIENCE", 0.3)
    with locked(path):
        answer = decide(client, claim, "note", note="Ask them")
    assert answer.status_code == 503 and "Nothing is lost" in answer.text
    assert html.fromstring(answer.text).cssselect("textarea")[0].text == "Ask them"


def test_a_form_of_an_older_session_changes_nothing_and_is_offered_again(site: tuple[TestClient, Path, str]) -> None:
    client, path, claim = site
    form = {"token": "old", "claim": claim, "target": claim, "decision": "note", "note": "Ask them"}
    answer = client.post("/review", data=form, headers=OWN)
    assert answer.status_code == 403 and "Ask them" in answer.text
    assert client.post("/review", data=form, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    with reader(path) as ledger:
        assert list(find_reviews(ledger)) == []


@pytest.mark.parametrize("back", ["https://x.example/", "//x.example", "/\\x.example", "reviews"])
def test_nobody_is_sent_elsewhere(site: tuple[TestClient, Path, str], back: str) -> None:
    assert send(site[0], "/reviewer", by="Ben", back=back).headers["location"] == "/reviews"
