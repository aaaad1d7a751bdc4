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
    from sayso.engine.ledger import make

    path = folder / NAME
    there = path.exists()
    make(path)
    click.echo(f"{path}: {'up to date' if there else 'made, empty'}", err=True)
