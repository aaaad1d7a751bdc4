"""Which ledger a command means, and the options that all commands on a ledger share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from sayso.errors import UsageError

NAME: Final = "ledger.sayso"
Command = TypeVar("Command", bound=Callable[..., Any])


def ledger_option(command: Command) -> Command:
    """``--ledger PATH`` and ``-C DIR``; the command gets ``ledger: Path | None`` and ``directory: Path | None``."""
    within = click.option(
        "-C",
        "directory",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Look for the ledger from this folder on, not from the current one.",
    )
    named = click.option(
        "--ledger", metavar="PATH", type=click.Path(path_type=Path, dir_okay=False), help="The ledger itself."
    )
    return within(named(command))


def find_ledger(ledger: Path | None, directory: Path | None) -> Path:
    """The ledger that is named, or the ``ledger.sayso`` of the folder or the nearest folder above it, as git does.

    Raises ``UsageError`` where there is none.
    """
    if ledger is not None:
        return ledger if directory is None else directory / ledger
    start = (directory or Path()).absolute()
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    raise UsageError(f"there is no {NAME} in {start} or above it; make one with 'sayso init', or name it with --ledger")
