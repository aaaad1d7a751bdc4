"""What was found once is not looked up again while the ledger stays as it is: for sums over all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast
from weakref import WeakKeyDictionary

from sayso.store.connection import Connection, Reader

T = TypeVar("T")
MOST: Final = 32  # answers beside one connection; the oldest go first
_beside: WeakKeyDictionary[Connection, tuple[int, dict[Hashable, object]]] = WeakKeyDictionary()


def remembered(ledger: Reader, asked: Hashable, find: Callable[[], T]) -> T:
    """What ``find`` gives, or gave before over this connection, when nobody had written to the ledger since.

    ``asked`` says what is found, and must not mean anything else elsewhere. What is given must not be changed.
    """
    if not isinstance(ledger, Connection) or not ledger.execute("PRAGMA query_only").fetchone()[0]:
        return find()  # its own writing would not be noticed
    version = int(ledger.execute("PRAGMA data_version").fetchone()[0])
    before, known = _beside.get(ledger, (version, {}))
    if before != version:
        known = {}
    if asked not in known:
        if len(known) >= MOST:
            del known[next(iter(known))]
        known[asked] = find()
    _beside[ledger] = (version, known)
    return cast(T, known[asked])
