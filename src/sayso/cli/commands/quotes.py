"""``sayso quotes``: quotations that articles have from others, and what was altered in them."""

from __future__ import annotations

from itertools import islice
from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options


@click.command()
@click.argument("id", required=False)
@ledger_option
@click.option("--altered", is_flag=True, help="Only those that are not word for word.")
@list_options
def quotes(id: str | None, altered: bool, limit: int | None, output_format: str, **where: Any) -> None:
    """List quotations that also stand in the article from which theirs derives, with the wording there.

    Of the article with this ID, or of the whole ledger, the earliest published first.
    """
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_rows, write_rows
    from sayso.store.connection import reader
    from sayso.store.families import find_quote_count, find_quotes
    from sayso.store.ids import find_article, find_short

    with reader(find_ledger(**where)) as ledger:
        document = find_article(ledger, id) if id is not None else None
        found = find_quotes(ledger, document, altered=altered)
        listing = rows.quotes(lambda other: find_short(ledger, other))
        shown = write_rows(listing, islice(found, most(output_format, limit)), output_format)
        tell_rows(shown, find_quote_count(ledger, document, altered=altered), "quotation")
