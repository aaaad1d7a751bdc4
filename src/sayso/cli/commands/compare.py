"""``sayso compare``: what two articles or two outlets say differently of one event."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import format_option


@click.command()
@click.argument("first")
@click.argument("second")
@ledger_option
@format_option(("text", "json"))
def compare(first: str, second: str, output_format: str, **where: Any) -> None:
    """Show what FIRST and SECOND say differently of one event; each is the id of an article, or the name of an outlet.

    Claim by claim: for it or against it, numbers, who, where, when, how sure, on whose word; then what only one of
    them says. The two need not have a word in common; "sayso diff" compares texts word by word.
    """
    from sayso.cli.commands.claims import tell_waiting
    from sayso.cli.listing import page, ready, view_of_terminal
    from sayso.engine.compare import find_comparison
    from sayso.export import compare_text
    from sayso.export.records import dumps
    from sayso.store.connection import reader
    from sayso.store.ids import find_short

    with reader(find_ledger(**where)) as ledger:
        found = find_comparison(ledger, first, second)
        if output_format == "json":
            ready().write(dumps(found.to_dict(), 2) + "\n")
        else:
            view = view_of_terminal()
            page(compare_text.lines(found.compared, view, lambda id: find_short(ledger, id)), view)
        tell_waiting(ledger)
