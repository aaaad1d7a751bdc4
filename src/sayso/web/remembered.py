"""What takes long to make and is asked for again, kept in memory: bounded, and safe to share between threads."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """Values by key. Those asked for longest ago are forgotten first, so that all weigh ``most`` at most together."""

    def __init__(self, most: int, weight: Callable[[T], int]) -> None:
        self.most = most
        self.weight = weight
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._weighs = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made where it is not there. Two threads may make one at the same time."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._weighs += self.weight(made)
            while self._weighs > self.most and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._weighs -= self.weight(gone)
        return made
