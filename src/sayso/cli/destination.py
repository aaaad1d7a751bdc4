"""Where the data of a command go: standard output, or a file that is put in place only when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

from sayso.errors import UsageError
from sayso.export import Show, View

NARROWEST: Final = 40  # cells
WIDEST: Final = 120  # cells; longer lines are hard to read


@contextmanager
def destination(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is put in place only when it is whole.

    Raises ``UsageError`` when it cannot be written.
    """
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            # A terminal knows its own encoding; files and pipes get what every format promises.
            encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
        yield sys.stdout
        return
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
        raise UsageError(f"cannot write {output}: {error.strerror or error}; choose another name after -o") from error


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


def view(out: TextIO, explain: bool = False, show: str = Show.CLAIMS.value) -> View:
    """How output is laid out where it goes: as wide as the terminal, in colour only there."""
    terminal = out.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    return View(width=width, colour=terminal and not plain, explain=explain, show=Show(show))
