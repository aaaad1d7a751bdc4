"""``sayso check``: whether the ledger is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.export.visible import prose
from sayso.export.words import number

FOUND: Final = 1  # the exit code when something is not as it should be


@click.command()
@ledger_option
@click.option("--repair", is_flag=True, help="Build broken indexes anew, and let articles with broken readings wait.")
def check(ledger: Path | None, directory: Path | None, repair: bool) -> int:
    """Look at every page, index, text and reading of the ledger, and tell what is wrong and what to do about it.

    Exit code 1 when something was found. Nothing is changed without --repair.
    """
    from sayso.store.connection import writer
    from sayso.store.upkeep import find_faults, find_index_faults, save_repairs

    path = find_ledger(ledger, directory)
    with writer(path) as open_ledger:
        findings = []
        for look in (find_faults(open_ledger.read), find_index_faults(open_ledger)):
            for finding in look:
                findings.append(finding)
                click.echo(prose(str(finding)))
        if repair and findings:
            indexes, documents = save_repairs(open_ledger, findings)
            left = sum(f.index is f.document is f.link is f.claims is None for f in findings)
            again = "read or compared" if any(f.link or f.claims for f in findings) else "read"
            told = f"{number(indexes, 'index', 'indexes')} built anew, {number(documents, 'article')} to be {again}"
            click.echo(f"{told} again by 'sayso ingest', {number(left, 'finding')} left", err=True)
    if not findings:
        click.echo(f"{prose(str(path))}: nothing is wrong", err=True)
    return FOUND if findings else 0
