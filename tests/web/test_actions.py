from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from sayso.web.actions import FIELDS, Action, Form
from sayso.web.asking import chrome
from sayso.web.settings import Settings
from tests.store.support import NOW


@pytest.fixture
def forms(tmp_path) -> TestClient:  # type: ignore[no-untyped-def]
    """An app with one form that says what it got."""

    async def act(request: Request, form: Form) -> Response:
        return PlainTextResponse(repr(form))

    async def page(request: Request) -> Response:
        return PlainTextResponse(f"token={chrome(request)['token']}")

    app = Starlette(
        routes=[Action("say", "/say", act).route(), Route("/", page)],
        middleware=[Middleware(SessionMiddleware, secret_key="x")],
    )
    app.state.settings = Settings(ledger=tmp_path / "l.sayso", secret="x", now=lambda: NOW)
    app.state.menu = ()
    return TestClient(app)


def token(client: TestClient) -> str:
    found = re.search("token=(.+)", client.get("/").text)
    assert found
    return found[1]


def test_a_form_with_the_token_of_its_page_is_acted_upon(forms: TestClient) -> None:
    answer = forms.post("/say", data={"token": token(forms), "note": "as it is"})
    assert answer.text == "{'note': 'as it is'}"


@pytest.mark.parametrize("given", ["", "wrong", "ü"])
def test_a_form_without_it_is_refused(forms: TestClient, given: str) -> None:
    token(forms)
    assert forms.post("/say", data={"token": given, "note": "x"}).status_code == 403
    assert forms.post("/say", data={"note": "x"}).status_code == 403


def test_nobody_else_s_token_will_do(forms: TestClient) -> None:
    mine = token(forms)
    forms.cookies.clear()
    token(forms)
    assert forms.post("/say", data={"token": mine}).status_code == 403


def test_files_and_too_many_fields_are_refused(forms: TestClient) -> None:
    mine = token(forms)
    assert forms.post("/say", data={"token": mine}, files={"note": b"x"}).status_code == 400
    many = {str(k): "x" for k in range(FIELDS + 1)}
    assert forms.post("/say", data={"token": mine, **many}).status_code == 400
