from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path

import httpx
import pytest

from sayso.fetch.bodies import Bounds
from sayso.fetch.exchange import Answer, exchange, tls_context
from sayso.fetch.network import Deadline, Network
from sayso.fetch.records import Refusal
from tests.fetch.support import PUBLIC, Request, Serve, World, reply, world

URL = "http://news.test/a?b"


def ask(made: World, seconds: float = 10, size: int = 1_000_000, url: str = URL) -> Answer:
    network = Network(made.resolve, made.connect)
    return exchange(httpx.URL(url), network, Deadline(time.monotonic, seconds), Bounds(size, 200))


def refused(page: bytes | Serve, **limits: float) -> Refusal:
    with world({"/a?b": page}) as made, pytest.raises(Refusal) as caught:
        ask(made, **limits)  # type: ignore[arg-type]
    return caught.value


def test_a_request_is_plain_and_names_the_program() -> None:
    with world({"/a?b": reply(b"text", Content_Type="text/plain", Set_Cookie="id=1")}) as made:
        answer = ask(made)
    assert (answer.status, answer.body) == (200, b"text")
    (request,) = made.requests
    assert request.headers["host"] == "news.test" and request.headers["user-agent"].startswith("Sayso ")
    assert request.headers["accept-encoding"] == "gzip, deflate"
    assert made.connected == [(PUBLIC, 80)]


def test_nothing_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    secrets = tmp_path / "netrc"
    secrets.write_text("machine news.test login ann password secret\n")
    monkeypatch.setenv("NETRC", str(secrets))
    with world({"/a?b": reply(b"text")}) as made:
        assert ask(made).body == b"text"
    assert made.connected == [(PUBLIC, 80)]
    assert {"authorization", "proxy-authorization", "cookie"} & set(made.requests[0].headers) == set()


def test_compressed_bodies_are_unpacked() -> None:
    with world({"/a?b": reply(gzip.compress(b"text"), Content_Encoding="gzip")}) as made:
        assert ask(made).body == b"text"


def test_a_body_in_chunks_is_joined() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with world({"/a?b": head + b"2\r\nte\r\n2\r\nxt\r\n0\r\n\r\n"}) as made:
        assert ask(made).body == b"text"


def test_of_a_body_longer_than_declared_only_what_was_declared_is_taken() -> None:
    with world({"/a?b": reply(b"text and more", Content_Length="4")}) as made:
        assert ask(made).body == b"text"


def test_the_body_of_an_error_is_not_read() -> None:
    with world({"/a?b": reply(b"x" * 5_000_000, status="500 Oops")}) as made:
        assert ask(made).body == b""


def drip(piece: bytes) -> Serve:
    def serve(connection: socket.socket, request: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(piece)
            time.sleep(0.02)

    return serve


def endless(head: bytes, piece: bytes) -> Serve:
    def serve(connection: socket.socket, request: Request) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return serve


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
BOMB = gzip.compress(bytes(50_000_000))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 4096), "fetch-too-big"),
        (endless(CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n"), "fetch-too-big"),
        (endless(CHUNKED, b"1;" + b"e" * 2000 + b"\r\nx\r\n"), "fetch-too-big"),
        (endless(b"", b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n"), "fetch-too-big"),
        (endless(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), "fetch-failed"),
        (endless(b"HTTP/1.1 200 OK\r\nA: ", b"x" * 4096), "fetch-failed"),
        (endless(b"", b"x" * 4096), "fetch-failed"),
        (reply(b"x", Content_Length="1000001"), "fetch-too-big"),
        (reply(b"x", Content_Length="9" * 19), "fetch-too-big"),
        (reply(BOMB, Content_Encoding="gzip"), "fetch-too-big"),
        (reply(b"x" * 10, Content_Length="11"), "fetch-failed"),
        (reply(b"x" * 10, Content_Length="-1"), "fetch-failed"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "fetch-failed"),
        (CHUNKED + b"zz\r\n", "fetch-failed"),
        (CHUNKED + b"5\r\nab", "fetch-failed"),
        (b"", "fetch-failed"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "fetch-failed"),
        (b"HTTP/1.1 200 OK\r\nA: b\x00c\r\n\r\n", "fetch-failed"),
        (reply(b"x", Content_Encoding="br"), "fetch-encoding"),
    ],
)
def test_a_hostile_answer_is_refused(page: bytes | Serve, reason: str) -> None:
    assert refused(page).reason == reason


@pytest.mark.parametrize("piece", [b"A: b\r\n", b"\r\nx"])
def test_an_answer_that_drips_ends_with_the_deadline(piece: bytes) -> None:
    begin = time.monotonic()
    assert refused(drip(piece), seconds=0.5).reason == "fetch-too-slow"
    assert time.monotonic() - begin < 5


def test_a_silent_server_ends_with_the_deadline() -> None:
    assert refused(lambda connection, request: time.sleep(3), seconds=0.3).reason == "fetch-too-slow"


def test_a_server_that_resets_the_connection_has_failed() -> None:
    def reset(connection: socket.socket, request: Request) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    assert refused(reset).reason == "fetch-failed"


def test_tls_asks_for_the_name_at_the_checked_address_and_trusts_nobody_unknown() -> None:
    assert tls_context().verify_mode is ssl.CERT_REQUIRED and tls_context().check_hostname
    listener = socket.create_server(("127.0.0.1", 0))
    made = World({"news.test": [(PUBLIC,)]}, listener.getsockname()[1])
    hello = []

    def connect(address: str, port: int, seconds: float):
        stream = made.connect(address, port, seconds)
        connection, _ = listener.accept()
        connection.sendall(b"\x15\x03\x03\x00\x02\x02\x28")  # alert: handshake failure
        hello.append(connection)
        return stream

    deadline = Deadline(time.monotonic, 10)
    with listener, pytest.raises(Refusal) as caught:
        exchange(httpx.URL("https://news.test/"), Network(made.resolve, connect), deadline, Bounds(1000, 200))
    with hello[0]:
        assert b"news.test" in hello[0].recv(65536)
    assert caught.value.reason == "fetch-tls" and made.connected == [(PUBLIC, 443)]


def test_a_tls_handshake_that_never_comes_ends_with_the_deadline() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    made = World({"news.test": [(PUBLIC,)]}, listener.getsockname()[1])
    with listener, pytest.raises(Refusal) as caught:
        ask(made, seconds=0.3, url="https://news.test/")
    assert caught.value.reason == "fetch-too-slow"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for news.test that nobody trusts yet."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    path = tmp_path_factory.mktemp("tls") / "news.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.test -addext subjectAltName=DNS:news.test"
    )
    subprocess.run([*command.split(), "-keyout", path, "-out", f"{path}.crt"], check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


@pytest.mark.parametrize(
    ("host", "trusted", "outcome"),
    [("news.test", True, b"text"), ("wire.test", True, "fetch-tls"), ("news.test", False, "fetch-tls")],
)
def test_over_tls_the_certificate_must_be_trusted_and_of_the_name(
    certificate: Path, host: str, trusted: bool, outcome: bytes | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate)
    if trusted:
        trusting = ssl.create_default_context(cafile=certificate)
        monkeypatch.setattr("sayso.fetch.exchange.tls_context", lambda: trusting)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        try:
            with serving.wrap_socket(connection, server_side=True) as safe:
                safe.recv(65536)
                safe.sendall(reply(b"text"))
        except OSError:
            pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    made = World({"news.test": [(PUBLIC,)], "wire.test": [(PUBLIC,)]}, listener.getsockname()[1])
    with listener:
        try:
            found: bytes | str = ask(made, url=f"https://{host}/").body
        except Refusal as refusal:
            found = refusal.reason
        thread.join(10)
    assert found == outcome and made.connected == [(PUBLIC, 443)]
