"""The flow of a visit: the address, the site's wishes, the pause, the request, the next address if there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus

import httpx

from sayso.fetch.bodies import Bounds
from sayso.fetch.exchange import Answer, exchange
from sayso.fetch.network import Deadline
from sayso.fetch.records import Fetched, FetchSettings, HostRefusal, NotModified, Refusal, Validators, keepable, shown
from sayso.fetch.retry import left_alone
from sayso.fetch.robots import MAX_SIZE, Robots, robots
from sayso.fetch.urls import checked, followed, origin_of
from sayso.fetch.visits import Visits
from sayso.types.document import Rejection

MAX_REDIRECTS = 5
BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MEDIA_TYPE = re.compile(r"\s*([a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,80})\s*(?:;|$)", re.I)
CHARSET = re.compile(r""";\s*charset\s*=\s*"?([a-z0-9][a-z0-9_.:+-]{0,39})"?\s*(?:;|$)""", re.I)


def fetch(
    url: str,
    settings: FetchSettings | None = None,
    validators: Validators | None = None,
    *,
    visits: Visits | None = None,
) -> Fetched | NotModified | Rejection:
    """What ``url`` holds now; or that it is still what gave ``validators``; or why it is not fetched.

    Never raises for an address or a server, however bad. ``visits`` keeps the wishes of sites and the pauses between
    requests: give the same one to all calls of a run.
    """
    settings = settings or FetchSettings()
    visits = visits or Visits()
    try:
        deadline = Deadline(visits.network.clock, settings.max_seconds)
        visit = _Visit(settings, visits, deadline, Bounds(settings.max_bytes, settings.max_expansion))
        chain, answer = _walk(checked(url), visit, validators)
        return _outcome(chain, answer, validators)
    except Refusal as refusal:
        return refusal.at(url)


@dataclass(frozen=True, slots=True)
class _Visit:
    settings: FetchSettings
    visits: Visits
    deadline: Deadline
    bounds: Bounds
    obeys: bool = True  # robots.txt itself is asked for without asking it


def _walk(url: httpx.URL, visit: _Visit, validators: Validators | None) -> tuple[tuple[httpx.URL, ...], Answer]:
    """Follow ``url`` to an answer that is no redirect, and the addresses asked, the last of which gave it.

    Raises ``Refusal``: ``fetch-redirects`` and whatever one hop gives cause for.
    """
    chain = [url]
    while True:
        try:
            answer = _hop(chain[-1], visit, validators)
        except Refusal as refusal:
            if len(chain) == 1:
                raise
            message = f"is redirected to {shown(str(chain[-1]))}, which {refusal}"
            raise Refusal(refusal.reason, message) from refusal
        if answer.status not in REDIRECTS:
            return tuple(chain), answer
        target = followed(chain[-1], answer.headers.get("Location"))
        if target in chain:
            raise Refusal("fetch-redirects", "is redirected in a circle")
        if len(chain) > MAX_REDIRECTS:
            raise Refusal("fetch-redirects", f"is redirected more than {MAX_REDIRECTS} times")
        chain.append(target)


def _hop(url: httpx.URL, visit: _Visit, validators: Validators | None) -> Answer:
    """One request, if the site allows it, after the pause that it asks for."""
    delay = visit.settings.delay
    if visit.obeys:
        rules = _robots(url, visit)
        if not rules.allows(url.raw_path.decode("ascii")):
            raise Refusal("fetch-robots", "is not for programs, as the site's robots.txt says")
        if rules.delay > visit.settings.max_delay:
            limit = f"{visit.settings.max_delay:g} s"
            raise Refusal("fetch-robots", f"is on a site whose robots.txt asks for pauses of more than {limit}")
        delay = max(delay, rules.delay)
    visit.visits.wait(url.host, delay, visit.deadline)
    try:
        return exchange(url, visit.visits.network, visit.deadline, visit.bounds, _conditions(url, validators))
    finally:
        visit.visits.left(url.host)


def _robots(url: httpx.URL, visit: _Visit) -> Robots:
    """What the site of ``url`` allows. Raises ``Refusal`` where that cannot be known: then nothing is allowed."""
    origin = origin_of(url)
    known = visit.visits.robots_of(origin)
    if known is None:
        try:
            known = _asked_robots(url, visit)
        except Refusal as refusal:
            visit.visits.remember(origin, refusal)
            raise
        visit.visits.remember(origin, known)
    return known


def _asked_robots(url: httpx.URL, visit: _Visit) -> Robots:
    """RFC 9309, 2.3.1: without the file all is allowed, with a server in trouble nothing is."""
    bounds = Bounds(MAX_SIZE, visit.settings.max_expansion, cut=True)
    asking = _Visit(visit.settings, visit.visits, visit.deadline, bounds, obeys=False)
    try:
        _, answer = _walk(url.copy_with(raw_path=b"/robots.txt"), asking, None)
    except Refusal as refusal:
        if refusal.reason == "fetch-redirects":
            return Robots()  # 2.3.1.2: as if there were none
        if isinstance(refusal, HostRefusal):
            raise  # the page is on the same host
        message = f"is on a site whose robots.txt {refusal}; so nothing of it is fetched"
        raise Refusal(refusal.reason, message) from refusal
    if 200 <= answer.status < 300:
        return robots(answer.body)
    if 400 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
        return Robots()
    message = f"is on a site whose robots.txt {_answers(answer)}; so nothing of it is fetched"
    raise Refusal("fetch-robots", message)


def _conditions(url: httpx.URL, validators: Validators | None) -> dict[str, str]:
    if validators is None or str(url) != validators.url:
        return {}
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if keepable(value) and value is not None}


def _outcome(chain: tuple[httpx.URL, ...], answer: Answer, validators: Validators | None) -> Fetched | NotModified:
    url = str(chain[-1])
    redirects = tuple(map(str, chain[:-1]))
    etag, modified = keepable(answer.headers.get("ETag")), keepable(answer.headers.get("Last-Modified"))
    if answer.status == HTTPStatus.OK:
        kind = answer.headers.get("Content-Type", "")
        return Fetched(
            url=url,
            body=answer.body,
            content_type=_lower(MEDIA_TYPE.match(kind)),
            charset=_lower(CHARSET.search(kind)),
            etag=etag,
            last_modified=modified,
            redirects=redirects,
        )
    if answer.status == HTTPStatus.NOT_MODIFIED and validators and _conditions(chain[-1], validators):
        newest = Validators(url, etag or validators.etag, modified or validators.last_modified)
        return NotModified(url, newest, redirects)
    landed = f"is redirected to {shown(url)}, which " if redirects else ""
    raise Refusal("fetch-status", f"{landed}{_answers(answer)}")


def _answers(answer: Answer) -> str:
    """What the server says, and how long it wants to be left alone if it says that (RFC 9110, 10.2.3)."""
    try:
        told = f"answers {answer.status} {HTTPStatus(answer.status).phrase}"
    except ValueError:
        told = f"answers {answer.status}"
    pause = left_alone(answer.headers) if answer.status in BUSY else None
    return f"{told} and asks to be left alone {pause}" if pause else told


def _lower(match: re.Match[str] | None) -> str | None:
    return match[1].lower() if match else None
