"""Signing in with a token and out again, where a ledger is served to others."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.errors import UsageError
from sayso.web.actions import Action, Form
from sayso.web.asking import chrome, own_path
from sayso.web.door import LOGIN, Doorkeeper, TooManyTries, client_of
from sayso.web.render import render


async def login(request: Request, form: Form) -> Response:
    """Begin a new session for whoever has a token; nothing of an earlier one is left."""
    keeper = _keeper(request)
    try:
        entry = keeper.known(form.get("secret", "").strip(), client_of(request.scope))
    except TooManyTries as error:
        return page(request, form.get("next", ""), f"{error}.", 429)
    except UsageError:
        return page(request, form.get("next", ""), "Nobody can be let in now.", 503)
    if entry is None:
        return page(request, form.get("next", ""), "No such token is let in here.", 401)
    keeper.end(request.session.get("in"))
    request.session.clear()
    request.session["in"] = keeper.begin(entry)
    return RedirectResponse(own_path(form.get("next", "")) or "/", 303)


async def logout(request: Request, form: Form) -> Response:
    """End the session, here and in the browser."""
    _keeper(request).end(request.session.get("in"))
    request.session.clear()
    return RedirectResponse(LOGIN, 303)


async def show(request: Request) -> Response:
    """The page for signing in."""
    _keeper(request)
    return page(request, request.query_params.get("next", ""))


def page(request: Request, back: str, told: str = "", status: int = 200) -> Response:
    """The page for signing in; it shows nothing of the ledger."""
    back = own_path(back) or "/"
    context = {**chrome(request), "menu": (), "page": None, "title": "Sign in", "told": told, "back": back}
    return Response(render("login.html", context), status, media_type="text/html")


def _keeper(request: Request) -> Doorkeeper:
    keeper: Doorkeeper | None = request.app.state.keeper
    if keeper is None:
        raise HTTPException(404, "nobody signs in here; everybody on this machine may read and review")
    return keeper


ACTIONS: Final = (
    Action(name="login", path=LOGIN, act=login, began=False),
    Action(name="logout", path="/logout", act=logout),
)
ROUTES: Final = (Route(LOGIN, show, methods=["GET"], name="sign-in"),)
