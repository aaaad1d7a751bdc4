"""A small internet of our own: names, addresses and servers, all on this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpcore

from sayso.fetch.network import Network
from sayso.fetch.visits import Visits

PUBLIC = "93.184.215.14"
OTHER = "151.101.1.69"
Serve = Callable[[socket.socket, "Request"], None]


@dataclass(frozen=True)
class Request:
    target: str
    headers: dict[str, str]


def reply(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer; ``_`` in names of headers stands for ``-``, and the length is added where it is not given."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    if "Content-Length" not in fields and "Transfer-Encoding" not in fields:
        fields["Content-Length"] = str(len(body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@dataclass
class World:
    """What ``Visits`` reaches. Names have addresses, one list for each time they are asked for (the last one stays)."""

    names: dict[str, list[tuple[str, ...]]]
    port: int
    clock: Callable[[], float] = time.monotonic
    asked: list[str] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def resolve(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        self.asked.append(host)
        answers = self.names.get(host, [()])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        self.connected.append((address, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout=seconds)

    def visits(self) -> Visits:
        return Visits(Network(self.resolve, self.connect, self.clock, self.slept.append))

    def targets(self) -> list[str]:
        return [request.target for request in self.requests]


@contextmanager
def world(pages: dict[str, bytes | Serve], names: dict[str, list[tuple[str, ...]]] | None = None) -> Iterator[World]:
    """A world whose names all lead to one server that answers each target with bytes, or by a function of the socket.

    Without an entry, an answer is 404.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    made = World(names or {"news.test": [(PUBLIC,)], "wire.test": [(OTHER,)]}, listener.getsockname()[1])

    def one(connection: socket.socket) -> None:
        with connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            fields = dict(line.split(": ", 1) for line in lines)
            request = Request(first.split(" ")[1], {name.lower(): value for name, value in fields.items()})
            made.requests.append(request)
            answer = pages.get(request.target, reply(status="404 Not Found"))
            try:
                if callable(answer):
                    answer(connection, request)
                else:
                    connection.sendall(answer)
                    connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # the other side has had enough

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield made
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
