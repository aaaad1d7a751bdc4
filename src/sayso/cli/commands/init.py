"""``sayso init``: an empty ledger, or an older one brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.ledger import NAME


@click.command()
@click.argument("folder", required=False, default=".", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make an empty ledger in FOLDER (the current one unless named), or bring an older one up to date.

    The ledger is one file, ledger.sayso. Commands that need it look for it in the current folder and those above it.
    """
    from sayso.errors import UsageError
    from sayso.store.connection import writer

    path = folder / NAME
    there = path.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror}); choose another folder") from error
    with writer(path, create=True):
        pass
    click.echo(f"{path}: {'up to date' if there else 'made, empty'}", err=True)
