"""``sayso show``: one article or one claim of the ledger."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import format_option


@click.command()
@click.argument("id")
@ledger_option
@format_option(("text", "json"))
def show(id: str, output_format: str, **where: Any) -> None:
    """Show the article or claim with this ID; its first four characters will do where no other begins like them.

    An article: what is known of it, from what it derives, its versions and what changed, where it was met, and its
    claims, also in the older wording where words were changed on the way. A claim: all that stands behind it.
    """
    from sayso.cli import shown
    from sayso.cli.listing import page, ready, view_of_terminal
    from sayso.engine.showing import ShownArticle, find_shown
    from sayso.export.older_text import Olders
    from sayso.export.records import dumps
    from sayso.store.connection import reader
    from sayso.store.ids import find_short

    with reader(find_ledger(**where)) as ledger:
        found = find_shown(ledger, id)
        if output_format == "json":
            ready().write(dumps(found.to_dict(), 2) + "\n")
            return
        view = view_of_terminal()

        def short(other: str) -> str:
            return find_short(ledger, other)

        if isinstance(found, ShownArticle):
            page(shown.article_lines(found, view, short), view)
        else:
            page(shown.claim_lines_of(found.report, found.place, view, Olders(found.older, short=short)), view)
