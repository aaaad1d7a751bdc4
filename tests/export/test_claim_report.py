from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.export.claim_report import JUDGES, Material, pieces
from sayso.types.review import Action, Fate, ListedReview
from sayso.types.timeline import History
from sayso.types.weighing import Reason
from tests.histories import history
from tests.readings import CHARACTERS
from tests.tellings import ARTICLES, DENIAL, FIRST, proposition, short, traced, weighed

NOW = "2031-03-07T09:00:00Z"


def material(**fields: object) -> Material:
    """The claim that Velmar troops crossed the Sella; fields are those of the claim."""
    found = traced(**fields)
    return Material(found, history(), NOW, "0.9", ("1.5 sayso 0.1.0",), 31, 0)


def page(found: Material) -> html.HtmlElement:
    return html.fromstring("".join(pieces(found, short)))


def words(found: Material) -> str:
    return " ".join(page(found).body.text_content().split())


def test_a_report_tells_how_a_claim_stands_and_why() -> None:
    told = words(material())
    assert told.startswith(
        "Report on a claim Velmar troops crossed the Sella. contested The council of Norrin denies it"
    )
    assert "For it: at least 1, at most 2 independent origins" in told
    assert "These 2 articles count once: one is a copy of the other." in told
    assert "Against it: exactly 1 independent origin" in told and "Pavel Rusk named; speaks for Velmar army" in told
    assert "Copied by 1 article: The Harbour Post." in told and "Date unknown" in told


def test_it_says_what_it_does_not_do_and_who_made_it_from_what() -> None:
    told = words(material())
    assert JUDGES in told and "What could not be known" in told
    assert (
        "Made by Sayso 0.9 on 7 Mar 2031, 09:00 UTC from a ledger of 31 articles; this claim was read by"
        " model 1.5 of Sayso 0.1.0." in told
    )


def test_private_persons_have_no_name_in_what_is_sent() -> None:
    text = "".join(pieces(material(), short))
    assert "Ada Venn" not in text and "a person of one article" in text


def test_the_words_are_the_articles_own_and_only_words() -> None:
    found = material()
    exact = "Tro‮ops <b>crossed</b> & \x1b[31m “it”"
    known = {**found.traced.words, (DENIAL.document, DENIAL.span): exact}
    root = page(replace(found, traced=replace(found.traced, words=known)))
    said = [quote.text_content() for quote in root.cssselect("blockquote")]
    assert exact in [quote.replace("\ufffd", "") for quote in said] and not root.cssselect("blockquote b")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/\"onclick='x'"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    articles = tuple(replace(article, url=url) for article in ARTICLES)
    root = page(material(articles=articles))
    links = {link.get("href") for link in root.cssselect("a")}
    assert links == ({url} if url.startswith("https:") else set()) and not root.xpath("//@onclick")


def test_it_asks_nothing_of_any_machine_and_allows_no_script() -> None:
    text = "".join(pieces(material(), short))
    root = html.fromstring(text)
    policy = root.cssselect("meta[http-equiv='Content-Security-Policy']")[0].get("content")
    sheets = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() for sheet in sheets]
    assert len(sheets) == 2 and all(f"'sha256-{one}'" in policy for one in hashes)
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert not root.cssselect("script, link, img, iframe, object, [style], [src]") and "url(" not in "".join(sheets)


def test_decisions_that_hold_are_told_by_the_names_of_outlets() -> None:
    found = material()
    row = ListedReview(
        1, NOW, "Ilse", Action.NOTE, FIRST.id, Fate.HOLDS, found.traced.proposition.id, "t", None, "Ask <them>", (),
        (FIRST.id,), (), (), None, None, None,
    )  # fmt: skip
    gone = replace(row, number=2, fate=Fate.UNDONE, words="Never mind")
    told = words(replace(found, traced=replace(found.traced, decisions=(row, gone))))
    assert f"by Ilse, 7 Mar 2031: note on Alder Wire ({short(FIRST.id)}): “Ask <them>”" in told
    assert "Never mind" not in told and "Decided by people" not in words(found)


def test_what_is_too_much_is_counted() -> None:
    many = replace(weighed().support, reasons=tuple(Reason("x", f"Reason {k}.") for k in range(40)))
    told = words(material(weighed=replace(weighed(), support=many)))
    assert "Reason 13." in told and "Reason 14." not in told and "26 more reasons" in told
    long = replace(history(), moments=history().moments * 60)
    assert "are not told here" in words(replace(material(), history=long))


def test_a_claim_without_anything_is_a_report_too() -> None:
    bare = replace(weighed(), origins=(), steps=(), standing_reason="", standing_since=None)
    found = material(text="", assertions=(), articles=(), weighed=bare, type=None)
    told = words(replace(found, history=History((), (), ()), producers=()))
    assert "(no words)" in told and "a model that is not noted" in told


@given(st.text(CHARACTERS), st.text(CHARACTERS))
def test_any_text_makes_a_page_that_shows_it(title: str, said: str) -> None:
    article = replace(ARTICLES[0], title=title, outlet=said, url=said)
    found = material(text=title, articles=(article, *ARTICLES[1:]))
    root = page(found)
    assert len(root.cssselect("h1")) == 1 and not root.cssselect("script")
    "".join(pieces(found, short)).encode("utf-8")


def test_the_claim_is_named_in_full_at_the_end() -> None:
    assert words(material()).endswith(proposition().id)
