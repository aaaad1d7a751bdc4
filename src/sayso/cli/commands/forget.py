"""``sayso forget``: an article, or all articles in which somebody speaks or acts, leave the ledger for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.clock import now
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.export.visible import prose
from sayso.export.words import number

if TYPE_CHECKING:
    from sayso.engine.forgetting import Forgettable, Forgotten
    from sayso.store.connection import Reader


@click.command()
@click.argument("what", metavar="[ID|NAME]", required=False)
@ledger_option
@click.option("--yes", is_flag=True, help="Do it; without this, the articles are only listed.")
def forget(what: str | None, ledger: Path | None, directory: Path | None, yes: bool) -> None:
    """Remove an article, or every article in which a person or organisation speaks or acts, with all read from it.

    Nothing of it is left in the file, its indexes or its log. A receipt without names stays, and the text is not
    taken in again. Copies made with "sayso backup" keep what they hold. Without ID or NAME, an interrupted
    forgetting is brought to its end.
    """
    from sayso.engine import forgetting
    from sayso.store.connection import reader, writer

    path = find_ledger(ledger, directory)
    if what is None:
        with writer(path) as changed:
            done = forgetting.finish(changed)
        click.echo("the file is clean of what was forgotten" if done else "nothing was left to remove", err=True)
    elif yes:
        with writer(path) as changed:
            found = forgetting.find_forgettable(changed.read, what)
            _list(changed.read, found)
            click.echo(_told(forgetting.forget(changed, found, now())), err=True)
    else:
        with reader(path) as open_ledger:
            found = forgetting.find_forgettable(open_ledger, what)
            _list(open_ledger, found)
        if found.documents or found.decisions:
            meant = f"{number(len(found.documents), 'article')}{_noted(found.decisions)}"
            click.echo(f"{meant} would be forgotten; add --yes to do it, which cannot be undone", err=True)
        else:
            click.echo("was forgotten before", err=True)


def _told(done: Forgotten) -> str:
    """What was forgotten, in one line."""
    noted = _noted(done.decisions)
    if done.receipt is not None:
        return f"{number(done.receipt.documents, 'article')}{noted} forgotten, receipt {done.receipt.sha256}"
    return f"no article{noted} forgotten" if noted else "was forgotten before; the file is clean of it"


def _noted(decisions: Sequence[int]) -> str:
    """That the words of decisions go too, as they hold the name."""
    return f" and the words of {number(len(decisions), 'decision')}" if decisions else ""


def _list(ledger: Reader, found: Forgettable) -> None:
    """The articles that are meant, each in a line, and how many more hold the words."""
    if found.others:
        told = (
            f"the words also stand in {number(len(found.others), 'article')} where nobody of that name speaks or acts"
        )
        click.echo(f"{told}; forget these by id: {' '.join(found.others)}", err=True)
    for document in found.documents:
        click.echo(_line(ledger, document))


def _line(ledger: Reader, document: str) -> str:
    from sayso.store.taken import find_document

    found = find_document(ledger, document)
    facts = (found.published, found.publisher, found.title) if found else ()
    return " · ".join((document, *(prose(fact.value) for fact in facts if fact)))
