"""``sayso articles``: what the ledger holds."""

from __future__ import annotations

from typing import Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options
from sayso.types.listed import ArticleSort, State


@click.command()
@ledger_option
@click.option(
    "--since", metavar="DATE", help="Published on this day, month or year (2022-03-08, 2022-03, 2022) or later."
)
@click.option("--until", metavar="DATE", help="Published on this day, month or year or earlier.")
@click.option("--outlet", metavar="NAME", help="The outlet's name holds these letters.")
@click.option("--state", type=click.Choice([s.value for s in State]), help="Read, waiting to be read, or set aside.")
@click.option(
    "--sort",
    type=click.Choice([s.value for s in ArticleSort]),
    default=ArticleSort.DATE.value,
    show_default=True,
    help="Which stands first: the latest, by outlet, by title, or that of most claims.",
)
@list_options
def articles(
    since: str | None,
    until: str | None,
    outlet: str | None,
    state: str | None,
    sort: str,
    limit: int | None,
    output_format: str,
    **where: Any,
) -> None:
    """List the articles of the ledger, the latest published first."""
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_left_out, tell_rows, write_rows
    from sayso.engine.asked import day_after, first_day
    from sayso.store.connection import reader
    from sayso.store.ids import find_short
    from sayso.store.lists import find_article_count, find_articles, find_undated_article_count
    from sayso.types.listed import ArticleWanted

    wanted = ArticleWanted(
        since=first_day(since, "--since"),
        until=day_after(until, "--until"),
        outlet=outlet,
        state=State(state) if state else None,
        sort=ArticleSort(sort),
        limit=most(output_format, limit),
    )
    with reader(find_ledger(**where)) as ledger:
        listing = rows.articles(lambda id: find_short(ledger, id))
        shown = write_rows(listing, find_articles(ledger, wanted), output_format)
        tell_rows(shown, find_article_count(ledger, wanted), "article")
        if wanted.since or wanted.until:
            tell_left_out(find_undated_article_count(ledger, wanted), "article", "without a date")
