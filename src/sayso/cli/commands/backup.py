"""``sayso backup``: a copy of the ledger, made while others use it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.notes import Line
from sayso.export.visible import prose


@click.command()
@click.argument("copy", metavar="PATH", type=click.Path(path_type=Path, dir_okay=False))
@ledger_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no notes.")
def backup(copy: Path, ledger: Path | None, directory: Path | None, quiet: bool) -> None:
    """Copy the ledger to the new file PATH, while others may read and write it.

    The copy holds one moment of the ledger, is checked, and never takes the place of another file.
    """
    from sayso.store.backup import save_backup
    from sayso.store.connection import reader

    line = Line(progress=not quiet and sys.stderr.isatty())
    with reader(find_ledger(ledger, directory)) as open_ledger:
        size = save_backup(open_ledger, copy, lambda done, pages: line.show(f"{100 * done // max(pages, 1)}% copied"))
    if quiet:
        line.close()
    else:
        line.say(f"{prose(str(copy))}: {size / 1e6:,.1f} MB, checked")
