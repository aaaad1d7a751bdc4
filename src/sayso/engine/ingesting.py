"""A whole ingest, step by step: take in, read what waits, find from what it derives, weigh its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sayso.engine.ingest import Clock, Taken, read_waiting, take_in
from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.engine.workers import jobs_here, team
from sayso.intake.walk import Named
from sayso.store.connection import Writer
from sayso.store.faults import find_weighing_faults
from sayso.store.lineage import find_unlinked_count
from sayso.store.taken import find_waiting_count, save_reread
from sayso.types.document import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be ingested, and how: as the options of ``sayso ingest``. ``jobs``: one a core unless given."""

    inputs: Iterable[Named] = ()
    fetch: Iterable[str] = ()
    jobs: int | None = None
    reread: bool = False
    read: bool = True
    model: Path | None = None


class Doing(StrEnum):
    """What an ingest does, in this order."""

    TAKING_IN = "taking in"
    READING = "reading"
    COMPARING = "comparing articles"
    WEIGHING = "weighing claims"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did.

    ``inputs`` are files, streams and addresses, ``known`` those of them that had been taken in before. ``new`` and
    ``again`` count the articles met for the first time and exact copies, ``read`` the readings that were tried,
    ``compared`` and ``weighed`` the articles whose text and whose claims were compared with the others.
    """

    inputs: int = 0
    known: int = 0
    new: int = 0
    again: int = 0
    read: int = 0
    compared: int = 0
    weighed: int = 0
    rejected: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """One thing more that an ingest did: ``done`` of ``waiting``, ``None`` where that is not known beforehand.

    ``taken`` is the input that was taken in, ``rejected`` what was set aside this time.
    """

    doing: Doing
    done: int
    waiting: int | None = None
    taken: Taken | None = None
    rejected: tuple[Rejection, ...] = ()


def ingest(ledger: Writer, wanted: Wanted, now: Clock) -> Iterator[Progress]:
    """Take in, read, compare and weigh, and tell of each thing once it is kept. May be stopped anywhere.

    Raises ``LedgerError``, and ``ModelError`` when something waits to be read and the model cannot be loaded.
    """
    for n, taken in enumerate(_taken(ledger, wanted, now), 1):
        yield Progress(Doing.TAKING_IN, n, taken=taken, rejected=taken.rejected)
    if not wanted.read:
        return
    if wanted.reread or find_waiting_count(ledger.read):
        yield from _read(ledger, wanted, now)
    waiting = find_unlinked_count(ledger.read)
    for n, _ in enumerate(link_new(ledger), 1):
        yield Progress(Doing.COMPARING, n, waiting)
    before, n = set(find_weighing_faults(ledger.read)), 0
    for n, _ in enumerate(weigh_new(ledger), 1):
        yield Progress(Doing.WEIGHING, n)
    if failed := tuple(why for why in find_weighing_faults(ledger.read) if why not in before):
        yield Progress(Doing.WEIGHING, n, rejected=failed)


def _taken(ledger: Writer, wanted: Wanted, now: Clock) -> Iterator[Taken]:
    yield from take_in(ledger, wanted.inputs, now)
    urls = tuple(wanted.fetch)
    if urls:  # without the libraries of the network where nobody asks for it
        from sayso.engine.fetching import take_from

        yield from take_from(ledger, urls, now)


def _read(ledger: Writer, wanted: Wanted, now: Clock) -> Iterator[Progress]:
    with team(wanted.jobs or jobs_here(), wanted.model) as (readers, producer):
        if wanted.reread:
            save_reread(ledger, producer)
        waiting = find_waiting_count(ledger.read)
        for n, outcome in enumerate(read_waiting(ledger, readers, producer, now), 1):
            rejected = (outcome,) if isinstance(outcome, Rejection) else ()
            yield Progress(Doing.READING, n, waiting, rejected=rejected)


def ingested(steps: Iterable[Progress], tell: Callable[[Progress], object] | None = None) -> Ingested:
    """Go through all steps, hand each of them to ``tell``, and say what was done in all."""
    counts: Counter[str] = Counter()
    rejected: list[Rejection] = []
    for step in steps:
        rejected += step.rejected
        counts[step.doing] = step.done
        if step.taken is not None:
            counts.update(known=step.taken.known, new=step.taken.new, again=step.taken.again)
        if tell is not None:
            tell(step)
    return Ingested(
        inputs=counts[Doing.TAKING_IN],
        known=counts["known"],
        new=counts["new"],
        again=counts["again"],
        read=counts[Doing.READING],
        compared=counts[Doing.COMPARING],
        weighed=counts[Doing.WEIGHING],
        rejected=tuple(rejected),
    )
