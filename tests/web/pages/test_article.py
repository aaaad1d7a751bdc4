from __future__ import annotations

import csv
import io
from pathlib import Path

from lxml import html
from starlette.testclient import TestClient

from sayso.engine.showing import shown_article
from sayso.export.page import highlights
from sayso.store.connection import reader
from sayso.store.readings import find_report
from sayso.web.render import static_bytes
from tests.store.asked import known
from tests.store.support import article, new_ledger, take

ID = known().document.id


def parsed(client: TestClient, query: str = "", id: str = ID) -> html.HtmlElement:
    answer = client.get(f"/articles/{id}{query}")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_the_text_stands_to_the_letter_beside_its_claims_in_order(client: TestClient, ledger: Path) -> None:
    with reader(ledger) as opened:
        report = find_report(opened, ID)
    assert report is not None
    page = parsed(client)
    assert page.cssselect(".body")[0].text_content() == report.document.text
    entries = page.cssselect(".told > li")
    assert [int(entry.get("value")) for entry in entries] == list(range(1, len(report.claims) + 1))
    for entry, claim in zip(entries, report.claims, strict=True):
        said = " ".join(entry.text_content().split())
        assert claim.text in said and "on whose word" in said
        assert page.get_element_by_id(claim.id).get("href") == f"#k{entry.get('value')}"


def test_a_claim_leads_to_the_claim_across_articles_with_its_origins(client: TestClient) -> None:
    lines = parsed(client).cssselect(".told .line")
    across = [line.get("href") for line in lines if line.get("href").startswith("/claims/p_")]
    assert across and client.get(across[0]).status_code == 200
    assert parsed(client).cssselect(".told .standing") and parsed(client).cssselect(".told .beads")


def test_a_passage_is_marked_and_can_be_led_to(client: TestClient) -> None:
    page = parsed(client, "?at=4-20")
    text = known().document.text
    assert "".join(span.text_content() for span in page.cssselect(".body .asked")) == text[4:20]
    assert len(page.xpath("//*[@id='at']")) == 1
    for broken in ("5", "9-5", "0-99999999", "<b>"):
        assert client.get(f"/articles/{ID}", params={"at": broken}).status_code == 400


def test_the_record_is_what_the_terminal_gives_and_rows_are_its_claims(client: TestClient, ledger: Path) -> None:
    with reader(ledger) as opened:
        whole = shown_article(opened, ID)
    found = client.get(f"/articles/{ID}.json").json()
    assert found["id"] == ID and len(found["reading"]["claims"]) == len(whole.to_dict()["reading"]["claims"])
    rows = list(csv.DictReader(io.StringIO(client.get(f"/articles/{ID}.csv").text.removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == [claim.id for claim in known().claims]


def test_private_persons_stand_in_the_words_of_the_text_alone(client: TestClient) -> None:
    page = parsed(client)
    for part in page.cssselect(".told dl, .voices, .chain"):
        assert "Ada Venn" not in part.text_content()


def test_who_took_it_over_and_where_it_was_met_is_said(client: TestClient) -> None:
    copies = [i["id"] for i in client.get("/articles.json").json()["items"] if i["outlet"] == "Evening Wire"]
    copy = " ".join(parsed(client, id=copies[0]).text_content().split())
    assert (
        "of this text from there" in copy
        and "2 articles, 1 text" in copy
        and "harbour.txt, taken in 2 Jan 2026" in copy
    )
    original = parsed(client)
    assert original.cssselect(f"a[href='/articles/{ID}/diff/{copies[0]}']")


def test_what_waits_is_shown_as_text(client: TestClient) -> None:
    (waits,) = client.get("/articles.json?state=waiting").json()["items"]
    page = parsed(client, "?at=3-8", waits["id"])
    assert page.cssselect(".body")[0].text_content() == "It still waits to be read, undated."
    assert "waits to be read" in page.text_content() and not page.cssselect(".switches")


def test_the_beginning_of_an_id_will_do_and_an_unknown_one_is_not_there(client: TestClient) -> None:
    assert client.get(f"/articles/{ID[:8]}").status_code == 200
    assert client.get("/articles/d_ffffffffffffffff").status_code == 404
    assert client.get("/articles/..%2f..%2fetc").status_code == 404


def test_a_long_text_comes_in_parts_and_hostile_words_are_words(serve, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = "<script>alert(1)</script> \u202eevil\n" + "A line of a long text, one of many.\n" * 3_000 + "The end."
    long = article(text, title="</title><script>alert(2)</script>", url="javascript:alert(3)")
    with new_ledger(tmp_path) as ledger:
        take(ledger, long)
    client = serve(tmp_path / "a.sayso")
    answer = client.get(f"/articles/{long.id}")
    page = html.fromstring(answer.text)
    assert "<script>alert" not in answer.text and not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert (
        len(answer.text) < 100_000
        and "Part 1 of 3" in page.text_content()
        and page.cssselect(".pager a[href$='.json']")
    )
    last = html.fromstring(client.get(f"/articles/{long.id}?part=3").text)
    assert last.cssselect(".body")[0].text_content().endswith("The end.")
    there = html.fromstring(client.get(f"/articles/{long.id}?at={len(text) - 4}-{len(text)}").text)
    assert there.cssselect(".asked")[0].text_content() == "end."
    assert client.get(f"/articles/{long.id}?part=9").status_code == 400


def test_rules_for_what_a_link_leads_to_are_those_of_the_export() -> None:
    css = static_bytes("lit.css").decode()
    assert css.partition("*/\n")[2].strip() == highlights(99, 99, pointed=False)
