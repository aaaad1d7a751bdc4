"""The app: which page stands where, and the way of a request through guard, ledger, page and answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.errors import SaysoError, UsageError
from sayso.export.records import dumps
from sayso.web import actions_login, answers, report
from sayso.web.asking import asked_by, chrome
from sayso.web.door import Door, Doorkeeper
from sayso.web.guard import TOLD, Bounded, OwnOnly, Told
from sayso.web.openapi import API, document
from sayso.web.page import NotThere, Page
from sayso.web.pages import ACTIONS, MENU, PAGES
from sayso.web.pool import Pool
from sayso.web.render import render, static_bytes, static_path
from sayso.web.settings import LOCAL, Settings
from sayso.web.tokens import Tokens

COOKIE: Final = "sayso"
SECURE_COOKIE: Final = "__Host-sayso"  # browsers take one of this name over https only, and for one host (RFC 6265bis)
SESSION: Final = 14 * 24 * 3600  # seconds
SMALLEST_PACKED: Final = 1_000  # bytes
PACKING: Final = 5  # of 9; more takes several times as long and saves a twentieth
KINDS: Final = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "json": "application/json"}
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(settings: Settings) -> Starlette:
    """The app. It opens the ledger with the first request, and again whenever another file stands in its place."""
    pool = Pool(settings.ledger, settings.seconds)

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        yield
        pool.close()

    keeper = Doorkeeper(Tokens(settings.tokens)) if settings.public and settings.tokens else None
    door = [Middleware(Door, keeper=keeper)] if keeper else []
    assert keeper or not settings.public, "a public app has a file of tokens"
    app = Starlette(
        lifespan=running,
        routes=[*_page_routes(), *(action.route() for action in ACTIONS), *_other_routes()],
        middleware=[
            Middleware(Told),
            Middleware(TrustedHostMiddleware, allowed_hosts=[*LOCAL, *settings.names], www_redirect=False),
            Middleware(Bounded, rate=settings.rate),
            Middleware(OwnOnly),
            Middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED, compresslevel=PACKING),
            Middleware(
                SessionMiddleware,
                secret_key=settings.secret,
                session_cookie=SECURE_COOKIE if settings.https else COOKIE,
                max_age=SESSION,
                same_site="strict",
                https_only=settings.https,
            ),
            *door,
        ],
        exception_handlers={HTTPException: _http_error, SaysoError: _told_error, 500: _fault},
    )
    app.state.settings = settings
    app.state.menu = MENU
    app.state.pool = pool
    app.state.keeper = keeper
    app.state.limiter = CapacityLimiter(settings.threads)
    return app


def _page_routes() -> list[Route]:
    """Each page at its address, as JSON and CSV at the same one, and under ``/api/v1``."""
    out = []
    for page in PAGES:
        for form in answers.FORMS:
            out.append(Route(f"{page.path}.{form}", _endpoint(page, form), name=f"{page.name}.{form}"))
        out.append(Route(f"{API}{page.path}", _endpoint(page, "json"), name=f"api.{page.name}"))
    return out + [Route(page.path, _endpoint(page, ""), name=page.name) for page in PAGES]


def _other_routes() -> list[Route]:
    return [
        Route("/", lambda request: RedirectResponse(PAGES[0].path)),
        Route(f"{API}/openapi.json", _openapi, name="openapi"),
        Route("/static/{digest}/{name}", _static, name="static"),
        *actions_login.ROUTES,
        *report.ROUTES,
    ]


def _endpoint(page: Page, form: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        state = request.app.state
        return await to_thread.run_sync(_answer, page, form, request, limiter=state.limiter)

    return endpoint


def _answer(page: Page, form: str, request: Request) -> Response:
    """What a page answers, looked up in one state of the ledger. Runs in a thread of its own."""
    asked = asked_by(request, form)
    with request.app.state.pool.reader() as ledger:
        shown = page.look(ledger, asked)
        if form == "json":
            return answers.as_json(shown, asked)
        if form == "csv":
            return answers.as_csv(shown, asked)
        return answers.as_html(page, shown, asked, chrome(request))


async def _openapi(request: Request) -> Response:
    return Response(dumps(document(PAGES), 2) + "\n", media_type="application/json")


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    try:
        found, path = static_bytes(name), static_path(name)
    except KeyError:
        raise HTTPException(404, f"there is no file {name!r}") from None
    kept = request.url.path == path  # an old address shows what there is now, and is not kept
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    return Response(
        found,
        headers={"Cache-Control": "public, max-age=31536000, immutable" if kept else "no-cache"},
        media_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
    )


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = "there is no such page" if error.status_code == 404 and error.detail == "Not Found" else error.detail
    return failed(request, error.status_code, told)


def _told_error(request: Request, error: Exception) -> Response:
    status = 404 if isinstance(error, NotThere) else 400 if isinstance(error, UsageError) else 503
    return failed(request, status, str(error))


def _fault(request: Request, error: Exception) -> Response:
    return failed(request, 500, "Sayso made a mistake while making this page; what the terminal says helps to mend it")


def failed(request: Request, status: int, told: str) -> Response:
    """A page, or a record (RFC 9457), that says in one line what could not be done."""
    path = request.url.path
    if path.startswith(API) or path.endswith((".json", ".csv")):
        problem = {"type": "about:blank", "title": told, "status": status}
        return Response(dumps(problem) + "\n", status, TOLD, media_type="application/problem+json")
    around = (
        chrome(request) if "session" in request.scope else {"menu": MENU, "path": path, "notice": None, "inside": False}
    )
    html = render("error.html", {**around, "title": "This did not work", "told": told, "status": status, "page": None})
    return Response(html, status, TOLD, media_type="text/html")  # also for what fails outside of ``Told``
