"""Connections of the web app to its ledger: kept, and opened anew when another file stands in its place."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sayso.errors import LedgerError
from sayso.store.connection import Reader, reader, snapshot

File: TypeAlias = tuple[int, int]  # device and inode


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, the file that it reads, and what closes it."""

    ledger: Reader
    file: File
    stack: ExitStack


class Pool:
    """Readers of one ledger, each used by one thread at a time. Safe to share between threads."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.path = path
        self.seconds = seconds
        self._idle: deque[Opened] = deque()

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """The ledger as it is now, unchanged until the end of the block.

        Raises ``LedgerError`` where it is gone or no ledger, and when its answers take longer than ``seconds`` in all.
        """
        opened = self._taken()
        try:
            with snapshot(opened.ledger, self.seconds) as ledger:
                yield ledger
        finally:
            self._idle.append(opened)

    def close(self) -> None:
        """Close what nobody uses."""
        while self._idle:
            self._idle.pop().stack.close()

    def _taken(self) -> Opened:
        """A connection to the file that stands there now; those to another one are closed."""
        file = self._file()
        while True:
            try:
                found = self._idle.pop()
            except IndexError:
                stack = ExitStack()
                return Opened(stack.enter_context(reader(self.path, any_thread=True)), file, stack)
            if found.file == file:
                return found
            found.stack.close()

    def _file(self) -> File:
        try:
            stat = os.stat(self.path)
        except OSError as error:
            self.close()
            told = f"{self.path}: the ledger is not there any more ({error.strerror}); put it back"
            raise LedgerError(told) from error
        return stat.st_dev, stat.st_ino
