"""``sayso forget``: an article, or all articles in which somebody speaks or acts, leave the ledger for good."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sayso.cli.clock import now
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError
from sayso.export.visible import prose
from sayso.export.words import number

if TYPE_CHECKING:
    from sayso.store.connection import Reader

ID: Final = re.compile("d_[0-9a-f]+")


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
    from sayso.engine.families import settle
    from sayso.engine.propositions import weigh_new
    from sayso.store.connection import reader, writer
    from sayso.store.forget import save_forgotten, save_wiped
    from sayso.store.reviews import find_naming, save_unnamed

    path = find_ledger(ledger, directory)
    if what is None:
        _finish(path)
        return
    if not yes:
        with reader(path) as open_ledger:
            noted = () if ID.fullmatch(what) else find_naming(open_ledger, what)
            count = len(_listed(open_ledger, what, bool(noted)))
        told = (
            f"{number(count, 'article')}{_noted(noted)} would be forgotten; add --yes to do it, which cannot be undone"
        )
        click.echo(told if count or noted else "was forgotten before", err=True)
        return
    with writer(path) as changed:
        noted = () if ID.fullmatch(what) else find_naming(changed.read, what)
        documents = _listed(changed.read, what, bool(noted))
        receipt = None
        save_unnamed(changed, noted)
        if documents:
            receipt = save_forgotten(changed, documents, "document" if ID.fullmatch(what) else "name", now())
            settle(changed)  # families told of what is forgotten, and so did claims across articles
        if documents or noted:
            list(weigh_new(changed))
        save_wiped(changed)
    told = (
        f"{number(receipt.documents, 'article')}{_noted(noted)} forgotten, receipt {receipt.sha256}" if receipt else ""
    )
    told = told or (f"no article{_noted(noted)} forgotten" if noted else "")
    click.echo(told or "was forgotten before; the file is clean of it", err=True)


def _finish(path: Path) -> None:
    from sayso.store.connection import writer
    from sayso.store.forget import find_unwiped, save_wiped

    with writer(path) as ledger:
        unwiped = find_unwiped(ledger.read)
        if unwiped:
            save_wiped(ledger)
    click.echo("the file is clean of what was forgotten" if unwiped else "nothing was left to remove", err=True)


def _noted(decisions: Sequence[int]) -> str:
    """That the words of decisions go too, as they hold the name."""
    return f" and the words of {number(len(decisions), 'decision')}" if decisions else ""


def _listed(ledger: Reader, what: str, noted: bool) -> Sequence[str]:
    """The documents that are meant, each in a line. ``noted``: decisions hold the name, so that there may be none."""
    documents = _documents(ledger, what, noted)
    for document in documents:
        click.echo(_line(ledger, document))
    return documents


def _documents(ledger: Reader, what: str, noted: bool) -> Sequence[str]:
    """The documents that are meant; none where the one that is meant was forgotten before."""
    from sayso.store.forget import find_named
    from sayso.store.ids import find_id
    from sayso.store.taken import find_forgotten

    if ID.fullmatch(what):
        return () if find_forgotten(ledger, what) else (find_id(ledger, what).id,)
    named = find_named(ledger, what)
    more = number(len(named.others), "article")
    if not named.speaking and not noted:
        elsewhere = f"these words stand in {more}, see 'sayso search'"
        held = f"; {elsewhere}" if named.others else "; look for it with 'sayso sources'"
        raise UsageError(f"nobody called {what} speaks or acts in this ledger{held}")
    if named.others:
        told = f"the words also stand in {more} where nobody of that name speaks or acts; forget these by id:"
        click.echo(f"{told} {' '.join(named.others)}", err=True)
    return named.speaking


def _line(ledger: Reader, document: str) -> str:
    from sayso.store.taken import find_document

    found = find_document(ledger, document)
    facts = (found.published, found.publisher, found.title) if found else ()
    return " · ".join((document, *(prose(fact.value) for fact in facts if fact)))
