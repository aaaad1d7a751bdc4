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
    from sayso.engine.older import older_wordings
    from sayso.export.older_text import Olders
    from sayso.export.records import dumps
    from sayso.store.connection import reader
    from sayso.store.ids import find_id, find_short

    with reader(find_ledger(**where)) as ledger:
        named = find_id(ledger, id)
        view = view_of_terminal()
        as_text = output_format == "text"
        if named.claim:
            report, place = _claim(ledger, named.id)
            olders = Olders(older_wordings(ledger, report), short=lambda other: find_short(ledger, other))
            found = None if as_text else shown.claim_record(report, place, olders)
            lines = shown.claim_lines_of(report, place, view, olders)
        else:
            article = _article(ledger, named.id)
            found = None if as_text else shown.article_record(article)
            lines = shown.article_lines(article, view, lambda other: find_short(ledger, other))
        if found is None:
            page(lines, view)
        else:
            ready().write(dumps(found, 2) + "\n")


def _article(ledger: Any, id: str) -> Any:
    from sayso.cli.shown import Article
    from sayso.engine.older import older_wordings
    from sayso.store.families import find_alike_count, find_parents, find_relatives
    from sayso.store.readings import find_report
    from sayso.store.taken import find_document
    from sayso.store.versions import find_set_aside, find_sightings, find_versions

    document = find_document(ledger, id)
    assert document is not None
    url = document.url.value if document.url else None
    report, rejection = find_report(ledger, id), find_set_aside(ledger, id)
    parents = find_parents(ledger, id)
    older = older_wordings(ledger, report) if report is not None and parents else ()
    known = find_relatives(ledger, (*(found.parent for found in parents), *(found.source for found in older)))
    alike = find_alike_count(ledger, id)
    sightings = find_sightings(ledger, id)
    return Article(document, report, rejection, find_versions(ledger, url), sightings, parents, alike, known, older)


def _claim(ledger: Any, id: str) -> tuple[Any, int]:
    from sayso.errors import LedgerError
    from sayso.store.readings import find_report
    from sayso.store.versions import find_claim_place

    found = find_claim_place(ledger, id)
    report = find_report(ledger, found[0]) if found else None
    if found is None or report is None or found[1] >= len(report.claims):
        raise LedgerError(f"claim {id}: its article's reading is not there; run 'sayso check --repair'")
    return report, found[1]
