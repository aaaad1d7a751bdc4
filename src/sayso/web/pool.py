"""Connections of the web app to its ledger: kept, and opened anew when another file stands in its place."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sayso.errors import LedgerError
from sayso.store.connection import Reader, find_version, reader, snapshot
from sayso.store.remembered import Memory, share

File: TypeAlias = tuple[int, int]  # device and inode


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, the file that it reads, and what closes it."""

    ledger: Reader
    file: File
    stack: ExitStack


@dataclass(frozen=True, slots=True)
class State:
    """One state of the ledger: its file, what SQLite says of its version there, and what was found in it."""

    file: File
    version: int
    memory: Memory


class Pool:
    """Readers of one ledger, each used by one thread at a time. Safe to share between threads.

    All of them remember together what was found since somebody last wrote. A connection that asks nothing else says
    when that was: it is looked at before a page sees the ledger, so that nothing older is remembered as of that state.
    """

    def __init__(self, path: Path, seconds: float) -> None:
        self.path = path
        self.seconds = seconds
        self._idle: deque[Opened] = deque()
        self._lock = threading.Lock()
        self._watch: Opened | None = None
        self._state: State | None = None

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """The ledger as it is now, unchanged until the end of the block.

        Raises ``LedgerError`` where it is gone or no ledger, and when its answers take longer than ``seconds`` in all.
        """
        file = self._file()
        memory = self._memory(file)
        opened = self._taken(file)
        share(opened.ledger, memory)
        try:
            with snapshot(opened.ledger, self.seconds) as ledger:
                yield ledger
        finally:
            self._idle.append(opened)

    def close(self) -> None:
        """Close what nobody uses."""
        with self._lock:
            if self._watch is not None:
                self._watch.stack.close()
            self._watch = None
        while self._idle:
            self._idle.pop().stack.close()

    def _memory(self, file: File) -> Memory:
        """What is remembered of the ledger as it is now."""
        with self._lock:
            if self._watch is None or self._watch.file != file:
                if self._watch is not None:
                    self._watch.stack.close()
                    self._watch = None
                self._watch = self._opened(file)
            version = find_version(self._watch.ledger)
            if self._state is None or (self._state.file, self._state.version) != (file, version):
                self._state = State(file, version, Memory())
            return self._state.memory

    def _taken(self, file: File) -> Opened:
        """A connection to the file that stands there now; those to another one are closed."""
        while True:
            try:
                found = self._idle.pop()
            except IndexError:
                return self._opened(file)
            if found.file == file:
                return found
            found.stack.close()

    def _opened(self, file: File) -> Opened:
        stack = ExitStack()
        return Opened(stack.enter_context(reader(self.path, any_thread=True)), file, stack)

    def _file(self) -> File:
        try:
            stat = os.stat(self.path)
        except OSError as error:
            self.close()
            told = f"{self.path}: the ledger is not there any more ({error.strerror}); put it back"
            raise LedgerError(told) from error
        return stat.st_dev, stat.st_ino
