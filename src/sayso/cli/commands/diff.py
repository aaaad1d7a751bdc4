"""``sayso diff``: two articles side by side, word by word."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import format_option
from sayso.errors import InputError, UsageError

if TYPE_CHECKING:
    from sayso.store.connection import Reader
    from sayso.types.document import Document


@click.command()
@click.argument("first")
@click.argument("second")
@ledger_option
@format_option(("text", "json"))
def diff(first: str, second: str, output_format: str, **where: Any) -> None:
    """Show what changed from the article FIRST to the article SECOND; each is an id, or a file.

    Wording replaced, put in and left out, numbers and names changed, quotations altered. No ledger is needed for files.
    """
    from sayso.cli.listing import page, ready, view_of_terminal
    from sayso.engine.lineage import compare
    from sayso.export import lineage_diff
    from sayso.export.records import dumps

    with ExitStack() as stack:
        ledger = _Ledger(stack, where)
        found = compare(ledger.article(first), ledger.article(second))
        names = (ledger.name(first, found.first), ledger.name(second, found.second))
    if output_format == "json":
        ready().write(dumps(lineage_diff.record(found), 2) + "\n")
        return
    view = view_of_terminal()
    page(lineage_diff.lines(found, names, view), view)


class _Ledger:
    """The ledger, opened when an id is asked for."""

    def __init__(self, stack: ExitStack, where: dict[str, Any]) -> None:
        self._stack, self._where = stack, where
        self._open: Reader | None = None

    def article(self, given: str) -> Document:
        """The article in the file of this name, else the one with this id."""
        from sayso.engine.diff import article

        return _from_file(given) if Path(given).exists() else article(self._reader(given), given)

    def name(self, given: str, document: Document) -> str:
        """What a person calls it: the short id, or the file's name as given."""
        from sayso.store.ids import find_short

        return given if self._open is None or Path(given).exists() else find_short(self._open, document.id)

    def _reader(self, given: str) -> Reader:
        from sayso.store.connection import reader

        if self._open is None:
            try:
                path = find_ledger(**self._where)
            except UsageError as error:
                raise UsageError(f"there is no file {given}, and for an id {error}") from None
            self._open = self._stack.enter_context(reader(path))
        return self._open


def _from_file(given: str) -> Document:
    """The one article in a file."""
    from itertools import islice

    from sayso.intake import documents
    from sayso.types.document import Rejection

    found = list(islice(documents([given]), 2))
    if len(found) != 1:
        told = "holds more than one article" if found else "holds no article"
        raise UsageError(f"{given} {told}; give a file with one, or take it into a ledger and give ids")
    if isinstance(found[0], Rejection):
        raise InputError(found[0].message)
    return found[0]
