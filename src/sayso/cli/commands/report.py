"""``sayso report``: a claim as a file to send to an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError


@click.command()
@click.argument("id", metavar="CLAIM")
@ledger_option
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write it to this file.")
def report(id: str, output: Path | None, **where: Any) -> None:
    """Write a report on a claim: one HTML file that needs nothing else, to send or to print.

    How it stands and why, who is for and against in their exact words with dates and addresses, how it changed, what
    people decided, and what could not be known. CLAIM is an id of "sayso claims", or that of any article's own claim.
    """
    from sayso.cli.clock import now
    from sayso.cli.commands.claims import tell_waiting
    from sayso.cli.destination import destination
    from sayso.engine.claim_report import find_material
    from sayso.export.claim_report import pieces
    from sayso.store.connection import reader
    from sayso.store.ids import find_short

    path = find_ledger(**where)
    if output is not None and output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name after -o")
    with reader(path) as ledger:
        found = find_material(ledger, id, now())
        with destination(output) as out:
            for piece in pieces(found, lambda one: find_short(ledger, one)):
                out.write(piece)
        tell_waiting(ledger)
