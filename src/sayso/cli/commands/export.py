"""``sayso export``: the readings of the ledger in a format for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.destination import destination, view
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.export import FORMATS, choose
from sayso.export.words import number


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@ledger_option
@click.option(
    "--to",
    "name",
    type=click.Choice([f.name for f in FORMATS]),
    help="The format.  [default: what the name after -o ends in, else text]",
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("-q", "--quiet", is_flag=True, help="No notes.")
def export(
    ids: tuple[str, ...],
    ledger: Path | None,
    directory: Path | None,
    name: str | None,
    output: Path | None,
    quiet: bool,
) -> None:
    """Write what was read, of all articles or of those whose ids are given, in the order of ids.

    The same articles give the same file, whatever the order in which they were taken in.
    """
    from sayso.engine.exporting import chosen
    from sayso.engine.exporting import export as write
    from sayso.engine.putting import refuse_ledger
    from sayso.store.connection import reader
    from sayso.store.taken import find_waiting_count

    path = find_ledger(ledger, directory)
    form = choose(FORMATS, name, output)
    refuse_ledger(path, output)
    with reader(path) as open_ledger:
        named = chosen(open_ledger, ids)  # before anything is written
        with destination(output) as out:
            written = write(open_ledger, named, form, out, view(out))
        waiting = 0 if ids else find_waiting_count(open_ledger)
    if not quiet:
        told = f"; not read yet: {waiting:,}, run 'sayso ingest'" if waiting else ""
        click.echo(f"{number(written, 'article')} written{told}", err=True)
