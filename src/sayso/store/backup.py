"""A copy of a ledger, made while others read and write it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from sayso.errors import LedgerError
from sayso.store.connection import Reader

PAGES: Final = 4096  # copied between two looks at whether somebody wants to stop


def save_backup(ledger: Reader, path: Path, progress: Callable[[int, int], None] | None = None) -> int:
    """Copy the ledger as it is now to a new file ``path``, check the copy, and give its size in bytes.

    Others may read and write meanwhile: the copy is of one moment. It is put in place only when it is whole.
    ``progress`` gets the pages copied and the number of all. Raises ``LedgerError`` where ``path`` is there already,
    cannot be written, or the copy is damaged, which says that the ledger is.
    """
    if path.exists():
        raise LedgerError(f"{path}: is there already and stays as it is; name another file for the copy")
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        os.close(handle)
        part = Path(name)
        _copy(ledger, part, progress)
        part.chmod(0o666 & ~_mask())
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        _put(part, path)
    except OSError as error:
        raise LedgerError(
            f"{path}: the copy cannot be written ({error.strerror or error}); name another place"
        ) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            if part is not None:
                part.with_name(part.name + end).unlink(missing_ok=True)
    return path.stat().st_size


def _copy(ledger: Reader, part: Path, progress: Callable[[int, int], None] | None) -> None:
    target = sqlite3.connect(part, isolation_level=None)
    try:
        # An open transaction keeps the ledger as it is now for this connection; without it, each write of somebody
        # else would let the copy begin again.
        ledger.execute("BEGIN")
        ledger.execute("SELECT count(*) FROM sqlite_master").fetchone()
        ledger.backup(target, pages=PAGES, progress=lambda _, left, all_: progress and progress(all_ - left, all_))
        found = target.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise LedgerError(f"the copy failed ({error}); check the ledger with 'sayso check' and the disk") from error
    finally:
        target.close()
        with suppress(sqlite3.Error):
            ledger.execute("ROLLBACK")
    if found != "ok":
        raise LedgerError(f"the copy is damaged ({found}), so the ledger is; check it with 'sayso check'")


def _put(part: Path, path: Path) -> None:
    """Give the copy its name, never in place of another file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise
        part.rename(path)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
