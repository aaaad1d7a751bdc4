"""``sayso sources``: who speaks in the ledger."""

from __future__ import annotations

from itertools import islice
from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options
from sayso.types.attribution import VoiceKind

KINDS = tuple(kind.value for kind in VoiceKind if kind is not VoiceKind.ARTICLE)


@click.command()
@ledger_option
@click.option("--kind", type=click.Choice(KINDS), help="Only these.")
@click.option("--apart", is_flag=True, help="List also, article by article, those that no name joins across articles.")
@list_options
def sources(kind: str | None, apart: bool, limit: int | None, output_format: str, **where: Any) -> None:
    """List who speaks, how often, in how many articles, first and last.

    Unnamed groups and private persons are never joined across articles: they are counted.
    """
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_rows, write_rows
    from sayso.store.connection import reader
    from sayso.store.ids import find_short
    from sayso.store.sources import find_sources

    with reader(find_ledger(**where)) as ledger:
        found = list(find_sources(ledger, VoiceKind(kind) if kind else None, apart=apart))
        listing = rows.sources(lambda id: find_short(ledger, id))
        shown = write_rows(listing, islice(found, most(output_format, limit)), output_format)
        tell_rows(shown, len(found), "row")
