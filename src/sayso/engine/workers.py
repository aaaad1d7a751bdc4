"""Reading in processes of their own: one document that brings a process down takes no other with it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Final, Protocol

from sayso.engine.read import Reader, read_documents
from sayso.engine.version import version
from sayso.types.claim import Report
from sayso.types.document import Document, Rejection, Stage

MOST_JOBS: Final = 8


class Team(Protocol):
    """Whoever reads documents for an ingest."""

    def read(self, documents: Sequence[Document]) -> Iterator[Report | Rejection]:
        """One outcome for each document, in the same order."""
        ...

    def read_alone(self, document: Document) -> Report | Rejection:
        """The outcome of a document that may bring down whoever reads it."""
        ...


class Alone:
    """Reads in this process; a suspicious document in one of its own."""

    def __init__(self, reader: Reader, model: Path | None = None) -> None:
        self._reader = reader
        self._model = model

    def read(self, documents: Sequence[Document]) -> Iterator[Report | Rejection]:
        """As ``Team``."""
        return read_documents(documents, self._reader)

    def read_alone(self, document: Document) -> Report | Rejection:
        """As ``Team``."""
        return _isolated(document, self._model)


class Workers:
    """``jobs`` processes with one reader each. A context manager: leaving it ends them."""

    def __init__(self, jobs: int, model: Path | None = None) -> None:
        self._jobs = jobs
        self._model = model
        self._pool = _pool(jobs, model)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, documents: Sequence[Document]) -> Iterator[Report | Rejection]:
        """As ``Team``. When a process dies, what was under way is read again, each document on its own."""
        waiting = [_submitted(self._pool, document, self._model) for document in documents]
        try:
            for k, document in enumerate(documents):
                outcome = _result(waiting[k])
                if outcome is None:
                    waiting[k + 1 :] = self._renewed(documents[k + 1 :], waiting[k + 1 :])
                    outcome = self.read_alone(document)
                yield outcome
        finally:
            for future in waiting:
                future.cancel()

    def _renewed(
        self, documents: Sequence[Document], waiting: Sequence[Future[Report | Rejection]]
    ) -> list[Future[Report | Rejection]]:
        """A new pool, and what the broken one had not finished given to it, one after the other."""
        self._pool.shutdown(wait=True)
        self._pool = _pool(self._jobs, self._model)
        return [
            future if _result(future) is not None else _submitted(self._pool, document, self._model)
            for document, future in zip(documents, waiting, strict=True)
        ]

    def read_alone(self, document: Document) -> Report | Rejection:
        """As ``Team``."""
        return _isolated(document, self._model)


@contextmanager
def team(jobs: int, model: Path | None = None) -> Iterator[tuple[Team, str]]:
    """Whoever reads with ``jobs`` processes, and the name of the producer: model and version of sayso.

    Raises ``ModelError`` when the model cannot be loaded.
    """
    from sayso.reading import load_reader

    reader = load_reader(model, threads=1)
    producer = f"{reader.version} sayso {version()}"
    if jobs == 1:
        yield Alone(reader, model), producer
        return
    with Workers(jobs, model) as workers:
        yield workers, producer


def jobs_here() -> int:
    """The processes that this machine's cores can keep busy, at most ``MOST_JOBS``."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST_JOBS))


def _result(future: Future[Report | Rejection]) -> Report | Rejection | None:
    """What a process gave; ``None`` when it died."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _isolated(document: Document, model: Path | None) -> Report | Rejection:
    with _pool(1, model) as pool, suppress(BrokenProcessPool):
        return _submitted(pool, document, model).result()
    message = f"{document.origin}: ended the process that read it; please report this with the document"
    return Rejection(document.origin, Stage.READING, "reading-crashed", message)


def _pool(jobs: int, model: Path | None) -> ProcessPoolExecutor:
    # A fresh interpreter each: a forked one would inherit the ledger's connection, which SQLite forbids.
    return ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (model,))


def _submitted(pool: ProcessPoolExecutor, document: Document, model: Path | None) -> Future[Report | Rejection]:
    """Give a document to a pool, which may start processes; Ctrl-C is kept from them from their first moment on."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # started processes inherit it
    try:
        with _no_script():
            return pool.submit(_read, document, model)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _no_script() -> Iterator[None]:
    """Keep the script of the program from processes that are started meanwhile.

    A spawned process runs the script of whoever started it once more, unless that is guarded by ``if __name__ ==
    "__main__"``: it would ingest again, in each process. Nothing of the script is needed to read.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


@cache
def _reader(model: Path | None) -> Reader:
    """The reader of this worker process."""
    from sayso.reading import load_reader

    return load_reader(model, threads=1)


def _begin(model: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that commands
    Thread(target=_end_with_commander, daemon=True).start()
    _reader(model)


def _end_with_commander() -> None:
    """Whoever commands may be killed without a chance to tell; nobody then waits for answers for ever."""
    commander = parent_process()
    if commander is not None:
        commander.join()
        os._exit(1)


def _read(document: Document, model: Path | None) -> Report | Rejection:
    (outcome,) = read_documents([document], _reader(model))
    return outcome
