from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sayso.errors import SaysoError
from sayso.text.codec import Record
from sayso.web.pool import Pool
from sayso.web.tools import LONGEST, called, tools
from tests.reports import report

Call = Callable[..., Record]


@pytest.fixture
def call(ledger: Path) -> Call:
    """A call by its name."""
    known = {tool.name: tool for tool in tools(Pool(ledger, 5), lambda text: report())}
    return lambda name, **arguments: called(known[name], arguments)


def test_a_claim_is_found_traced_and_read_in_its_article(call: Call) -> None:
    found = call("claims", limit=1)["items"][0]
    traced = call("trace", id=found["id"])
    assert traced["id"] == found["id"] and traced["assertions"]
    document = traced["assertions"][0]["document"]
    article = call("article", id=document)
    assert article["id"] == document and article["reading"]["claims"]


def test_words_are_searched_and_texts_read(call: Call) -> None:
    assert call("search", words="Norrin")["items"]
    assert call("read", text="Two brigades went over.")["kind"] == "reading"


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("claims", {"abuot": "x"}, "does not know abuot"),
        ("trace", {}, "needs id"),
        ("trace", {"id": "p_0000000000000000"}, "no document or claim"),
        ("claims", {"limit": 10_000}, "whole number"),
        ("claims", {"about": ["x"]}, "neither a text nor a number"),
        ("read", {"text": ""}, "one article"),
        ("read", {"text": "x" * (LONGEST + 1)}, "one article"),
        ("read", {"text": 7}, "one article"),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, name: str, arguments: dict[str, Any], told: str) -> None:
    with pytest.raises(SaysoError, match=told):
        call(name, **arguments)


def test_arguments_are_described(ledger: Path) -> None:
    for tool in tools(Pool(ledger, 5), lambda text: report()):
        Draft202012Validator.check_schema(tool.schema)
        assert tool.help and all(part.get("description") for part in tool.schema["properties"].values()), tool.name
