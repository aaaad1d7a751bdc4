"""A process that ingests and is to be killed: ``python -m bench.faults.writing LEDGER INPUTS FAULT``.

What the ledger acknowledged is printed at once, one line each: "taken ORIGIN", "read ID". The reading itself is a
stand-in that takes no time, so that the faults fall upon the writing.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.engine.ingest import read_waiting, take_in
from sayso.engine.read import read_documents
from sayso.errors import LedgerError
from sayso.intake import IntakeSettings
from sayso.store.connection import Writer, writer
from sayso.types.attribution import Producer, Voice, VoiceKind
from sayso.types.claim import Grounding, Report
from sayso.types.document import Document, Rejection
from sayso.types.reading import Reading, VoiceSummary

NOW = "2026-01-02T03:04:05Z"
DISK_FULL = 3  # exit code when the ledger said so in a clear line


class Standin:
    """Reads at once; the article itself is the only voice that it finds."""

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        """A reading without attributions for each document."""
        time.sleep(self._pause)
        article = Voice("v0", VoiceKind.ARTICLE, None, None)
        maker = Producer("bench:standin", "1")
        return [Reading(d, (), (), (), (VoiceSummary(article, 0, 0, 1.0),), (), maker) for d in documents]


class Readers:
    """Whoever reads documents for an ingest, one after the other."""

    def __init__(self, pause: float = 0.0) -> None:
        self._reader = Standin(pause)

    def read(self, documents: Sequence[Document]) -> Iterator[Report | Rejection]:
        """As ``sayso.engine.workers.Team``."""
        for document in documents:
            yield from read_documents([document], self._reader, ground=_nothing)

    def read_alone(self, document: Document) -> Report | Rejection:
        """As ``sayso.engine.workers.Team``."""
        (outcome,) = self.read([document])
        return outcome


def _nothing(reading: Reading) -> Grounding:
    return Grounding((), (), (), (), (), ())


def prepare(ledger: Writer, fault: str) -> None:
    """Let the fault happen: ``statement:N`` kills at the N-th SQL statement, before it has run; ``pages:N`` lets the
    ledger grow to N pages at most; ``file:N`` any file to N bytes; ``none``."""
    kind, _, value = fault.partition(":")
    if kind == "statement":
        left = int(value)

        def count(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        ledger.connection.set_trace_callback(count)
    elif kind == "pages":
        ledger.connection.execute(f"PRAGMA max_page_count = {int(value)}")
    elif kind == "file":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), resource.RLIM_INFINITY))


def told(*words: Any) -> None:
    """One acknowledgement, which leaves this process before anything else happens."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main(arguments: Sequence[str]) -> int:
    """Ingest once under a fault; 0 when all was done, ``DISK_FULL`` when the ledger could not grow."""
    path, inputs, fault = Path(arguments[0]), arguments[1], arguments[2]
    settings = IntakeSettings(check_language=False)
    try:
        with writer(path, create=True) as ledger:
            prepare(ledger, fault)
            for taken in take_in(ledger, [inputs], lambda: NOW, settings):
                told("taken", taken.origin)
            for outcome in read_waiting(ledger, Readers(), "bench", lambda: NOW):
                told("read", outcome.document.id if isinstance(outcome, Report) else outcome.origin)
    except LedgerError as error:
        sys.stderr.write(f"{error}\n")
        return DISK_FULL
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
