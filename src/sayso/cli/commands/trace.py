"""``sayso trace``: on whose word a claim is, and how many independent origins that makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.engine.trace import Trace
    from sayso.export.format import View
    from sayso.store.connection import Reader

FORMATS: Final = ("text", "json", "dot", "svg")


@click.command()
@click.argument("id", metavar="CLAIM")
@ledger_option
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    help="How to write it; dot and svg draw it.  [default: what the name after -o ends in, else text]",
)
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write it to this file.")
def trace(id: str, output_format: str | None, output: Path | None, **where: Any) -> None:
    """Show what stands behind a claim: its standing, how many independent origins it has at least and at most, and why.

    Then each origin with the articles that say so on its word. CLAIM is an id of "sayso claims", or that of any
    article's own claim; its first four characters will do where no other begins like them.
    """
    from sayso.cli.commands.claims import tell_waiting
    from sayso.cli.destination import destination, view
    from sayso.cli.listing import page, view_of_terminal
    from sayso.engine.trace import find_trace
    from sayso.store.connection import reader

    ending = output.suffix[1:] if output is not None else ""
    chosen = output_format or (ending if ending in FORMATS else "text")
    path = find_ledger(**where)
    if output is not None and output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name after -o")
    with reader(path) as ledger:
        found = find_trace(ledger, id)
        if output is None and chosen == "text":
            page(_lines(ledger, found, chosen, view_of_terminal()), view_of_terminal())
        else:
            with destination(output) as out:
                for line in _lines(ledger, found, chosen, view(out)):
                    out.write(f"{line}\n")
        tell_waiting(ledger)


def _lines(ledger: Reader, found: Trace, output_format: str, view: View) -> Iterator[str]:
    from sayso.export import trace_dot, trace_svg, trace_text
    from sayso.export.records import dumps
    from sayso.export.trace_tree import tree
    from sayso.store.ids import find_short

    def short(id: str) -> str:
        return find_short(ledger, id)

    if output_format == "text":
        yield from trace_text.lines(tree(found.traced), view, short)
    elif output_format == "dot":
        yield from trace_dot.lines(tree(found.traced), short)
    elif output_format == "svg":
        yield from trace_svg.lines(tree(found.traced), short)
    else:
        yield dumps(found.to_dict(), 2)
