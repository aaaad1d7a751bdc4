"""What one run remembers of the sites that it visits: their wishes, and when it was last there."""

from __future__ import annotations

from collections import OrderedDict

from sayso.fetch.network import Deadline, Network
from sayso.fetch.records import Refusal
from sayso.fetch.robots import Robots

KEPT = 100  # sites whose robots.txt is remembered


class Visits:
    """The memory of one run; give the same one to all calls of ``fetch``, from one thread."""

    def __init__(self, network: Network | None = None) -> None:
        self.network = network or Network()
        self._robots: OrderedDict[str, Robots | tuple[str, str]] = OrderedDict()
        self._last: dict[str, float] = {}

    def robots_of(self, origin: str) -> Robots | None:
        """The rules of ``origin``; ``None`` when they were not asked for. Raises the ``Refusal`` that is remembered."""
        known = self._robots.get(origin)
        if isinstance(known, tuple):
            raise Refusal(*known)
        if known is not None:
            self._robots.move_to_end(origin)
        return known

    def remember(self, origin: str, found: Robots | Refusal) -> None:
        """Keep what was found out about ``origin``: its rules, or why there are none and nothing is fetched."""
        self._robots[origin] = (found.reason, str(found)) if isinstance(found, Refusal) else found
        self._robots.move_to_end(origin)
        if len(self._robots) > KEPT:
            self._robots.popitem(last=False)

    def wait(self, host: str, delay: float, deadline: Deadline) -> None:
        """Wait until ``delay`` seconds have passed since the last request to ``host`` ended."""
        last = self._last.get(host)
        if last is None:
            return
        begin = self.network.clock()
        pause = last + delay - begin
        if pause > 0:
            self.network.sleep(pause)
            deadline.extend(self.network.clock() - begin)

    def left(self, host: str) -> None:
        """A request to ``host`` has just ended, however it did."""
        self._last[host] = self.network.clock()
