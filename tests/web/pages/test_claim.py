from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.engine.trace import find_trace
from sayso.export import trace_words
from sayso.store.connection import reader
from sayso.types.review import Action
from tests.engine import deciding
from tests.engine.deciding import ASSERTIONS, claim_of, told_ledger
from tests.web.deciding import id_of, told

Serve = Callable[..., TestClient]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve) -> tuple[TestClient, str, Path]:
    path, claim = told(tmp_path, monkeypatch)
    return serve(path), claim, path


def page_of(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_head_tells_how_it_stands_and_each_figure_leads_to_its_reason(site: tuple[TestClient, str, Path]) -> None:
    client, claim, path = site
    with reader(path) as ledger:
        found = find_trace(ledger, claim).proposition
    page = page_of(client, f"/claims/{claim}")
    head = words(page.cssselect(".claim-head")[0])
    assert found.text in head and found.weighed.standing_reason in head
    figures = page.cssselect(".figures a")
    assert words(figures[0]).startswith(f"{len(found.articles)} article")
    assert words(figures[1]).startswith(f"{found.texts} text")
    support = found.weighed.support
    assert words(figures[2]).startswith(trace_words.between(support.least, support.most))
    for link in figures:
        assert page.cssselect(link.get("href")), link.get("href")
    for reason in support.reasons[:8]:
        assert reason.sentence in words(page.cssselect("#why-for")[0])


def test_every_link_within_the_page_leads_somewhere(site: tuple[TestClient, str, Path]) -> None:
    client, claim, _ = site
    page = page_of(client, f"/claims/{claim}?open=all")
    ids = {it.get("id") for it in page.iter() if it.get("id")}
    assert len(ids) == sum(1 for it in page.iter() if it.get("id"))
    for a in page.iter("a"):
        if a.get("href", "").startswith("#"):
            assert a.get("href")[1:] in ids, a.get("href")


def test_articles_are_quoted_in_their_own_words_with_a_link_to_the_place(site: tuple[TestClient, str, Path]) -> None:
    client, claim, _ = site
    (entry,) = page_of(client, f"/claims/{claim}").cssselect(f"#{id_of('a4')}")
    assert "Words of a4, and of nobody else." in words(entry.cssselect("blockquote")[0])
    assert entry.cssselect(".at a")[0].get("href") == f"/articles/{ASSERTIONS['a4'].document}?at=0-32#at"


def test_a_private_person_is_named_in_the_words_of_the_article_alone(site: tuple[TestClient, str, Path]) -> None:
    client, claim, _ = site
    page = page_of(client, f"/claims/{claim}?open=all")
    for quoted in page.cssselect("blockquote, q"):
        quoted.drop_tree()
    assert "Ada Venn" not in page.text_content() and "a person of one article" in page.text_content()
    assert "Ada Venn" not in client.get(f"/claims/{claim}.csv").text


def test_the_list_says_what_the_drawing_shows(site: tuple[TestClient, str, Path]) -> None:
    client, claim, _ = site
    page = page_of(client, f"/claims/{claim}")
    drawn = {a.get("href") for a in page.cssselect("svg.provenance a")}
    assert drawn == {a.get("href") for a in page.cssselect(".outline a")}


def test_the_same_record_as_the_command_line_and_a_row_for_each_assertion(site: tuple[TestClient, str, Path]) -> None:
    client, claim, path = site
    with reader(path) as ledger:
        trace = find_trace(ledger, claim)
    found = client.get(f"/claims/{claim}.json").json()
    assert found == client.get(f"/api/v1/claims/{claim}").json() == trace.to_dict()
    text = client.get(f"/claims/{claim}.csv").text.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [a.id for a in trace.proposition.assertions]
    assert all(row["claim"] == claim for row in rows)


def test_the_id_of_an_articles_own_claim_and_the_beginning_of_one_will_do(site: tuple[TestClient, str, Path]) -> None:
    client, claim, _ = site
    title = page_of(client, f"/claims/{claim}").findtext(".//title")
    assert page_of(client, f"/claims/{id_of('a4')}").findtext(".//title") == title
    assert page_of(client, f"/claims/{claim[:9]}").findtext(".//title") == title


@pytest.mark.parametrize("id", ["p_0000", "c_ffffffff", "p_", "d_00", "%3Cb%3E", "p_zz%00"])
def test_an_id_of_nothing_is_told_in_one_line(site: tuple[TestClient, str, Path], id: str) -> None:
    answer = site[0].get(f"/claims/{id}")
    assert answer.status_code == 404 and "<b>" not in answer.text
    assert site[0].get(f"/claims/{id}.json").json()["status"] == 404


@pytest.mark.parametrize("opened", ["all", "nobody", "o_nothing", '"><script>', "x" * 4000])
def test_whatever_is_asked_to_be_opened_the_page_comes(site: tuple[TestClient, str, Path], opened: str) -> None:
    answer = site[0].get(f"/claims/{site[1]}", params={"open": opened})
    assert answer.status_code == 200 and "<script>" not in answer.text.replace('<script type="module"', "")


def test_a_decision_is_seen_at_once_though_the_claim_was_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve
) -> None:
    with told_ledger(tmp_path, monkeypatch) as ledger:
        claim = claim_of(ledger, "a1")
        client = serve(tmp_path / "ledger.sayso")
        before = client.get(f"/claims/{claim}.json").json()
        assert "Look at this" not in client.get(f"/claims/{claim}").text
        deciding.review(ledger, Action.NOTE, "a1", "Look at this")
        assert "Look at this" in client.get(f"/claims/{claim}").text
        deciding.review(ledger, Action.APART, "a3")
        after = page_of(client, f"/claims/{claim}")
    assert len(before["assertions"]) - 1 == len(client.get(f"/claims/{claim}.json").json()["assertions"])
    assert not after.cssselect(f"#{id_of('a3')}")


def test_the_headings_make_an_outline(site: tuple[TestClient, str, Path]) -> None:
    page = page_of(site[0], f"/claims/{site[1]}")
    levels = [int(it.tag[1]) for it in page.cssselect("h1, h2, h3, h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
