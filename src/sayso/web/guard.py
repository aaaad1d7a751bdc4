"""What stands in front of every page: who may ask, how much, how often, and what a browser is told to refuse.

Three layers of ASGI (https://asgi.readthedocs.io), none of which knows a page. The headers follow the OWASP Secure
Headers Project.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_QUERY: Final = 8 * 1024  # bytes
LARGEST_BODY: Final = 64 * 1024  # bytes; the longest thing that is sent is a note of a review
BURST: Final = 60.0  # requests that a client may make at once before ``rate`` holds
CLIENTS: Final = 10_000  # that are remembered; those seen longest ago are forgotten first
SAFE: Final = ("GET", "HEAD", "OPTIONS")
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
TOLD: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide the origin of our own forms, which is checked
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Bucket:
    """Token bucket (Turner 1986) of each client: ``burst`` at once, ``rate`` a second in the long run."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self.burst = burst
        self.clock = clock
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()  # how much is left, and when that was so

    def left(self, client: str) -> bool:
        """Whether a client has anything left."""
        return self._now(client)[0] >= 1.0

    def take(self, client: str) -> bool:
        """Whether a client has anything left; one is then taken."""
        left, now = self._now(client)
        self._clients.pop(client, None)
        self._clients[client] = (left - 1.0 if left >= 1.0 else left, now)
        if len(self._clients) > CLIENTS:
            self._clients.popitem(last=False)
        return left >= 1.0

    def _now(self, client: str) -> tuple[float, float]:
        now = self.clock()
        left, then = self._clients.get(client, (self.burst, now))
        return min(self.burst, left + (now - then) * self.rate), now


class Told:
    """Puts the headers on every answer; what is not said to keep is not kept by any cache."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in TOLD.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, told if scope["type"] == "http" else send)


class Bounded:
    """Refuses what is too long or comes too often; a body is counted while it comes, whatever it says of its length."""

    def __init__(self, app: ASGIApp, rate: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.app = app
        self.bucket = Bucket(rate, BURST, clock) if rate is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refused(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > LARGEST_BODY:
                raise TooLarge
            return message

        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, counted, noted)
        except TooLarge:
            if not started:
                await _too_large()(scope, receive, send)

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        if len(scope["query_string"]) + len(scope["path"]) > LONGEST_QUERY:
            return PlainTextResponse(f"the address is longer than {LONGEST_QUERY:,} bytes; ask for less\n", 414)
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > LARGEST_BODY:
            return _too_large()
        if self.bucket is not None and not self.bucket.take(scope["client"][0] if scope.get("client") else ""):
            return PlainTextResponse("too many requests; wait a moment\n", 429, {"Retry-After": "2"})
        return None


class TooLarge(Exception):
    """A body is longer than allowed."""


def _too_large() -> PlainTextResponse:
    return PlainTextResponse(f"more than {LARGEST_BODY:,} bytes were sent; send less\n", 413)


class OwnOnly:
    """Refuses requests that change something and were sent by a page of another site (Fetch Metadata, W3C)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and scope["method"] not in SAFE and not _own(Headers(scope=scope), scope):
            await PlainTextResponse("this was sent by a page of another site; refused\n", 403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _own(headers: Headers, scope: Scope) -> bool:
    """Whether a request comes from a page of this app; a browser always says so in one of two ways."""
    origin = headers.get("origin")
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    return origin is not None and origin.partition("://")[2] == headers.get("host")
