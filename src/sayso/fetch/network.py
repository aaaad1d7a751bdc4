"""Connections that lead only to addresses that were looked at, within limits of time and bytes.

The check stands where the connection is made, behind everything that could change a host or an address: a name is
resolved once, each address it has is checked, and one of these very addresses is connected to. A name that changes its
mind between check and use (DNS rebinding) is thus of no use; TLS still asks for the certificate of the name.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from sayso.fetch.addresses import is_public
from sayso.fetch.records import HostRefusal, Refusal, shown

TRIED = 4  # addresses of one name
CONNECT_SECONDS = 10.0


def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """All addresses of ``host``, in the system's order. Raises ``Refusal``: ``fetch-unknown-host``, ``fetch-too-slow``.

    The system's resolver knows no time limit; it is left behind in its thread when it takes longer than ``seconds``.
    """
    answers: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            found = []
        answers.put(tuple(dict.fromkeys(str(row[4][0]) for row in found)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        raise HostRefusal("fetch-too-slow", f"has a host that is not found in time, {shown(host)}") from None


def connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """A connection to ``address``, which is a number. Raises ``httpcore.ConnectError`` or ``ConnectTimeout``."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How the outer world is reached. Tests put their own functions here; the check of addresses is not among them."""

    resolve: Callable[[str, int, float], tuple[str, ...]] = resolve
    connect: Callable[[str, int, float], httpcore.NetworkStream] = connect
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Deadline:
    """The time that a visit has left."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds, above 0. Raises ``Refusal`` (``fetch-too-slow``) when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.missed()
        return left

    def extend(self, seconds: float) -> None:
        """Do not count ``seconds`` that were spent waiting out of politeness."""
        self._end += seconds

    def missed(self) -> Refusal:
        """The refusal of a visit that takes too long."""
        return Refusal("fetch-too-slow", f"does not come whole within {self._seconds:g} s")


class Allowance:
    """How many bytes may still be received, of all that comes over a connection."""

    def __init__(self, size: int) -> None:
        self._left = size

    def raise_by(self, size: int) -> None:
        """Allow ``size`` bytes more."""
        self._left += size

    def take(self, size: int) -> None:
        """Count ``size`` bytes. Raises ``Refusal`` (``fetch-too-big``) when it is more than is left."""
        self._left -= size
        if self._left < 0:
            raise Refusal("fetch-too-big", "sends more than is taken")


class GuardedBackend(httpcore.NetworkBackend):
    """Makes the connections of one exchange. The timeouts that httpcore passes are ignored: the deadline holds."""

    def __init__(self, network: Network, deadline: Deadline, allowance: Allowance) -> None:
        self._network = network
        self._deadline = deadline
        self._allowance = allowance

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the addresses of ``host``, if all of them are public.

        Raises ``Refusal``: ``fetch-unknown-host``, ``fetch-private-address``, ``fetch-failed``, ``fetch-too-slow``.
        """
        addresses = self._network.resolve(host, port, self._deadline.left())
        if not addresses:
            raise HostRefusal("fetch-unknown-host", f"has a host that is not found, {shown(host)}")
        for address in addresses:
            if not is_public(address):
                place = f"{shown(host)}, at {shown(address)}"
                message = f"has a host, {place}, which is not an address of the public internet"
                raise HostRefusal("fetch-private-address", message)
        for address in addresses[:TRIED]:
            try:
                stream = self._network.connect(address, port, min(CONNECT_SECONDS, self._deadline.left()))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return GuardedStream(stream, self._deadline, self._allowance)
        raise HostRefusal("fetch-failed", "has a host that takes no connection")


class GuardedStream(httpcore.NetworkStream):
    """A connection whose reads and writes end with the deadline, and whose bytes are counted."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, allowance: Allowance) -> None:
        self._stream = stream
        self._deadline = deadline
        self._allowance = allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes; none at the end. Raises ``Refusal``: ``fetch-too-slow``, ``fetch-too-big``."""
        try:
            piece = self._stream.read(max_bytes, self._deadline.left())
        except httpcore.ReadTimeout:
            raise self._deadline.missed() from None
        self._allowance.take(len(piece))
        return piece

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send ``buffer``. Raises ``Refusal`` (``fetch-too-slow``)."""
        try:
            self._stream.write(buffer, self._deadline.left())
        except httpcore.WriteTimeout:
            raise self._deadline.missed() from None

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The encrypted connection. Raises ``Refusal``: ``fetch-tls``, ``fetch-too-slow``."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore.ConnectTimeout:
            raise self._deadline.missed() from None
        except (httpcore.ConnectError, ValueError) as error:  # ValueError: a name that TLS cannot ask for
            raise HostRefusal("fetch-tls", f"has a host that gives no safe connection ({shown(str(error))})") from None
        return GuardedStream(stream, self._deadline, self._allowance)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection."""
        return self._stream.get_extra_info(info)
