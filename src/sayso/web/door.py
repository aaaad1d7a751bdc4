"""Who is let in where a ledger is served to others: by a token in a header, or by a session that began with one.

A session is a random id in the browser's signed cookie and a row here: signing out, a token that leaves the file, and
an end of the server end it, whatever cookie somebody has kept.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import UsageError
from sayso.export.records import dumps
from sayso.web.guard import Bucket
from sayso.web.tokens import Entry, Tokens, digest, matching

LASTS: Final = 12 * 3600.0  # seconds of a session: a working day
SESSIONS: Final = 10_000  # at once; the oldest ends first
TRIES: Final = 8.0  # wrong tokens that a client may give at once
RECOVERS: Final = 1 / 30  # further ones a second
LOGIN: Final = "/login"
OPEN: Final = ("/static/",)  # files of the package: style, icon; nothing of a ledger
# A form whose session has ended is answered by its action, which keeps what was typed and does nothing else.
SENT: Final = "/review"


@dataclass(frozen=True, slots=True)
class Who:
    """Whoever was let in; ``reviewer`` is the name that decisions are kept with, ``None`` for readers."""

    reviewer: str | None


class TooManyTries(UsageError):
    """A client gave too many wrong tokens."""


class Doorkeeper:
    """Knows the tokens and who is in. Safe to share between threads."""

    def __init__(self, tokens: Tokens, clock: Callable[[], float] = time.monotonic) -> None:
        self.tokens = tokens
        self.clock = clock
        self._tries = Bucket(RECOVERS, TRIES, clock)
        self._in: OrderedDict[str, tuple[str, float]] = OrderedDict()  # hash of the token, and the end of the session

    def known(self, token: str, client: str) -> Entry | None:
        """The entry of a token. Raises ``TooManyTries``, also for a right one, once a client gave too many wrong ones.

        Raises ``UsageError`` as ``Tokens.entries``.
        """
        if not self._tries.left(client):
            raise TooManyTries("too many wrong tokens; wait some minutes")
        found = matching(self.tokens.entries(), digest(token))
        if found is None:
            self._tries.take(client)
        return found

    def begin(self, entry: Entry) -> str:
        """The id of a new session."""
        id = secrets.token_urlsafe(32)
        self._in[id] = (entry.digest, self.clock() + LASTS)
        while len(self._in) > SESSIONS:
            self._in.popitem(last=False)
        return id

    def end(self, id: str | None) -> None:
        """End a session."""
        self._in.pop(id or "", None)

    def inside(self, id: Any) -> Who | None:
        """Who has this session, by what the file says now. Raises ``UsageError`` as ``Tokens.entries``."""
        given, until = self._in.get(id, ("", 0.0)) if isinstance(id, str) else ("", 0.0)
        if not given:
            return None
        entry = matching(self.tokens.entries(), given)
        if entry is None or self.clock() > until:
            self.end(id)
            return None
        return Who(entry.reviewer)


class Door:
    """Lets nobody pass without a token; puts ``who`` into the scope of a request."""

    def __init__(self, app: ASGIApp, keeper: Doorkeeper) -> None:
        self.app = app
        self.keeper = keeper
        self._told = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return
        try:
            who = self._who(scope)
        except TooManyTries as error:
            await _refused(scope, 429, str(error))(scope, receive, send)
            return
        except UsageError as error:
            self._tell(str(error))
            told = "nobody can be let in now; whoever runs this server sees the reason"
            await _refused(scope, 503, told)(scope, receive, send)
            return
        sent = scope["path"] == SENT and scope["method"] == "POST"
        if who is None and scope["path"] != LOGIN and not sent:
            await _refused(scope, 401, "sign in first, or send a token: 'Authorization: Bearer TOKEN'")(
                scope, receive, send
            )
            return
        scope["who"] = who
        await self.app(scope, receive, send)

    def _who(self, scope: Scope) -> Who | None:
        kind, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            entry = self.keeper.known(token.strip(), client_of(scope))
            return Who(entry.reviewer) if entry is not None else None
        return self.keeper.inside(scope["session"].get("in"))

    def _tell(self, told: str) -> None:
        """Say once on standard error why nobody is let in."""
        if told != self._told:
            self._told = told
            logging.getLogger(__name__).error("sayso: %s", told)


def client_of(scope: Scope) -> str:
    """The address of who asks."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _refused(scope: Scope, status: int, told: str) -> Response:
    """A person is led to the page for signing in, a program gets a record (RFC 9457)."""
    path, headers = scope["path"], Headers(scope=scope)
    machine = path.startswith("/api/") or path.endswith((".json", ".csv")) or "authorization" in headers
    if status == 401 and not machine and scope["method"] in ("GET", "HEAD"):
        query = scope["query_string"].decode("latin-1")
        back = quote(path, safe="/") + (f"?{query}" if query else "")
        return RedirectResponse(f"{LOGIN}?next={quote(back, safe='')}", 303)
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {"Retry-After": "60"}
    if machine:
        problem = {"type": "about:blank", "title": told, "status": status}
        return Response(dumps(problem) + "\n", status, more, media_type="application/problem+json")
    return Response(f"{told}\n", status, more, media_type="text/plain")
