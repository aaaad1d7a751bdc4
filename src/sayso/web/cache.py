"""What is dear to look up is remembered until somebody writes to the ledger.

Each connection remembers by itself: SQLite says of one connection only whether what it sees has changed
(``PRAGMA data_version``), and one thread at a time has it (``pool.py``).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

from sayso.store.connection import Reader, find_version

T = TypeVar("T")
ANSWERS: Final = 64  # that are remembered of one connection; those not asked for longest go first
CONNECTIONS: Final = 16  # that remember: more than a server has threads


@dataclass(slots=True)
class _Memory:
    """What one connection remembers, of which state of the ledger."""

    ledger: Reader
    version: int
    known: OrderedDict[Hashable, object] = field(default_factory=OrderedDict)


_memories: OrderedDict[int, _Memory] = OrderedDict()
_lock = threading.Lock()


def kept(ledger: Reader, what: Hashable, look: Callable[[], T]) -> T:
    """What ``look`` gives, looked up once in each state of the ledger; ``what`` names it with all it depends on."""
    known = _memory(ledger, find_version(ledger)).known
    if what in known:
        known.move_to_end(what)
    else:
        known[what] = look()
        if len(known) > ANSWERS:
            known.popitem(last=False)
    return cast(T, known[what])


def _memory(ledger: Reader, version: int) -> _Memory:
    with _lock:
        found = _memories.pop(id(ledger), None)
        if found is None or found.ledger is not ledger or found.version != version:
            found = _Memory(ledger, version)
        _memories[id(ledger)] = found
        if len(_memories) > CONNECTIONS:
            _memories.popitem(last=False)
        return found
