"""``sayso status``: how much the ledger holds, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sayso.cli.destination import destination
from sayso.cli.ledger import find_ledger, ledger_option
from sayso.export import words
from sayso.export.records import dumps, rejection_to_dict
from sayso.export.tables import BOM, Cell, comma_line
from sayso.export.visible import prose
from sayso.export.words import number
from sayso.types.document import Rejection

if TYPE_CHECKING:
    from sayso.store.counts import Counts

FORMATS: Final = ("text", "json", "jsonl", "csv")


@click.command()
@ledger_option
@click.option("--rejected", is_flag=True, help="List what was set aside, each with its reason.")
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it.")
def status(ledger: Path | None, directory: Path | None, rejected: bool, output_format: str) -> None:
    """Tell how much the ledger holds: inputs, articles read and waiting, copies, claims, and what was set aside."""
    from sayso.store.connection import reader
    from sayso.store.counts import find_counts
    from sayso.store.taken import find_rejections

    with reader(find_ledger(ledger, directory)) as open_ledger, destination(None) as out:
        if rejected:
            lines = _rejected(find_rejections(open_ledger), output_format)
        else:
            lines = _counted(find_counts(open_ledger), output_format)
        for line in lines:
            out.write(line)


def _counted(counts: Counts, output_format: str) -> Iterator[str]:
    if output_format == "text":
        for name, told in _told(counts):
            yield f"{name:<11}{told}\n"
    elif output_format == "csv":
        yield BOM + comma_line(("what", "which", "count"))
        for what, which, count in _rows(counts):
            yield comma_line((what, which, count))
    else:
        yield dumps(counts.to_dict(), indent=2 if output_format == "json" else None) + "\n"


def _told(counts: Counts) -> Iterator[tuple[str, str]]:
    partly = f", {counts.inputs_partly:,} of them not to the end" if counts.inputs_partly else ""
    yield "inputs", f"{counts.inputs:,}{partly}"
    unreadable = f", {counts.unreadable:,} could not be read" if counts.unreadable else ""
    yield "articles", f"{counts.documents:,}: {counts.read:,} read, {counts.waiting:,} waiting{unreadable}"
    if counts.again:
        yield "", f"{counts.again:,} of those read wait to be read again"
    yield "met", f"{number(counts.sightings, 'time')}, {number(counts.copies, 'exact copy', 'exact copies')} among them"
    for producer, count in counts.read_by:
        yield "read by", f"{prose(producer)}: {count:,}"
    waiting = f"; those of {number(counts.unweighed, 'article')} not compared yet" if counts.unweighed else ""
    yield "claims", f"{counts.claims:,}, {counts.propositions:,} across articles{waiting}"
    yield "voices", f"{counts.voices:,}, each counted in each article"
    waiting = f"; {counts.documents - counts.linked:,} not compared yet" if counts.linked < counts.documents else ""
    families = f" in {number(counts.families, 'family', 'families')}" if counts.families else ""
    alike = counts.linked - counts.texts
    told = f", {number(alike, 'article derives', 'articles derive')} from others{families}" if alike else ""
    yield "texts", f"{counts.texts:,}{told}{waiting}"
    yield "set aside", f"{sum(group.count for group in counts.rejected):,}"
    for group in counts.rejected:
        yield "", f"{group.count:,} [{prose(group.reason)}] at {prose(group.stage)}"
    if counts.forgotten:
        yield "forgotten", number(counts.forgotten, "article")
    yield "size", f"{counts.bytes / 1e6:,.1f} MB"


def _rows(counts: Counts) -> Iterator[tuple[str, str, int]]:
    for name, value in asdict(counts).items():
        if isinstance(value, int):
            yield name, "", value
    for producer, count in counts.read_by:
        yield "read_by", producer, count
    for group in counts.rejected:
        yield "rejected", f"{group.stage} {group.reason}", group.count


def _rejected(found: Iterable[Rejection], output_format: str) -> Iterator[str]:
    if output_format == "text":
        for rejection in found:
            yield f"{prose(words.rejection(rejection))} [{rejection.stage}: {prose(rejection.reason)}]\n"
    elif output_format == "csv":
        yield BOM + comma_line(("origin", "stage", "reason", "message"))
        for rejection in found:
            cells: tuple[Cell, ...] = (rejection.origin, rejection.stage.value, rejection.reason, rejection.message)
            yield comma_line(cells)
    elif output_format == "jsonl":
        for rejection in found:
            yield dumps(rejection_to_dict(rejection)) + "\n"
    else:
        yield dumps([rejection_to_dict(rejection) for rejection in found], indent=2) + "\n"
