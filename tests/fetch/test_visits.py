from __future__ import annotations

import pytest

from sayso.fetch.network import Deadline, Network
from sayso.fetch.records import Refusal
from sayso.fetch.robots import Robots
from sayso.fetch.visits import KEPT, Visits


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def at(clock: Clock) -> Visits:
    return Visits(Network(clock=lambda: clock.now, sleep=clock.sleep))


def test_requests_to_one_host_are_apart_and_those_to_others_are_not() -> None:
    clock = Clock()
    visits, deadline = at(clock), Deadline(lambda: clock.now, 1)
    visits.wait("a.test", 3, deadline)
    visits.left("a.test")
    clock.now += 0.5
    visits.wait("b.test", 3, deadline)
    assert clock.slept == []
    visits.wait("a.test", 3, deadline)
    assert clock.slept == [2.5]
    assert deadline.left() == 0.5  # the pause does not count
    clock.now += 9
    visits.wait("a.test", 3, deadline)
    assert clock.slept == [2.5]


def test_wishes_and_refusals_are_remembered_for_a_while() -> None:
    visits = Visits()
    assert visits.robots_of("http://a.test:80") is None
    visits.remember("http://a.test:80", Robots(delay=2))
    assert visits.robots_of("http://a.test:80") == Robots(delay=2)
    visits.remember("http://b.test:80", Refusal("fetch-failed", "gives no answer"))
    with pytest.raises(Refusal, match="gives no answer"):
        visits.robots_of("http://b.test:80")
    for k in range(KEPT):
        visits.robots_of("http://a.test:80")
        visits.remember(f"http://{k}.test:80", Robots())
    assert visits.robots_of("http://b.test:80") is None
    assert visits.robots_of("http://0.test:80") is None
    assert visits.robots_of("http://a.test:80") == Robots(delay=2)
