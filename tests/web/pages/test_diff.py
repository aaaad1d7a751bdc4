from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.engine.lineage import compare
from sayso.export import lineage_diff
from sayso.web.pages import diff
from tests.store.support import article, new_ledger, take

OLD = article(
    "Colonel Brask said that 40 soldiers had not crossed the river. Nobody was hurt in the town of Orlen on Monday.\n\n"
    "“We will not leave before both sides have given us a promise in writing,” he told reporters at the harbour.",
    published="2022-03-01",
    title="<b>Old",
)
NEW = article(
    "Colonel Brask said that 400 soldiers had crossed the river. Nobody was hurt in the town of Orlen on Monday.\n\n"
    "“We will not leave before the two sides have given us a promise,” he told correspondents at the harbour.",
    published="2022-03-02",
    title="New",
)


@pytest.fixture
def both(serve, tmp_path: Path) -> TestClient:  # type: ignore[no-untyped-def]
    with new_ledger(tmp_path) as ledger:
        take(ledger, OLD, NEW, article("word " * 15_000), article("other " * 15_000))
    found: TestClient = serve(tmp_path / "a.sayso")
    return found


def test_both_texts_stand_side_by_side_with_what_changed_in_words(both: TestClient) -> None:
    page = html.fromstring(both.get(f"/articles/{OLD.id}/diff/{NEW.id}").text)
    for label, text, side in (("del", OLD.text, ".one"), ("ins", NEW.text, ".two")):
        for small in page.cssselect(f"{side} small, {side} .side-of"):
            small.drop_tree()
        shown = " ".join(" ".join(cell.text_content() for cell in page.cssselect(side)).split())
        assert shown == " ".join(text.split())
        assert page.cssselect(f"{side} {label}")
    told = " ".join(page.cssselect(".changes")[0].text_content().split())
    assert "Number changed: “40” became “400”" in told and "Negation" in told and "Quotation altered" in told


def test_what_a_program_gets_is_what_the_terminal_gives(both: TestClient) -> None:
    wanted = lineage_diff.record(compare(OLD, NEW))
    found = both.get(f"/articles/{OLD.id}/diff/{NEW.id}.json").json()
    assert found["changes"] == wanted["changes"] and found["first"]["id"] == OLD.id
    assert both.get(f"/articles/{OLD.id}/diff/{NEW.id}.csv").status_code == 404


def test_the_same_article_twice_an_unknown_one_and_too_long_ones(both: TestClient, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert "one and the same" in both.get(f"/articles/{OLD.id}/diff/{OLD.id}").text
    assert both.get(f"/articles/{OLD.id}/diff/d_ffffffffffffffff").status_code == 404
    monkeypatch.setattr(diff, "LONGEST", 100)
    refused = both.get(f"/articles/{OLD.id}/diff/{NEW.id}")
    assert refused.status_code == 400 and "sayso diff" in refused.text
