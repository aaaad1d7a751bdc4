"""What was found once is not looked up again while the ledger stays as it is: for sums over all that it holds."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast
from weakref import WeakKeyDictionary

from sayso.store.connection import Connection, Reader, find_version

T = TypeVar("T")
MOST: Final = 256  # answers of one state of a ledger; those not asked for longest go first
NOTHING: Final = object()


class Memory:
    """Answers that hold in one state of one ledger. Safe to share between threads."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Hashable, find: Callable[[], T]) -> T:
        """What is known of ``asked``, found where it is not known. Two threads may find it at the same time."""
        with self._lock:
            known = self._known.get(asked, NOTHING)
            if known is not NOTHING:
                self._known.move_to_end(asked)
                return cast(T, known)
        found = find()
        with self._lock:
            self._known[asked] = found
            if len(self._known) > MOST:
                self._known.popitem(last=False)
        return found


_own: WeakKeyDictionary[Connection, tuple[int, Memory]] = WeakKeyDictionary()
_shared: WeakKeyDictionary[Connection, Memory] = WeakKeyDictionary()


def share(ledger: Reader, memory: Memory) -> None:
    """Let a connection remember together with others.

    Whoever shares sees to it that ``memory`` is another one as soon as somebody has written to the ledger.
    """
    assert isinstance(ledger, Connection)
    _shared[ledger] = memory


def remembered(ledger: Reader, asked: Hashable, find: Callable[[], T]) -> T:
    """What ``find`` gives, or gave before, when nobody had written to the ledger since.

    ``asked`` says what is found, and must not mean anything else elsewhere. What is given must not be changed.
    """
    if not isinstance(ledger, Connection):
        return find()
    memory = _shared.get(ledger)
    if memory is not None:
        return memory.get(asked, find)
    if not ledger.execute("PRAGMA query_only").fetchone()[0]:
        return find()  # its own writing would not be noticed
    version = find_version(ledger)
    before, mine = _own.get(ledger, (None, None))
    if mine is None or before != version:
        mine = Memory()
        _own[ledger] = (version, mine)
    return mine.get(asked, find)
