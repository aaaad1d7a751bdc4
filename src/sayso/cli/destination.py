"""Where the data of a command go: standard output, or a file that is put in place only when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

from sayso.engine.putting import put
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
    with put(output) as file:
        yield file


def view(out: TextIO, explain: bool = False, show: str = Show.CLAIMS.value) -> View:
    """How output is laid out where it goes: as wide as the terminal, in colour only there."""
    terminal = out.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    return View(width=width, colour=terminal and not plain, explain=explain, show=Show(show))
