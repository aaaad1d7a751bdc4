"""Named points of writing at which a process dies: each file operation of Python's, SQL statements, steps within them.

SQLite's own writes have no names in Python; they lie between the steps of its statements.
"""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from sayso.store import backup as backups
from sayso.store.connection import reader, writer
from sayso.store.forget import find_unwiped, save_forgotten, save_wiped
from sayso.store.taken import find_document

NOW = "2026-01-02T03:04:05Z"
FILE_OPERATIONS = ("open", "close", "chmod", "fsync", "link", "rename", "unlink")
STEP = 400  # instructions of SQLite's machine between two points within a statement
PAGES = 4  # copied between two points of a backup


class Points:
    """Counts the points that are passed, and dies at one of them; ``names`` are those that were passed."""

    def __init__(self, fatal: int = 0) -> None:
        self.names: list[str] = []
        self._fatal = fatal

    def reach(self, name: str) -> None:
        """One point more."""
        self.names.append(name)
        if len(self.names) == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, place: Any, name: str) -> None:
        """Make points of the moments before and after a function of a module is called."""
        called: Callable[..., Any] = getattr(place, name)

        @wraps(called)
        def between(*given: Any, **named: Any) -> Any:
            self.reach(f"before {name}")
            result = called(*given, **named)
            if name == "connect":
                self.within(result)
            self.reach(f"after {name}")
            return result

        setattr(place, name, between)

    def within(self, connection: sqlite3.Connection) -> None:
        """Make points of the statements of a connection, and of steps within them."""
        connection.set_trace_callback(lambda _: self.reach("statement"))
        connection.set_progress_handler(lambda: self.reach("step"), STEP)


def backed_up(ledger: Path, target: Path, points: Points) -> None:
    """What ``sayso backup`` does."""
    backups.PAGES = PAGES  # type: ignore[misc]
    with reader(ledger) as found:
        backups.save_backup(found, target, lambda done, of: points.reach("pages copied"))


def forgotten(ledger: Path, document: str, points: Points) -> None:
    """What ``sayso forget --yes`` does, and what it does when it was interrupted before."""
    with writer(ledger) as found:
        if find_document(found.read, document):
            save_forgotten(found, [document], "document", NOW)
        elif not find_unwiped(found.read):
            return
        save_wiped(found)


def in_child(action: Callable[[Points], object], fatal: int = 0) -> tuple[int, list[str]]:
    """Do it in a process of its own that dies at the point ``fatal``, and give its exit code and the points passed.

    The code is negative, as in ``subprocess``, when it died. The names are known only of one that did not.
    """
    out, into = os.pipe()
    child = os.fork()
    if child == 0:  # nothing but the system ends this process, so that no handler of its parent runs
        code = 70
        try:
            points = Points(fatal)
            for name in FILE_OPERATIONS:
                points.around(os, name)
            points.around(io, "open")
            points.around(sqlite3, "connect")
            action(points)
            names = "\n".join(points.names)
            points.__init__()  # type: ignore[misc]  # what follows is no part of the action
            with os.fdopen(into, "w") as told:
                told.write(names)
            code = 0
        except BaseException as error:  # noqa: BLE001  # told by the exit code
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            os._exit(code)
    os.close(into)
    with os.fdopen(out) as told:
        names = told.read().split("\n")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), names
