from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
from dataclasses import replace

import pytest

from sayso.fetch import Fetched, FetchSettings, NotModified, Validators, Visits, fetch
from sayso.fetch.network import Network
from sayso.types.document import Rejection, Stage
from tests.fetch.support import OTHER, PUBLIC, Request, Serve, World, reply, world

URL = "http://news.test/a"
PAGE = reply(b"<p>News.</p>", Content_Type='Text/HTML; Charset="UTF-8"', ETag='"1"')
NO_ROBOTS = ["/robots.txt"]


def to(location: str, status: str = "302 Found") -> bytes:
    return reply(status=status, Location=location)


def refused(made: World, url: str = URL, **settings: float) -> Rejection:
    outcome = fetch(url, FetchSettings(**settings), visits=made.visits())  # type: ignore[arg-type]
    assert isinstance(outcome, Rejection), outcome
    assert outcome.stage is Stage.FETCH and outcome.message.isprintable() and url in outcome.message
    return outcome


def test_a_page_comes_with_what_the_server_says_of_it() -> None:
    with world({"/a": PAGE}) as made:
        outcome = fetch(f"{URL}#top", visits=made.visits())
    assert outcome == Fetched(URL, b"<p>News.</p>", "text/html", "utf-8", '"1"')
    assert made.targets() == ["/robots.txt", "/a"]


@pytest.mark.parametrize("kind", ["", "text", "text/html\xe9", "text/html; charset=", "x/y; charset=a b", "/" * 300])
def test_a_content_type_that_is_none_is_unknown(kind: str) -> None:
    with world({"/a": reply(b"text", Content_Type=kind)}) as made:
        outcome = fetch(URL, visits=made.visits())
    assert isinstance(outcome, Fetched) and outcome.charset is None
    assert outcome.content_type in (None, "text/html", "x/y")


def test_redirects_are_followed_and_told() -> None:
    pages = {"/a": to("/b", "301 Moved"), "/b": to("//wire.test/c#d", "307 Moved"), "/c": reply(b"text")}
    with world(pages) as made:
        outcome = fetch(URL, visits=made.visits())
    assert outcome == Fetched("http://wire.test/c", b"text", redirects=(URL, "http://news.test/b"))
    assert made.connected == [(PUBLIC, 80)] * 3 + [(OTHER, 80)] * 2
    assert made.targets() == ["/robots.txt", "/a", "/b", "/robots.txt", "/c"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "fetch-private-address"),
        ("http://[::1]/", "fetch-private-address"),
        ("http://[::ffff:10.0.0.1]/", "fetch-private-address"),
        ("http://intranet.test/", "fetch-private-address"),
        ("file:///etc/passwd", "fetch-not-allowed-scheme"),
        ("http://wire.test:6379/", "fetch-not-allowed-port"),
        ("http://ann:secret@wire.test/", "fetch-credentials"),
        ("http://nowhere.test/", "fetch-unknown-host"),
        ("/a", "fetch-redirects"),
        ("http://[", "fetch-malformed-url"),
    ],
)
def test_a_redirect_to_where_nothing_is_fetched_is_not_followed(location: str, reason: str) -> None:
    names = {"news.test": [(PUBLIC,)], "wire.test": [(OTHER,)], "intranet.test": [("10.1.2.3",)]}
    names |= {a: [(a,)] for a in ("169.254.169.254", "::1", "::ffff:10.0.0.1")}
    with world({"/a": to(location)}, names) as made:
        rejection = refused(made)
    assert rejection.reason == reason and "secret" not in rejection.message
    assert made.connected == [(PUBLIC, 80)] * 2


def test_redirects_come_to_an_end() -> None:
    chain = {f"/{k}": to(f"/{k + 1}") for k in range(9)}
    with world({**chain, "/a": to("/0")}) as made:
        assert refused(made).reason == "fetch-redirects"
    assert made.targets() == ["/robots.txt", "/a", "/0", "/1", "/2", "/3", "/4"]
    with world({"/a": to("/b"), "/b": to("/a")}) as made:
        assert refused(made).reason == "fetch-redirects"
    assert made.targets() == ["/robots.txt", "/a", "/b"]


def test_five_redirects_are_followed() -> None:
    chain = {f"/{k}": to(f"/{k + 1}") for k in range(4)}
    with world({**chain, "/a": to("/0"), "/4": reply(b"text")}) as made:
        outcome = fetch(URL, visits=made.visits())
    assert isinstance(outcome, Fetched) and len(outcome.redirects) == 5


@pytest.mark.parametrize("status", ["200 OK", "404 Not Found"])
def test_a_name_that_leads_elsewhere_at_the_second_look_gets_no_second_request(status: str) -> None:
    names = {"news.test": [(PUBLIC,), ("127.0.0.1",)]}
    with world({"/robots.txt": reply(status=status), "/a": PAGE}, names) as made:
        assert refused(made).reason == "fetch-private-address"
    assert made.connected == [(PUBLIC, 80)] and made.asked == ["news.test"] * 2


def test_a_name_that_leads_inside_is_not_asked_for_anything() -> None:
    with world({"/a": PAGE}, {"news.test": [("192.168.1.1",)]}) as made:
        assert refused(made).reason == "fetch-private-address"
    assert made.connected == []


def test_with_the_real_network_no_server_of_this_machine_is_reached() -> None:
    served = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.append(self.path)

    try:
        server = http.server.HTTPServer(("127.0.0.1", 8080), Handler)
    except OSError:
        pytest.skip("port 8080 is taken")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        for host in ("localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "[::ffff:127.0.0.1]"):
            outcome = fetch(f"http://{host}:8080/")
            assert isinstance(outcome, Rejection)
            assert outcome.reason in ("fetch-private-address", "fetch-unknown-host")
    finally:
        server.shutdown()
        server.server_close()
    assert served == []


@pytest.mark.parametrize(
    "status", ["204 No Content", "403 Forbidden", "404 Not Found", "500 Oops", "304 Same", "999 X"]
)
def test_an_answer_that_is_no_page_is_told_with_its_number(status: str) -> None:
    with world({"/a": reply(status=status)}) as made:
        rejection = refused(made)
    assert rejection.reason == "fetch-status" and f"answers {status[:3]}" in rejection.message


def endless(connection: socket.socket, request: Request) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 4096)


def slow(connection: socket.socket, request: Request) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (endless, "fetch-too-big"),
        (slow, "fetch-too-slow"),
        (reply(gzip.compress(bytes(9_000_000)), Content_Encoding="gzip"), "fetch-too-big"),
        (reply(b"x", Content_Length="2"), "fetch-failed"),
    ],
)
def test_a_hostile_page_is_refused_and_the_next_one_is_read(page: bytes | Serve, reason: str) -> None:
    with world({"/a": page, "/b": PAGE}) as made:
        visits = made.visits()
        settings = FetchSettings(max_seconds=2, max_bytes=1_000_000)
        outcome = fetch(URL, settings, visits=visits)
        assert isinstance(outcome, Rejection) and outcome.reason == reason
        assert isinstance(fetch("http://news.test/b", visits=visits), Fetched)


def test_the_time_limit_is_for_the_whole_visit() -> None:
    def late(location: str) -> Serve:
        def serve(connection: socket.socket, request: Request) -> None:
            time.sleep(0.3)
            connection.sendall(to(location))

        return serve

    with world({f"/{k}": late(f"/{k + 1}") for k in range(9)}) as made:
        assert refused(made, "http://news.test/0", max_seconds=0.7).reason == "fetch-too-slow"


# The wishes of sites


def test_what_robots_txt_forbids_is_not_fetched_and_it_is_read_once() -> None:
    rules = reply(b"User-agent: *\nDisallow: /a\n")
    with world({"/robots.txt": rules, "/a": PAGE, "/b?/a": PAGE}) as made:
        visits = made.visits()
        outcome = fetch(URL, visits=visits)
        assert isinstance(outcome, Rejection) and outcome.reason == "fetch-robots"
        assert isinstance(fetch("http://news.test/b?/a", visits=visits), Fetched)
    assert made.targets() == ["/robots.txt", "/b?/a"]


def test_a_redirect_leads_past_no_robots_txt() -> None:
    pages = {"/a": to("/b"), "/b": PAGE, "/robots.txt": reply(b"User-agent: sayso\nDisallow: /b")}
    with world(pages) as made:
        assert refused(made).reason == "fetch-robots"
    assert made.targets() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "robots", [reply(status=s) for s in ("404 x", "401 x", "410 x", "204 x")] + [to("/robots.txt")]
)
def test_without_robots_txt_all_is_allowed(robots: bytes) -> None:
    with world({"/robots.txt": robots, "/a": PAGE}) as made:
        assert isinstance(fetch(URL, visits=made.visits()), Fetched)


SITE = "is on a site whose robots.txt"
BUSY_UNTIL = {"Retry_After": "Sun, 01 Mar 2026 10:10:00 GMT", "Date": "Sun, 01 Mar 2026 10:00:00 GMT"}


@pytest.mark.parametrize(
    ("robots", "reason", "told"),
    [
        (reply(status="503 Busy"), "fetch-robots", f"{SITE} answers 503 Service Unavailable"),
        (
            reply(status="429 Slowly", Retry_After="120"),
            "fetch-robots",
            f"{SITE} answers 429 Too Many Requests and asks to be left alone for 120 s",
        ),
        (
            to("http://169.254.169.254/"),
            "fetch-private-address",
            f"{SITE} is redirected to http://169.254.169.254/, which has a host, 169.254.169.254, at 169.254.169.254, "
            "which is not an address of the public internet",
        ),
        (b"no HTTP\r\n\r\n", "fetch-failed", f"{SITE} gives an answer that breaks off or is no HTTP"),
        (slow, "fetch-too-slow", f"{SITE} does not come whole within 0.5 s"),
    ],
)
def test_a_robots_txt_that_cannot_be_had_forbids_all_for_the_run(robots: bytes | Serve, reason: str, told: str) -> None:
    names = {"news.test": [(PUBLIC,)], "169.254.169.254": [("169.254.169.254",)]}
    with world({"/robots.txt": robots, "/a": PAGE}, names) as made:
        visits = made.visits()
        for _ in range(2):
            outcome = fetch(URL, FetchSettings(max_seconds=0.5), visits=visits)
            assert isinstance(outcome, Rejection) and outcome.reason == reason
            assert outcome.message == f"{URL}: {told}; so nothing of it is fetched"
    assert made.targets() == NO_ROBOTS


def test_a_host_that_is_not_there_needs_no_word_of_robots_txt() -> None:
    with world({}, {"none.test": [()]}) as made:
        assert (
            refused(made, "http://none.test/a").message == "http://none.test/a: has a host that is not found, none.test"
        )


@pytest.mark.parametrize(
    ("status", "fields", "told"),
    [
        ("429 x", {"Retry_After": "120"}, "answers 429 Too Many Requests and asks to be left alone for 120 s"),
        ("503 x", BUSY_UNTIL, "answers 503 Service Unavailable and asks to be left alone for 600 s"),
        ("503 x", {}, "answers 503 Service Unavailable"),
        ("404 x", {"Retry_After": "120"}, "answers 404 Not Found"),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone_is_told(status: str, fields: dict[str, str], told: str) -> None:
    with world({"/a": reply(status=status, **fields)}) as made:
        assert refused(made).message == f"{URL}: {told}"


def test_an_endless_robots_txt_is_read_as_far_as_it_must_be() -> None:
    def serve(connection: socket.socket, request: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /a\n")
        while True:
            connection.sendall(b"# more\n" * 1000)

    with world({"/robots.txt": serve, "/a": PAGE}) as made:
        assert refused(made).reason == "fetch-robots"
    assert made.targets() == NO_ROBOTS


def test_robots_txt_may_be_redirected_and_still_speaks_for_its_site() -> None:
    pages = {"/robots.txt": to("/r"), "/r": reply(b"User-agent: *\nDisallow: /a"), "/a": PAGE}
    with world(pages) as made:
        assert refused(made).reason == "fetch-robots"
    assert made.targets() == ["/robots.txt", "/r"]


@pytest.mark.parametrize(("wish", "pause"), [(b"", 1.0), (b"User-agent: *\nCrawl-delay: 7", 7.0)])
def test_requests_to_one_host_are_spaced(wish: bytes, pause: float) -> None:
    with world({"/robots.txt": reply(wish), "/a": PAGE, "/b": PAGE}) as made:
        made.clock = lambda: 50.0
        visits = made.visits()
        fetch(URL, visits=visits)
        fetch("http://news.test/b", visits=visits)
        fetch("http://wire.test/b", visits=visits)
    assert made.slept == [pause] * 3  # before a and b, and before b of the other host, behind its robots.txt


def test_a_site_that_asks_for_endless_pauses_is_left_alone() -> None:
    with world({"/robots.txt": reply(b"User-agent: *\nCrawl-delay: inf"), "/a": PAGE}) as made:
        assert refused(made).reason == "fetch-robots"


# What is known from an earlier visit


def changed_or_not(connection: socket.socket, request: Request) -> None:
    same = request.headers.get("if-none-match") == '"1"'
    connection.sendall(reply(status="304 Not Modified", Last_Modified="now") if same else PAGE)


def test_a_page_that_has_not_changed_is_not_sent_again() -> None:
    with world({"/a": changed_or_not}) as made:
        first = fetch(URL, visits=made.visits())
        assert isinstance(first, Fetched)
        second = fetch(URL, validators=first.validators, visits=made.visits())
    assert second == NotModified(URL, Validators(URL, '"1"', "now"))
    assert "if-modified-since" not in made.requests[-1].headers


def test_marks_are_sent_only_to_the_address_that_gave_them() -> None:
    marks = Validators("http://wire.test/c", '"1"', "Tue, 08 Mar 2022 10:00:00 GMT")
    with world({"/a": to("http://wire.test/c"), "/c": changed_or_not}) as made:
        outcome = fetch(URL, validators=marks, visits=made.visits())
    assert outcome == NotModified(marks.url, replace(marks, last_modified="now"), (URL,))
    by_target = {request.target: request.headers for request in made.requests}
    assert {"if-none-match", "if-modified-since"} & set(by_target["/a"]) == set()
    assert by_target["/c"]["if-modified-since"] == marks.last_modified


def test_marks_that_are_no_header_are_left_out() -> None:
    with world({"/a": PAGE}) as made:
        outcome = fetch(URL, validators=Validators(URL, '"1"\r\nCookie: x', "\u00e9"), visits=made.visits())
    assert isinstance(outcome, Fetched)
    assert {"if-none-match", "if-modified-since", "cookie"} & set(made.requests[-1].headers) == set()


def test_cookies_are_not_kept() -> None:
    pages = {"/a": reply(status="302 Found", Location="/b", Set_Cookie="id=1; Path=/"), "/b": PAGE}
    with world(pages) as made:
        visits = made.visits()
        fetch(URL, visits=visits)
        fetch("http://news.test/b", visits=visits)
    assert [request.headers.get("cookie") for request in made.requests] == [None] * 4


@pytest.mark.parametrize("url", ["", "\x00", "http://", "http://\ud800/", "https://ann:secret@news.test/", "a" * 9999])
def test_an_address_that_is_none_is_set_aside_without_a_request(url: str) -> None:
    def never(*_: object) -> tuple[str, ...]:
        raise AssertionError

    outcome = fetch(url, visits=Visits(Network(resolve=never)))
    assert isinstance(outcome, Rejection) and outcome.message.isprintable() and "secret" not in str(outcome)
