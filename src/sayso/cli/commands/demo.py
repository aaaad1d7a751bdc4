"""``sayso demo``: a ledger of a made-up story, its claims, and what stands behind the one that most articles tell."""

from __future__ import annotations

import os
import shlex
import tempfile
from pathlib import Path
from typing import Final

import click

from sayso.cli.commands import claims, ingest, init, trace
from sayso.cli.ledger import NAME
from sayso.cli.listing import view_of_terminal
from sayso.errors import UsageError
from sayso.types.listed import PropositionSort

PACK: Final = Path(__file__).parents[1] / "data" / "demo.jsonl"
SHOWN: Final = 6  # claims; the lists and the trace are to be read in a minute
SEVERAL: Final = 2  # origins, independent of each other
FIRST: Final = PropositionSort.DISPUTE  # what is contested, denied or taken back
JOBS: Final = 1  # so few articles are read before a second process has loaded its model
ASKED: Final = "did soldiers of Karvenia land on the island of Hallisk?"


@click.command()
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path(path_type=Path))
@click.pass_context
def demo(ctx: click.Context, folder: Path | None) -> None:
    """Read a made-up story of 31 articles into a ledger of its own, list its claims and trace the main one.

    The ledger is made in DIR, or in a new folder for temporary files, and stays there for trying other commands.
    Outlets, countries and people of the story are invented.
    """
    path = _place(folder) / NAME
    os.environ["PAGER"] = "cat"  # both lists and what to type next are to stand below each other
    ctx.invoke(init.init, folder=path.parent)  # where that fails, nothing else is said
    click.echo(f"\n{_articles()} articles of outlets that do not exist, on one question: {ASKED}")
    here = shlex.quote(str(path.parent))
    _heading(f"sayso ingest -C {here} {PACK.name}")
    ctx.invoke(ingest.ingest, inputs=(str(PACK),), ledger=path, jobs=JOBS)
    _heading(f"sayso claims -C {here} --sort {FIRST.value} --limit {SHOWN}")
    ctx.invoke(claims.claims, ledger=path, sort=FIRST.value, limit=SHOWN)
    _heading(f"sayso claims -C {here} --min-origins {SEVERAL}")
    ctx.invoke(claims.claims, ledger=path, min_origins=SEVERAL)
    if (id := _main_claim(path)) is not None:
        _heading(f"sayso trace -C {here} {id}")
        ctx.invoke(trace.trace, id=id, ledger=path)
    click.echo("\n".join(_next(here)))


def _place(folder: Path | None) -> Path:
    """The folder of the new ledger. Raises ``UsageError`` where there is a ledger, or none can be made."""
    try:
        if folder is None:
            return Path(tempfile.mkdtemp(prefix="sayso-demo-"))
        there = (folder / NAME).exists()
    except OSError as error:
        raise UsageError(f"no folder can be made ({error.strerror or error}); name one: sayso demo DIR") from error
    if there:
        look = f"look into it with 'sayso claims -C {shlex.quote(str(folder))}'"
        raise UsageError(f"{folder / NAME}: there is a ledger already, left as it is; {look}, or name another folder")
    return folder


def _articles() -> int:
    with PACK.open(encoding="utf-8") as lines:
        return sum(1 for _ in lines)


def _heading(command: str) -> None:
    click.echo()
    click.secho(f"$ {command}", bold=view_of_terminal().colour or None)


def _main_claim(path: Path) -> str | None:
    """The id of the claim that most articles tell, as short as the list has it; ``None`` where nothing was read."""
    from sayso.store.claimed import find_propositions
    from sayso.store.connection import reader
    from sayso.store.ids import find_short
    from sayso.types.listed import PropositionWanted

    with reader(path) as ledger:
        first = next(find_propositions(ledger, PropositionWanted(sort=PropositionSort.ARTICLES, limit=1)), None)
        return None if first is None else find_short(ledger, first.id)


def _next(here: str) -> list[str]:
    return [
        "",
        "Next:",
        f"  cd {here}",
        "  sayso trace ID                   what stands behind another claim of the list",
        "  sayso claims --about hospital    claims by their words; --standing, --by, --place: sayso claims --help",
        "  sayso lineage                    which articles are one text",
        "  sayso articles                   all of them; sayso show ID for one",
    ]
