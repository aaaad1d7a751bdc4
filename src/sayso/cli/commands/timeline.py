"""``sayso timeline``: who said what when, how it changed on the way, and when it was denied or confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.engine.timeline import Timeline
    from sayso.export.format import View
    from sayso.store.connection import Reader

FORMATS: Final = ("text", "json", "svg")
CLAIMS: Final = 12  # claims of a topic


@click.command()
@click.argument("id", metavar="[CLAIM]", required=False)
@ledger_option
@click.option("--about", metavar="WORDS", help="All claims about this one, however it is spelt, or with these words.")
@click.option("--since", metavar="DATE", help="Only what was told on this day, month or year or later.")
@click.option("--until", metavar="DATE", help="Only what was told on this day, month or year or earlier.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(0),
    default=CLAIMS,
    show_default=True,
    help="With --about at most so many claims, those that most articles tell; 0 for all.",
)
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    help="How to write it; svg draws it.  [default: what the name after -o ends in, else text]",
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write it to this file.")
def timeline(id: str | None, output_format: str | None, output: Path | None, **asked: Any) -> None:
    """Show how a claim went on: who said it when, who denied or confirmed it, and how numbers and wording changed.

    CLAIM is an id of "sayso claims", or that of any article's own claim. Dates are those of articles; what has none
    stands at the end.
    """
    from sayso.cli.commands.claims import tell_waiting
    from sayso.cli.destination import destination, view
    from sayso.cli.listing import page, view_of_terminal
    from sayso.engine.timeline import find_timeline
    from sayso.store.connection import reader

    where = {name: asked.pop(name) for name in ("ledger", "directory")}
    ending = output.suffix[1:] if output is not None else ""
    chosen = output_format or (ending if ending in FORMATS else "text")
    path = find_ledger(**where)
    if output is not None and output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name after -o")
    limit = asked.pop("limit") or None
    with reader(path) as ledger:
        found = find_timeline(ledger, id, **asked, limit=limit)
        if output is None and chosen == "text":
            page(_lines(ledger, found, chosen, view_of_terminal()), view_of_terminal())
        else:
            with destination(output) as out:
                for line in _lines(ledger, found, chosen, view(out)):
                    out.write(f"{line}\n")
        _tell_claims(len(found.claims), limit, about=asked["about"] is not None)
        tell_waiting(ledger)


def _tell_claims(shown: int, limit: int | None, *, about: bool) -> None:
    """Say on standard error how many claims of a topic are told."""
    from sayso.export.words import number

    if about and shown == limit:
        click.echo(f"the {number(shown, 'claim')} that most articles tell; --limit 0 for all", err=True)
    elif about:
        click.echo(number(shown, "claim") if shown else "no claim", err=True)


def _lines(ledger: Reader, found: Timeline, output_format: str, view: View) -> Iterator[str]:
    from sayso.export import timeline_svg, timeline_text
    from sayso.export.records import dumps
    from sayso.store.ids import find_short

    def short(id: str) -> str:
        return find_short(ledger, id)

    if output_format == "text":
        yield from timeline_text.lines(found.history, view, short)
    elif output_format == "svg":
        yield from timeline_svg.lines(found.history, short)
    else:
        yield dumps(found.to_dict(), 2)
