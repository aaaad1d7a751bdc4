from __future__ import annotations

import socket
import threading
import time

import httpcore
import pytest

from sayso.fetch import network
from sayso.fetch.network import Allowance, Deadline, GuardedBackend, Network
from sayso.fetch.records import Refusal


class Silent(httpcore.NetworkStream):
    def close(self) -> None:
        pass


def backend(answers: list[tuple[str, ...]], refusing: tuple[str, ...] = ()) -> tuple[GuardedBackend, list[str]]:
    connected: list[str] = []

    def connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        connected.append(address)
        assert 0 < seconds <= 5  # what is left of the visit
        if address in refusing:
            raise httpcore.ConnectError
        return Silent()

    world = Network(lambda host, port, seconds: answers.pop(0), connect)
    return GuardedBackend(world, Deadline(time.monotonic, 5), Allowance(1000)), connected


def test_the_connection_goes_to_the_address_that_was_checked_and_the_name_is_asked_once() -> None:
    answers = [("8.8.8.8",), ("127.0.0.1",)]
    guarded, connected = backend(answers)
    guarded.connect_tcp("news.test", 80)
    assert connected == ["8.8.8.8"] and answers == [("127.0.0.1",)]
    with pytest.raises(Refusal) as caught:
        guarded.connect_tcp("news.test", 80)
    assert caught.value.reason == "fetch-private-address" and connected == ["8.8.8.8"]


@pytest.mark.parametrize(
    "addresses", [("127.0.0.1",), ("8.8.8.8", "10.0.0.1"), ("8.8.8.8", "::1"), ("169.254.169.254",), ("fe80::1%lo",)]
)
def test_one_closed_address_closes_the_name(addresses: tuple[str, ...]) -> None:
    guarded, connected = backend([addresses])
    with pytest.raises(Refusal) as caught:
        guarded.connect_tcp("news.test", 80)
    assert caught.value.reason == "fetch-private-address" and connected == []


def test_the_next_address_is_tried_and_no_more_than_a_few() -> None:
    guarded, connected = backend([("8.8.8.8", "9.9.9.9")], refusing=("8.8.8.8",))
    guarded.connect_tcp("news.test", 80)
    assert connected == ["8.8.8.8", "9.9.9.9"]
    many = tuple(f"8.8.8.{k}" for k in range(50))
    guarded, connected = backend([many], refusing=many)
    with pytest.raises(Refusal) as caught:
        guarded.connect_tcp("news.test", 80)
    assert caught.value.reason == "fetch-failed" and len(connected) == 4


def test_a_name_without_an_address_is_unknown() -> None:
    with pytest.raises(Refusal) as caught:
        backend([()])[0].connect_tcp("news.test", 80)
    assert caught.value.reason == "fetch-unknown-host"


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "::1", "0", "[::]"])
def test_the_system_resolver_leads_no_spelling_of_this_machine_past_the_check(host: str) -> None:
    guarded = GuardedBackend(Network(), Deadline(time.monotonic, 20), Allowance(1000))
    with pytest.raises(Refusal) as caught:
        guarded.connect_tcp(host, 80)
    assert caught.value.reason in ("fetch-private-address", "fetch-unknown-host")


def test_a_resolver_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(20) and [])
    begin = time.monotonic()
    with pytest.raises(Refusal) as caught:
        network.resolve("news.test", 80, 0.1)
    release.set()
    assert caught.value.reason == "fetch-too-slow" and time.monotonic() - begin < 5


def test_a_name_that_cannot_be_asked_for_has_no_address() -> None:
    assert network.resolve("a" * 70 + ".test", 80, 5) == ()


def test_a_connection_carries_bytes_and_counts_those_received() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stream = network.GuardedStream(
            network.connect("127.0.0.1", listener.getsockname()[1], 5), Deadline(time.monotonic, 5), Allowance(4)
        )
        other, _ = listener.accept()
        with other:
            stream.write(b"asked")
            assert other.recv(9) == b"asked"
            other.sendall(b"told")
            assert stream.read(9) == b"told"
            other.sendall(b"!")
            with pytest.raises(Refusal) as caught:
                stream.read(9)
        stream.close()
    assert caught.value.reason == "fetch-too-big"


def test_a_deadline_counts_no_pauses() -> None:
    now = [0.0]
    deadline = Deadline(lambda: now[0], 10)
    now[0] = 9.0
    assert deadline.left() == 1
    deadline.extend(5)
    assert deadline.left() == 6
    now[0] = 15.0
    with pytest.raises(Refusal) as caught:
        deadline.left()
    assert caught.value.reason == "fetch-too-slow"
