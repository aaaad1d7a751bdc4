"""From files into the ledger: take in what is new, then read what waits. Safe to stop anywhere and to run again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Final

from sayso.engine.workers import Team
from sayso.intake import IntakeSettings, documents
from sayso.intake.fingerprint import Fingerprint, fingerprint, spooled
from sayso.intake.formats import Refusal
from sayso.intake.walk import Named, found, os_refusal, shown
from sayso.store.connection import Writer
from sayso.store.readings import save_report
from sayso.store.taken import (
    MOST_ATTEMPTS,
    find_waiting,
    save_attempts,
    save_failure,
    save_input,
    save_outcomes,
)
from sayso.types.claim import Report
from sayso.types.document import Document, Rejection

# Outcomes and characters of an input that are kept in one transaction.
MOST_OUTCOMES: Final = 200
MOST_CHARACTERS: Final = 4_000_000
# Documents claimed at once: enough to keep every process busy.
CLAIMED: Final = 64
# Outcomes that are kept in one transaction: waiting for the disk costs as much for eight as for one.
TOGETHER: Final = 8
NOTHING: Final = Fingerprint("", 0)  # of what could not be opened

Clock = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one input. ``known`` says that these bytes had been taken in before, all of them."""

    origin: str
    new: int
    again: int
    rejected: tuple[Rejection, ...]
    known: bool


def take_in(
    ledger: Writer,
    origins: Iterable[Named],
    now: Clock,
    settings: IntakeSettings | None = None,
    standard_input: BinaryIO | None = None,
) -> Iterator[Taken]:
    """Take in files and folders, one input after the other, and say what became of each.

    ``now`` gives the time of intake, ISO 8601 in UTC. An input of the same name and bytes that was taken in whole is
    passed over; one that was stopped goes on where it was. Raises ``LedgerError``.
    """
    settings = settings or IntakeSettings()
    for path in found(origins):
        if isinstance(path, Rejection):
            yield take(ledger, path.origin, NOTHING, iter([path]), now)
            continue
        origin = "-" if path is None else shown(path)
        try:
            if path is None:
                with spooled(_stream(standard_input)) as (stream, print_):
                    yield take(ledger, origin, print_, documents("-", settings, standard_input=stream), now)
            else:
                yield take(ledger, origin, fingerprint(path), documents([path], settings), now)
        except Refusal as refusal:
            yield take(ledger, origin, NOTHING, iter([refusal.at(origin)]), now)
        except OSError as error:
            yield take(ledger, origin, NOTHING, iter([os_refusal(error, origin).at(origin)]), now)


def _stream(given: BinaryIO | None) -> BinaryIO:
    import sys

    if given is not None:
        return given
    if sys.stdin is None:
        raise Refusal("not-found", "there is no standard input; name a file")
    return sys.stdin.buffer


def take(
    ledger: Writer, origin: str, print_: Fingerprint, outcomes: Iterator[Document | Rejection], now: Clock
) -> Taken:
    """Keep the outcomes of one input, in bounded batches. Raises ``LedgerError``."""
    given = save_input(ledger, origin, print_.sha256, print_.size, now())
    if given.complete:
        # what cannot be opened is told each time; its reason may be another one now
        refused = [] if print_.sha256 else [x for x in outcomes if isinstance(x, Rejection)]
        return Taken(origin, 0, 0, tuple(refused), not refused)
    new = met = 0
    refused = []
    first = 0
    for batch, last in _batches(outcomes):
        left = batch[max(given.outcomes - first, 0) :]  # the others were kept before it was stopped
        new += save_outcomes(ledger, given, first + len(batch) - len(left), left, now(), last=last)
        met += sum(isinstance(x, Document) for x in left)
        refused += [x for x in left if isinstance(x, Rejection)]
        first += len(batch)
    return Taken(origin, new, met - new, tuple(refused), False)


def _batches(outcomes: Iterator[Document | Rejection]) -> Iterator[tuple[list[Document | Rejection], bool]]:
    """Outcomes in batches of bounded size, each with whether it is the last; at least one batch."""
    batch: list[Document | Rejection] = []
    characters = 0
    for outcome in outcomes:
        if batch and (len(batch) >= MOST_OUTCOMES or characters >= MOST_CHARACTERS):
            yield batch, False
            batch, characters = [], 0
        batch.append(outcome)
        characters += len(outcome.text) if isinstance(outcome, Document) else 0
    yield batch, True


def read_waiting(ledger: Writer, team: Team, producer: str, now: Clock) -> Iterator[Report | Rejection]:
    """Read what waits and give each outcome once it is kept; ``producer`` is kept with it. Raises ``LedgerError``.

    A document whose reading was begun and never ended is read in a process of its own.
    """
    while claimed := find_waiting(ledger.read, CLAIMED, MOST_CHARACTERS):
        save_attempts(ledger, [document.id for document, _ in claimed])
        ready = [document for document, attempts in claimed if attempts < MOST_ATTEMPTS]
        doubtful = [document for document, attempts in claimed if attempts >= MOST_ATTEMPTS]
        found = zip(ready, team.read(ready), strict=True)
        while group := list(islice(found, TOGETHER)):
            with ledger.transaction():
                for document, outcome in group:
                    _keep(ledger, document, outcome, producer, now)
            yield from (outcome for _, outcome in group)
        for document in doubtful:
            outcome = team.read_alone(document)
            _keep(ledger, document, outcome, producer, now)
            yield outcome


def _keep(ledger: Writer, document: Document, outcome: Report | Rejection, producer: str, now: Clock) -> None:
    if isinstance(outcome, Report):
        save_report(ledger, outcome, producer)
    else:
        save_failure(ledger, document.id, outcome, now())
