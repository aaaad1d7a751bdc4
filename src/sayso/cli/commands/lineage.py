"""``sayso lineage``: the family of an article, or all families of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import PAGE
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.export.format import View
    from sayso.export.lineage_tree import Tree
    from sayso.store.connection import Reader

TREES: Final = ("text", "json", "dot", "svg")
LISTS: Final = ("text", "json", "jsonl", "csv")


@click.command()
@click.argument("id", required=False)
@ledger_option
@click.option(
    "--output-format",
    type=click.Choice(list(dict.fromkeys(TREES + LISTS))),
    help="How to write it; dot and svg draw a family, jsonl and csv list families."
    "  [default: what the name after -o ends in, else text]",
)
@click.option("--limit", metavar="N", type=click.IntRange(0), help=f"At most so many families; 0 for all.  [{PAGE}]")
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Write a family to this file.")
def lineage(id: str | None, output_format: str | None, limit: int | None, output: Path | None, **where: Any) -> None:
    """Show the family of the article with this ID: who derives from whom, what became of the text on its way, and why.

    Without an ID it lists the families of the ledger, the largest first.
    """
    from sayso.store.connection import reader

    chosen = _chosen(id is not None, output_format, output)
    path = find_ledger(**where)
    with reader(path) as ledger:
        if id is None:
            _list(ledger, chosen, limit)
        else:
            _show(ledger, id, chosen, _kept(path, output))
        _tell_waiting(ledger)


def _chosen(one: bool, given: str | None, output: Path | None) -> str:
    """The format that is asked for. Raises ``UsageError`` where there is none of it."""
    wanted = TREES if one else LISTS
    if output is not None and not one:
        raise UsageError("-o is for the family of one article; give its ID, or send the list to a file with >")
    ending = output.suffix[1:] if output is not None else ""
    chosen = given or (ending if ending in wanted else "text")
    if chosen not in wanted:
        what = "a family is" if one else "a list of families is"
        raise UsageError(f"{what} not written as {chosen}; choose {', '.join(wanted)}")
    return chosen


def _kept(path: Path, output: Path | None) -> Path | None:
    """The file to write to. Raises ``UsageError`` where it is the ledger itself."""
    if output is not None and output.exists() and output.samefile(path):
        raise UsageError(f"{output} is the ledger: writing there would destroy it; choose another name after -o")
    return output


def _list(ledger: Reader, output_format: str, limit: int | None) -> None:
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_rows, write_rows
    from sayso.store.families import find_families, find_family_count
    from sayso.store.ids import find_short

    listing = rows.families(lambda id: find_short(ledger, id))
    shown = write_rows(listing, find_families(ledger, most(output_format, limit)), output_format)
    tell_rows(shown, find_family_count(ledger), "family", many="families")


def _show(ledger: Reader, id: str, output_format: str, output: Path | None) -> None:
    from sayso.cli.destination import destination, view
    from sayso.cli.listing import page, view_of_terminal
    from sayso.export.lineage_tree import named_in, tree
    from sayso.store.families import find_family, find_relatives
    from sayso.store.ids import find_article
    from sayso.types.lineage import Family

    document = find_article(ledger, id)
    family = find_family(ledger, document) or Family(document, (document,), ())
    found = tree(family, find_relatives(ledger, named_in(family)))
    if output is None and output_format == "text":
        page(_lines(ledger, found, output_format, view_of_terminal()), view_of_terminal())
        return
    with destination(output) as out:
        for line in _lines(ledger, found, output_format, view(out)):
            out.write(f"{line}\n")


def _lines(ledger: Reader, found: Tree, output_format: str, view: View) -> Iterator[str]:
    from sayso.export import lineage_dot, lineage_json, lineage_svg, lineage_text
    from sayso.export.records import dumps
    from sayso.store.ids import find_short

    def short(id: str) -> str:
        return find_short(ledger, id)

    if output_format == "text":
        yield from lineage_text.lines(found, view, short)
    elif output_format == "dot":
        yield from lineage_dot.lines(found, short)
    elif output_format == "svg":
        yield from lineage_svg.lines(found, short)
    else:
        yield dumps(lineage_json.record(found), 2)


def _tell_waiting(ledger: Reader) -> None:
    """Say on standard error that something is not known yet."""
    from sayso.export.words import number
    from sayso.store.lineage import find_unlinked_count

    waiting = find_unlinked_count(ledger)
    if waiting:
        click.echo(f"{number(waiting, 'article')} not compared with the others yet; run 'sayso ingest'", err=True)
