"""Follows feeds and folders: takes in what is new, and finds what that changed about claims.

What was told is kept in the ledger, claim by claim, behind the telling: who is stopped in between tells the one line
that was under way once more, and none is lost.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

from sayso.engine.arrived import words_of_numbers
from sayso.engine.asked import keys_of
from sayso.engine.ingest import Clock, Taken, read_waiting, take_in
from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.engine.workers import Team, jobs_here, team
from sayso.intake.walk import Named
from sayso.store.connection import Reader, Writer, writer
from sayso.store.propositions import find_proposition
from sayso.store.taken import find_waiting_count
from sayso.store.told import (
    Untold,
    find_fresh,
    find_stands,
    find_untold,
    find_watched,
    is_said,
    save_known,
    save_said,
    save_told,
    save_watched,
)
from sayso.types.document import Rejection
from sayso.types.news import More, News, NewsKind

ADDRESS: Final = re.compile(r"https?://", re.I)
MOST: Final = 20  # news of one kind that are told one by one in one round
TOGETHER: Final = 256  # claims of which there is nothing to tell that are remembered in one transaction
LONGEST_REST: Final = 64  # rounds that a source which keeps failing is left alone

Reading: TypeAlias = Callable[[], AbstractContextManager[tuple[Team, str]]]
TakeFrom: TypeAlias = Callable[[Writer, Iterable[str], Clock], Iterator[Taken]]


def watch(
    path: str | os.PathLike[str],
    sources: Iterable[str | os.PathLike[str]],
    *,
    at: str,
    about: str | None = None,
    every_claim: bool = False,
    jobs: int | None = None,
) -> Iterator[News | More]:
    """Look once at feeds, folders and files, and give what is new about claims, as ``sayso watch --once`` tells it.

    ``at`` is the time of intake (ISO 8601 in UTC). What is given counts as told once the next is asked for;
    ``every_claim`` gives, the first time, also what the ledger holds already. The ledger is open for writing until all
    was given. What was set aside is in it. Raises ``LedgerError`` and ``ModelError``.
    """
    named = [os.fspath(source) for source in sources]
    addresses = [source for source in named if is_address(source)]
    paths = [source for source in named if not is_address(source)]
    with writer(Path(path)) as ledger:
        if find_watched(ledger.read) is None:
            save_watched(ledger, at, every=every_claim)
        for _ in bring_in(ledger, paths, addresses, lambda: at, lambda: team(jobs or jobs_here())):
            pass
        yield from tell(ledger, about)


def is_address(source: str) -> bool:
    """Whether a source is a web address, and no path."""
    return ADDRESS.match(source) is not None


class Rests:
    """Addresses that failed are left alone: for one round, then two, four, and so on."""

    def __init__(self) -> None:
        self._failed: Counter[str] = Counter()
        self._left: dict[str, int] = {}

    def due(self, sources: Iterable[str]) -> list[str]:
        """Those to be asked in this round."""
        out = []
        for source in sources:
            left = self._left.get(source, 0)
            if left:
                self._left[source] = left - 1
            else:
                out.append(source)
        return out

    def note(self, source: str, *, failed: bool) -> None:
        """What came of asking."""
        if failed:
            self._left[source] = min(2 ** self._failed[source], LONGEST_REST)
            self._failed[source] += 1
        else:
            self._left.pop(source, None)
            self._failed.pop(source, None)


def bring_in(
    ledger: Writer,
    paths: Sequence[Named],
    addresses: Sequence[str],
    now: Clock,
    reading: Reading,
    take_from: TakeFrom | None = None,
) -> Iterator[Taken | Rejection]:
    """Take in what is new in files, folders and feeds, read it and weigh its claims, as ``sayso ingest`` does.

    Gives what became of each input, and what could not be read. ``reading`` gives who reads, and is called only where
    something waits. ``take_from`` stands in for ``engine.fetching.take_from``. Raises ``LedgerError``, ``ModelError``.
    """
    yield from take_in(ledger, paths, now)
    if addresses:
        yield from (take_from or _fetched)(ledger, addresses, now)
    if find_waiting_count(ledger.read):
        with reading() as (readers, producer):
            for outcome in read_waiting(ledger, readers, producer, now):
                if isinstance(outcome, Rejection):
                    yield outcome
    for _ in link_new(ledger):
        pass
    for _ in weigh_new(ledger):
        pass


def _fetched(ledger: Writer, addresses: Iterable[str], now: Clock) -> Iterator[Taken]:
    from sayso.engine.fetching import take_from  # loads the libraries of the network

    return take_from(ledger, addresses, now)


def tell(ledger: Writer, about: str | None = None) -> Iterator[News | More]:
    """What there is to tell of claims, then how much more there is.

    Whatever is given counts as told once the next is asked for. ``about`` narrows it down; what it leaves out waits.
    Raises ``LedgerError``.
    """
    shown: Counter[NewsKind] = Counter()
    more: Counter[NewsKind] = Counter()
    said: set[tuple[str, str | None]] = set()
    silent: list[int] = []
    late: list[tuple[int, tuple[bytes, ...]]] = []
    for claim in find_untold(ledger.read, about, keys_of(about)):
        if not claim.known and claim.fresh and shown[NewsKind.NEW] >= MOST:
            more[NewsKind.NEW] += 1
            late.append((claim.n, ()))
            continue
        found = [(item, key_of(item)) for item in _news(ledger.read, claim) if not _again(item, said)]
        if not found:
            silent.append(claim.n)
            if len(silent) >= TOGETHER:
                save_told(ledger, silent)
                silent.clear()
            continue
        rest = 0
        for item, key in found:
            if is_said(ledger.read, key):
                continue
            if shown[item.kind] >= MOST:
                more[item.kind] += 1
                rest += 1
                continue
            shown[item.kind] += 1
            yield item
            save_said(ledger, key)
        keys = tuple(key for _, key in found)
        if rest:
            late.append((claim.n, keys))
        else:
            save_told(ledger, [claim.n], keys)
    save_told(ledger, silent)
    if more:
        yield More(tuple((kind, more[kind]) for kind in NewsKind if more[kind]))
    save_told(ledger, (n for n, _ in late), (key for _, keys in late for key in keys))
    save_known(ledger)


def _again(found: News, said: set[tuple[str, str | None]]) -> bool:
    """Whether a new claim is worded as another one of the same article that was told in this round."""
    if found.kind is not NewsKind.NEW:
        return False
    words = (found.text, found.article.id if found.article else None)
    met = words in said
    said.add(words)
    return met


def key_of(found: News) -> bytes:
    """A hash of what news say: of what, by whom, where, and of the claim as it was told of before."""
    parts = (
        found.kind.value,
        (found.before.claim, found.before.standing.value) if found.before else found.after.claim,
        sorted(o.id for o in found.who),
        found.article.id if found.article else None,
        found.after.standing.value if found.kind is NewsKind.STANDING else None,
        found.now.text if found.now else None,
    )
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _news(ledger: Reader, claim: Untold) -> tuple[News, ...]:
    from sayso.weighing.news import news

    if not (claim.known or claim.fresh):
        return ()
    found = find_proposition(ledger, claim.id)
    if found is None:
        return ()
    fresh = find_fresh(ledger, claim.n)
    before = find_stands(ledger, claim.n)
    return news(before, found, fresh, words_of_numbers(ledger, found, fresh) if before else {})
