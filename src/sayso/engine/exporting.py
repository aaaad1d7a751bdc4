"""The readings of a ledger in a format for other tools, as one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from sayso.errors import UsageError
from sayso.export import Format, View
from sayso.store.connection import Reader
from sayso.store.ids import find_id
from sayso.store.readings import find_report, find_reports
from sayso.types.claim import Report


def export(ledger: Reader, documents: Iterable[str] | None, form: Format, out: TextIO, view: View) -> int:
    """Write what was read, of all articles or of these, in the order of ids, and give the number of articles."""
    written = 0

    def counted(reports: Iterator[Report]) -> Iterator[Report]:
        nonlocal written
        for report in reports:
            written += 1
            yield report

    form.write(counted(find_reports(ledger, documents)), out, view)
    return written


def chosen(ledger: Reader, ids: Iterable[str]) -> list[str] | None:
    """The articles with these ids, or the beginnings of some; ``None`` for all.

    Raises ``UsageError`` for an id that is no article's, and for one that was not read.
    """
    return [_document(ledger, given) for given in ids] or None


def _document(ledger: Reader, given: str) -> str:
    found = find_id(ledger, given)
    if found.claim:
        raise UsageError(f"{given} is a claim; give ids of articles")
    if find_report(ledger, found.id) is None:
        raise UsageError(f"{found.id} is not read yet, or could not be; see 'sayso status --rejected'")
    return found.id
