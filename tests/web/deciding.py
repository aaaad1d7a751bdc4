"""A small ledger that is reviewed through the app: claims that some articles have in common, and forms sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from tests.engine.deciding import ASSERTIONS, claim_of, told_ledger
from tests.web.conftest import ADDRESS

OWN = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}


def told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """The path of a ledger, and the claim that five of its articles have in common."""
    with told_ledger(folder, monkeypatch) as ledger:
        return folder / "ledger.sayso", claim_of(ledger, "a1")


def id_of(key: str) -> str:
    """The id of what an article says."""
    return ASSERTIONS[key].id


def send(client: TestClient, path: str, **fields: str) -> Any:
    """Send a form as a page of the app would."""
    tokens = html.fromstring(client.get("/reviews").text).cssselect("input[name=token]")
    form = {"token": tokens[0].get("value"), **{name.replace("__", "."): value for name, value in fields.items()}}
    return client.post(path, data=form, headers=OWN)


def decide(client: TestClient, claim: str, decision: str, target: str | None = None, **fields: str) -> Any:
    """Send the form of a decision."""
    return send(client, "/review", claim=claim, target=target or claim, decision=decision, **fields)


def notice(client: TestClient) -> str:
    """What the app says about the form that was sent last; once."""
    (found,) = html.fromstring(client.get("/reviews").text).cssselect(".notice")
    return " ".join(found.text_content().split())
