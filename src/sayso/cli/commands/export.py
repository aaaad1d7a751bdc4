"""``sayso export``: the readings of the ledger in a format for other tools."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.destination import destination, view
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError
from sayso.export import FORMATS, choose
from sayso.export.words import number
from sayso.types.claim import Report

if TYPE_CHECKING:
    from sayso.store.connection import Reader


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
    from sayso.store.connection import reader
    from sayso.store.readings import find_reports
    from sayso.store.taken import find_waiting_count

    path = find_ledger(ledger, directory)
    form = choose(FORMATS, name, output)
    _keep(path, output)
    with reader(path) as open_ledger:
        tally = _Tally()
        chosen = [_document(open_ledger, given) for given in ids] if ids else None
        with destination(output) as out:
            form.write(tally.take(find_reports(open_ledger, chosen)), out, view(out))
        waiting = 0 if ids else find_waiting_count(open_ledger)
    if not quiet:
        told = f"; not read yet: {waiting:,}, run 'sayso ingest'" if waiting else ""
        click.echo(f"{number(tally.written, 'article')} written{told}", err=True)


class _Tally:
    """Counts what passes."""

    def __init__(self) -> None:
        self.written = 0

    def take(self, reports: Iterator[Report]) -> Iterator[Report]:
        for report in reports:
            self.written += 1
            yield report


def _document(ledger: Reader, given: str) -> str:
    from sayso.store.ids import find_id
    from sayso.store.readings import find_report

    found = find_id(ledger, given)
    if found.claim:
        raise UsageError(f"{given} is a claim; give ids of articles")
    if find_report(ledger, found.id) is None:
        raise UsageError(f"{found.id} is not read yet, or could not be; see 'sayso status --rejected'")
    return found.id


def _keep(ledger: Path, output: Path | None) -> None:
    """Refuse to write over the ledger."""
    if output is not None and output.exists() and ledger.exists() and os.path.samefile(ledger, output):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name after -o")
