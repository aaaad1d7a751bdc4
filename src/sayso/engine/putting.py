"""A file that is put in place only when it is whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.errors import UsageError


@contextmanager
def put(output: Path) -> Iterator[TextIO]:
    """A file to write to, UTF-8, that takes its place at ``output`` once all of it is written.

    Raises ``UsageError`` when it cannot be written.
    """
    try:
        if output.exists() and not output.is_file():
            with output.open("w", encoding="utf-8") as device:  # a pipe or /dev/stdout cannot be replaced
                yield device
            return
        with _replacement(output) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror or error}; choose another name") from error


@contextmanager
def _replacement(output: Path) -> Iterator[TextIO]:
    handle, name = tempfile.mkstemp(prefix=f".{output.name}.", suffix=".part", dir=output.parent)
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
        part.chmod(_mode(output))
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _mode(output: Path) -> int:
    """The permissions that the file has, or that a new one would get."""
    if output.exists():
        return output.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def refuse_ledger(ledger: Path, output: Path | None) -> None:
    """Raises ``UsageError`` where ``output`` is the ledger itself."""
    if output is not None and output.exists() and ledger.exists() and os.path.samefile(ledger, output):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name")
