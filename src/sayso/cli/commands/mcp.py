"""``sayso mcp``: the ledger for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option

if TYPE_CHECKING:
    from sayso.types.claim import Report

SECONDS: Final = 10.0  # that one call may ask the ledger


@click.command()
@ledger_option
def mcp(**where: Any) -> None:
    """Let an assistant ask the ledger: claims, what stands behind one, articles, search; and have a text read.

    Speaks the Model Context Protocol on standard input and output; an assistant starts it. Nothing is written. Needs
    'pip install sayso[assistants]'.
    """
    from sayso.store.connection import reader
    from sayso.web.mcp import run
    from sayso.web.pool import Pool

    path = find_ledger(**where)
    with reader(path):
        pass  # what is no ledger is said before an assistant waits for answers
    run(Pool(path, SECONDS), _read)


def _read(text: str) -> Report:
    import sayso

    return sayso.read(text=text)
