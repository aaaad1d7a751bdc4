"""Reviewing in the browser: a person says who they are, and decides; what cannot be kept now is not lost."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

import anyio
from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.engine import review
from sayso.engine.review import LONGEST_NAME
from sayso.errors import LedgerBusyError, LedgerError, UsageError
from sayso.export.visible import prose
from sayso.store.connection import writer
from sayso.web import deciding
from sayso.web.actions import Action, Form
from sayso.web.asking import asked_by, chrome, own_path
from sayso.web.deciding import Done
from sayso.web.render import render
from sayso.web.review_panel import KINDS
from sayso.web.settings import Settings

PATIENCE: Final = 5.0  # seconds that a form waits for another program to end its writing
PAUSE: Final = 0.2  # seconds between two tries
LONGEST_TOLD: Final = 700  # characters; it travels in a cookie, which browsers cut at 4,096 bytes
BUSY: Final = (
    "Another program is writing to the ledger just now (sayso ingest or watch). Nothing is lost: "
    "what you typed stands below. Send it again in a while."
)

ENDED: Final = (
    "Your session has ended. Sign in again in another tab, then send this again: what you typed stands below."
)


async def decide(request: Request, form: Form) -> Response:
    """Keep a decision, then go back to its claim. What fails shows a page that keeps what was typed."""
    who = asked_by(request)
    if request.app.state.keeper is not None and request.scope.get("who") is None:
        return again(request, form, ENDED, 401)
    if not who.may_review:
        raise HTTPException(403, "you may read here and not review; sign in with a token for reviewing")
    by = who.reviewer or _named(request, form.get("by", ""))
    if by is None:
        return again(request, form, "Say who you are; decisions are kept with a name.", 400)
    try:
        wanted = deciding.asked(form)
        done = await _kept(request, wanted, form.get("claim", "").strip(), by)
    except LedgerBusyError:
        return again(request, form, BUSY, 503)
    except UsageError as error:
        return again(request, form, _sentence(error), 400)
    except LedgerError as error:
        return again(request, form, _sentence(error), 503)
    request.session["notice"] = {"told": done.told[:LONGEST_TOLD], "elsewhere": done.elsewhere}
    back = own_path(form.get("back", ""))
    return RedirectResponse(back or _page_of(done.claim) or "/reviews", 303)


def _page_of(claim: str | None) -> str | None:
    return f"/claims/{quote(claim, safe='')}" if claim else None


async def _kept(request: Request, wanted: review.Asked, shown: str, by: str) -> Done:
    """The decision in the ledger. Waits for who else writes, but not for ever; raises ``LedgerBusyError`` then."""
    settings: Settings = request.app.state.settings
    now = settings.now

    def write() -> Done:
        with writer(settings.ledger) as ledger:
            return deciding.done(ledger, wanted, shown, by, now())

    end = time.monotonic() + PATIENCE
    while True:
        try:
            return await to_thread.run_sync(write, limiter=request.app.state.limiter)
        except LedgerBusyError:
            if time.monotonic() > end:
                raise
        await anyio.sleep(PAUSE)


def again(request: Request, form: Mapping[str, str], told: str, status: int) -> Response:
    """A page that says what is wrong and has what was typed, to be sent again."""
    typed = deciding.kept(form)
    context: dict[str, Any] = {
        **chrome(request),
        "page": None,
        "title": "Not kept yet",
        "told": told,
        "hidden": {name: typed[name] for name in typed if name not in ("note", "other", "root", "kind")},
        "shown": {name: typed.get(name) for name in ("note", "other", "root", "kind")},
        "kinds": KINDS,
        "reviewer": asked_by(request).reviewer,
        "back": own_path(form.get("back", "")) or _page_of(form.get("claim")) or "/claims",
    }
    headers = {"Retry-After": "5"} if status == 503 else None
    return Response(render("again.html", context), status, headers, media_type="text/html")


def _sentence(error: Exception) -> str:
    told = str(error)
    return f"{told[:1].upper()}{told[1:]}."


def stale(request: Request, form: Form) -> Response:
    """The form is older than the session, or the server was started anew since: look at it, and send it again."""
    return again(request, form, "This form is older than your session. Look at it, and send it again.", 403)


async def name(request: Request, form: Form) -> Response:
    """Remember who decides in this browser. Only where everybody on this machine may."""
    settings: Settings = request.app.state.settings
    if settings.public:
        raise HTTPException(403, "here your token says who you are")
    if _named(request, form.get("by", "")) is None:
        request.session.pop("reviewer", None)
    return RedirectResponse(own_path(form.get("back", "")) or "/reviews", 303)


def _named(request: Request, given: str) -> str | None:
    """The name that somebody gave, kept in the session; ``None`` where that is empty."""
    settings: Settings = request.app.state.settings
    found = prose(given)[:LONGEST_NAME]
    if not found or settings.public:
        return None
    request.session["reviewer"] = found
    return found


ACTIONS: Final = (
    Action(name="review", path="/review", act=decide, stale=stale),
    Action(name="reviewer", path="/reviewer", act=name),
)
