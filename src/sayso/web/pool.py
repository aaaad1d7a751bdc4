"""Connections of the web app to its ledger: one for each thread, opened anew when another file stands in its place."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sayso.errors import LedgerError
from sayso.store.connection import Reader, reader, snapshot


class Pool:
    """Readers of one ledger. Safe to share between threads."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.path = path
        self.seconds = seconds
        self._mine = threading.local()

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """The ledger as it is now, unchanged until the end of the block.

        Raises ``LedgerError`` where it is gone or no ledger, and when its answers take longer than ``seconds`` in all.
        """
        with snapshot(self._opened(), self.seconds) as ledger:
            yield ledger

    def _opened(self) -> Reader:
        try:
            stat = os.stat(self.path)
        except OSError as error:
            self._close()
            raise LedgerError(
                f"{self.path}: the ledger is not there any more ({error.strerror}); put it back"
            ) from error
        now = (stat.st_dev, stat.st_ino)
        if getattr(self._mine, "file", None) != now:
            self._close()
            stack = ExitStack()
            self._mine.ledger = stack.enter_context(reader(self.path))
            self._mine.stack, self._mine.file = stack, now
        ledger: Reader = self._mine.ledger
        return ledger

    def _close(self) -> None:
        stack: ExitStack | None = getattr(self._mine, "stack", None)
        self._mine.stack = self._mine.file = None
        if stack is not None:
            stack.close()
