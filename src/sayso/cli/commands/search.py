"""``sayso search``: full text, with the passage that was found."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@click.option(
    "--in",
    "place",
    type=click.Choice(["articles", "claims"]),
    default="articles",
    show_default=True,
    help="Where the words stand.",
)
@list_options
def search(words: tuple[str, ...], place: str, limit: int | None, output_format: str, **where: Any) -> None:
    """Find articles, or claims, that hold all the words.

    '"heavy weapons"' is a phrase; a * ends a word that may go on (shell*). Case and marks on letters do not matter.
    The best stand first; of more than 2,000, those taken in last.
    """
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_rows, write_rows
    from sayso.export.words import number
    from sayso.store.connection import reader
    from sayso.store.ids import find_short
    from sayso.store.search import RANKED, find_hits

    kind = "claim" if place == "claims" else "article"
    with reader(find_ledger(**where)) as ledger:
        found = find_hits(ledger, " ".join(words), kind, most(output_format, limit))
        listing = rows.hits(lambda id: find_short(ledger, id))
        shown = write_rows(listing, found.hits, output_format)
    tell_rows(shown, max(found.found, shown), kind, counted=found.counted)
    if not found.ranked:
        click.echo(f"more than {number(RANKED, kind)}: those taken in last stand first, not the best", err=True)
