"""Which web addresses are visited at all, as far as their writing tells."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

import httpx

from sayso.fetch.records import Refusal, shown

PORTS = {"http": 80, "https": 443}
OTHER_PORTS = (80, 443, 8080, 8443)
LONGEST = 4_000  # characters
NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
LONGEST_NAME = 254


def checked(url: str) -> httpx.URL:
    """``url`` taken apart, without its fragment.

    Raises ``Refusal``: ``fetch-malformed-url``, ``fetch-not-allowed-scheme``, ``fetch-not-allowed-port``,
    ``fetch-credentials``.
    """
    if len(url) > LONGEST:
        raise Refusal("fetch-malformed-url", f"is longer than {LONGEST:,} characters")
    try:
        return _checked(httpx.URL(url))
    except (httpx.InvalidURL, ValueError) as error:
        raise _malformed() from error


def followed(url: httpx.URL, location: str | None) -> httpx.URL:
    """Where ``url`` redirects to. Raises ``Refusal`` as ``checked``, and ``fetch-redirects``, ``fetch-downgrade``."""
    if not location:
        raise Refusal("fetch-redirects", "redirects without saying where to")
    if len(location) > LONGEST:
        raise Refusal("fetch-malformed-url", f"redirects to an address of more than {LONGEST:,} characters")
    try:
        target = _checked(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise Refusal("fetch-malformed-url", "redirects to what is no web address") from error
    except Refusal as refusal:
        raise Refusal(refusal.reason, f"redirects to {shown(location)}, which {refusal}") from refusal
    if url.scheme == "https" and target.scheme == "http":
        raise Refusal("fetch-downgrade", f"redirects to {shown(str(target))}, which is not encrypted")
    return target


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port of ``url``: what one ``robots.txt`` speaks for (RFC 9309, 2.3)."""
    return f"{url.scheme}://{url.raw_host.decode('ascii')}:{url.port or PORTS[url.scheme]}"


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in PORTS:
        name = f"begins with {shown(url.scheme)}:" if url.scheme else "is no full web address"
        raise Refusal("fetch-not-allowed-scheme", f"{name}; only http:// and https:// addresses are fetched")
    if url.userinfo:
        raise Refusal("fetch-credentials", "holds a user name or password; give the address without")
    if url.port is not None and url.port not in OTHER_PORTS:
        ports = ", ".join(map(str, OTHER_PORTS))
        raise Refusal("fetch-not-allowed-port", f"names port {url.port}; only {ports} are visited")
    if not _is_host(url.raw_host.decode("ascii")):
        raise _malformed()
    return url.copy_with(fragment=None)


def _is_host(host: str) -> bool:
    if ":" not in host:
        return len(host) <= LONGEST_NAME and NAME.fullmatch(host) is not None
    try:
        return IPv6Address(host).scope_id is None
    except AddressValueError:
        return False


def _malformed() -> Refusal:
    return Refusal("fetch-malformed-url", "is no web address; write it as https://example.org/page")
