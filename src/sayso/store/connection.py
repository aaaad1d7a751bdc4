"""A ledger file: made, opened for reading or writing, brought up to date, refused when it is none."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NewType, TypeAlias

from sayso.errors import LedgerBusyError, LedgerError

APPLICATION_ID: Final = 0x53617953  # "SaySo" in four bytes; tells a ledger from any other SQLite file
BUSY_MILLISECONDS: Final = 30_000  # how long a reader or writer waits for another before it gives up
CACHE: Final = 32_000  # kB of the file that a connection which is kept holds in memory
STEPS: Final = 20_000  # of SQLite's machine, some milliseconds, between two looks at the clock
Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = sqlite3.Row

Reader = NewType("Reader", sqlite3.Connection)


class Connection(sqlite3.Connection):
    """A connection beside which something may be remembered (see ``sayso.store.remembered``)."""


@dataclass(frozen=True, slots=True)
class Writer:
    """The one connection that may change a ledger. ``read`` is the same connection for ``find_...`` functions."""

    connection: sqlite3.Connection

    @property
    def read(self) -> Reader:
        """This connection as a reader: it sees what it has written itself."""
        return Reader(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or nothing of it; one inside another is part of the outer one.

        Raises ``LedgerError``.
        """
        if self.connection.in_transaction:
            yield
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except BaseException as error:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise _told(error, _name(self.connection)) from error
            raise


@contextmanager
def reader(path: Path, *, any_thread: bool = False) -> Iterator[Reader]:
    """The ledger at ``path`` for reading; many may read while one writes. Raises ``LedgerError``.

    ``any_thread``: one thread after the other may use it, never two at a time.
    """
    connection = _connected(path, "ro", any_thread)
    try:
        _checked(connection, path)
        yield Reader(connection)
    except sqlite3.Error as error:
        raise _told(error, str(path)) from error
    finally:
        connection.close()


@contextmanager
def snapshot(ledger: Reader, seconds: float) -> Iterator[Reader]:
    """The ledger as it is at the first question, for as long as the block lasts, whatever others write meanwhile.

    Raises ``LedgerError`` when its answers take longer than ``seconds`` of the clock.
    """
    end = time.monotonic() + seconds
    try:
        ledger.execute("BEGIN")
        ledger.set_progress_handler(lambda: time.monotonic() > end, STEPS)
        yield ledger
    except sqlite3.Error as error:
        raise _told(error, _name(ledger)) from error
    finally:
        ledger.set_progress_handler(None, 0)
        with suppress(sqlite3.Error):
            ledger.execute("ROLLBACK")


def find_version(ledger: Reader) -> int:
    """A number that is another one, for this connection, once others wrote to the ledger."""
    return int(ledger.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def writer(path: Path, *, create: bool = False) -> Iterator[Writer]:
    """The ledger at ``path`` for writing, made if it is missing and ``create``, brought to this version's form.

    Raises ``LedgerError`` when another process writes to it (see ``locked``), or it is none.
    """
    if not create and not path.exists():
        raise LedgerError(f"{path}: there is no ledger; make one with 'sayso init'")
    with locked(path):
        connection = _connected(path, "rwc" if create else "rw")
        try:
            _migrated(connection, path)
            yield Writer(connection)
        except sqlite3.Error as error:
            raise _told(error, str(path)) from error
        finally:
            connection.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The right to write, held through a lock on a file beside the ledger; the system frees it when a process dies.

    SQLite alone would let two writers alternate, and both would read the same documents.
    """
    beside = path.with_name(path.name + "-lock")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written to ({error.strerror}); choose another place") from error
    try:
        _lock(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        message = f"{path}: another process is writing to this ledger; wait for it to end or stop it"
        raise LedgerBusyError(message) from error


def _connected(path: Path, mode: str, any_thread: bool = False) -> sqlite3.Connection:
    if mode != "rwc" and not path.is_file():
        raise LedgerError(f"{path}: there is no ledger; make one with 'sayso init'")
    address = path.resolve().as_uri() + f"?mode={mode}"
    try:
        connection = sqlite3.connect(
            address,
            uri=True,
            factory=Connection,
            isolation_level=None,
            timeout=BUSY_MILLISECONDS / 1000,
            check_same_thread=not any_thread,
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        if any_thread:
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
    except sqlite3.Error as error:
        raise _told(error, str(path)) from error
    return connection


def _migrated(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new file, or those that an older ledger lacks; each step is kept whole or not at all."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise LedgerError(f"{path}: is an SQLite file of something else; name another file for the ledger")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
    version = _checked_version(connection, path)
    connection.execute("PRAGMA synchronous = FULL")  # what is acknowledged survives a power cut
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten leaves no bytes behind
    for number, script in enumerate(migrations(), 1):
        if number > version:
            steps = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number};"
            try:
                connection.executescript(f"BEGIN IMMEDIATE; {script} {steps} COMMIT;")
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise


def migrations() -> tuple[str, ...]:
    """The numbered scripts that build a ledger, in order. A released one is never changed."""
    folder = files("sayso.store").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def _checked(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerError(f"{path}: is no ledger of Sayso; name the file that 'sayso init' made")
    if _checked_version(connection, path) < len(migrations()):
        raise LedgerError(f"{path}: was made by an older version; bring it up to date with 'sayso init'")


def _checked_version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(migrations()):
        raise LedgerError(f"{path}: was made by a newer version of Sayso; install that version")
    return version


def _name(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def _told(error: sqlite3.Error, path: str) -> LedgerError:
    """What SQLite's error means for the one who owns the ledger."""
    code = getattr(error, "sqlite_errorname", "") or ""
    advice = {
        "SQLITE_NOTADB": "is no ledger of Sayso; name the file that 'sayso init' made",
        "SQLITE_CORRUPT": "is damaged; go back to a copy made with 'sayso backup'",
        "SQLITE_FULL": "cannot grow, the disk is full; make room and run the command again: nothing is lost",
        "SQLITE_READONLY": "may not be written to; change its permissions or those of its folder",
        "SQLITE_CANTOPEN": "cannot be opened; check the path and its permissions",
        "SQLITE_BUSY": "is in use by another process for too long; try again",
        "SQLITE_INTERRUPT": "answering took too long and was stopped; ask for less",
        "SQLITE_IOERR": "could not be read or written by the system; check the disk and run the command again",
    }
    for name, words in advice.items():
        if code.startswith(name):
            return LedgerError(f"{path}: {words}")
    return LedgerError(f"{path}: SQLite reports {error}; check the ledger with 'sayso check'")


def rows(connection: Reader, sql: str, *values: Value, **named: Any) -> Iterator[Row]:
    """Rows of a query, one after the other."""
    yield from connection.execute(sql, named or values)
