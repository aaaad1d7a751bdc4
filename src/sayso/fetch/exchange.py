"""One request and its answer, without redirects: nothing from the environment, no cookies, no proxy."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

import httpcore
import httpx

from sayso.fetch.bodies import ACCEPTED, Bounds, body_of, too_big
from sayso.fetch.network import Allowance, Deadline, GuardedBackend, Network
from sayso.fetch.records import Refusal

USER_AGENT = "Sayso (reads news articles; one request at a time; obeys robots.txt)"
ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, text/plain;q=0.9, */*;q=0.5"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": ACCEPT,
    "Accept-Encoding": ACCEPTED,
    "Accept-Language": "en, *;q=0.5",
    "Connection": "close",
}
HEAD_SIZE = 200_000  # bytes of status line and headers, without what TLS adds
FRAMING = 500_000  # bytes that chunks may add to a body


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``body`` is read of status 200 only, else empty."""

    status: int
    headers: httpx.Headers
    body: bytes


def exchange(
    url: httpx.URL, network: Network, deadline: Deadline, bounds: Bounds, conditions: dict[str, str] | None = None
) -> Answer:
    """GET ``url`` with the headers of ``conditions`` besides.

    Raises ``Refusal``: what ``network``, ``bodies`` and a broken answer give cause for.
    """
    allowance = Allowance(HEAD_SIZE)
    transport = _Transport(GuardedBackend(network, deadline, allowance))
    try:
        with (
            httpx.Client(transport=transport, trust_env=False, follow_redirects=False, timeout=None) as client,
            client.stream("GET", url, headers={**HEADERS, **(conditions or {})}) as response,
        ):
            body = b""
            if response.status_code == httpx.codes.OK:
                allowance.raise_by(bounds.size + FRAMING)
                body = _body(response, bounds)
            return Answer(response.status_code, response.headers, body)
    except httpcore.RemoteProtocolError as error:
        raise Refusal("fetch-failed", "gives an answer that breaks off or is no HTTP") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise Refusal("fetch-failed", "gives no answer; the connection was lost") from error
    except httpx.HTTPError as error:
        raise Refusal("fetch-failed", "cannot be asked for") from error


def _body(response: httpx.Response, bounds: Bounds) -> bytes:
    length = response.headers.get("Content-Length", "")
    if not bounds.cut and length.isdecimal() and int(length[:20]) > bounds.size:
        raise too_big(bounds)
    return body_of(response.iter_raw(), response.headers.get("Content-Encoding"), bounds)


@cache
def tls_context() -> ssl.SSLContext:
    """How encrypted connections are made: certificates and names are checked; certifi says whom to trust."""
    return httpx.create_ssl_context(trust_env=False)


class _Transport(httpx.BaseTransport):
    """Carries a request over connections of ``backend``, a new one each time: httpx itself lets none be put in."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls_context(), network_backend=backend, max_connections=1, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(httpcore.Request(request.method, asked, headers=request.headers.raw))
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from cast(Iterator[bytes], self._answer.stream)

    def close(self) -> None:
        self._answer.close()
