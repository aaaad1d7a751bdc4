"""What was found once is not looked up again while the ledger stays as it is: for sums over all that it holds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast
from weakref import WeakKeyDictionary

from sayso.store.connection import Connection, Reader, find_version

T = TypeVar("T")
MOST: Final = 64  # answers beside one connection; those not asked for longest go first
_beside: WeakKeyDictionary[Connection, tuple[int, OrderedDict[Hashable, object]]] = WeakKeyDictionary()


def remembered(ledger: Reader, asked: Hashable, find: Callable[[], T]) -> T:
    """What ``find`` gives, or gave before over this connection, when nobody had written to the ledger since.

    ``asked`` says what is found, and must not mean anything else elsewhere. What is given must not be changed.
    """
    if not isinstance(ledger, Connection) or not ledger.execute("PRAGMA query_only").fetchone()[0]:
        return find()  # its own writing would not be noticed
    version = find_version(ledger)
    before, known = _beside.get(ledger, (version, OrderedDict()))
    if before != version:
        known = OrderedDict()
    if asked in known:
        known.move_to_end(asked)
    else:
        known[asked] = find()
        if len(known) > MOST:
            known.popitem(last=False)
    _beside[ledger] = (version, known)
    return cast(T, known[asked])
