"""Rows of a list on standard output: aligned columns for a person, JSON, JSON Lines or CSV for a program."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain, islice
from typing import Any, Final, Generic, TypeAlias, TypeVar

import click

from sayso.export.flow import Piece, flow
from sayso.export.format import View
from sayso.export.row_records import RowKind, csv_pieces, json_pieces, jsonl_pieces
from sayso.export.visible import cells, prose

NARROWEST: Final = 40  # cells
WIDEST: Final = 120  # cells; longer lines are hard to read
LEAST: Final = 24  # cells of the column that takes what the others leave; below, each row becomes lines with labels
MOST: Final = 28  # cells of any other column
SAMPLE: Final = 200  # rows by which columns are measured
GAP: Final = "  "
PAGE: Final = 50  # rows that text shows unless told otherwise
FORMATS: Final = ("text", "json", "jsonl", "csv")

T = TypeVar("T")
Cell: TypeAlias = str | list[Piece]
Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """How rows of one kind are shown: to a program as ``kind`` says, to a person in ``columns``.

    A column is a heading and what stands below it, not escaped where it is a ``str``. The one called ``wide`` takes
    what the others leave; figures of the columns in ``figures`` stand to the right.
    """

    kind: RowKind[T]
    columns: Mapping[str, Callable[[T], Cell]]
    wide: str
    figures: tuple[str, ...] = ()


def list_options(command: Command) -> Command:
    """``--output-format`` and ``--limit``; the command gets ``output_format: str`` and ``limit: int | None``."""
    limit = click.option(
        "--limit",
        metavar="N",
        type=click.IntRange(0),
        help=f"At most so many rows; 0 for all.  [default: {PAGE} as text, else all]",
    )
    return format_option(FORMATS)(limit(command))


def format_option(names: tuple[str, ...]) -> Callable[[Command], Command]:
    """``--output-format``, one of these; the first unless told otherwise."""
    return click.option(
        "--output-format", type=click.Choice(names), default=names[0], show_default=True, help="How to write it."
    )


def most(output_format: str, limit: int | None) -> int | None:
    """How many rows are asked for; ``None`` for all."""
    if limit is None:
        return PAGE if output_format == "text" else None
    return limit or None


def write_rows(listing: Listing[T], rows: Iterable[T], output_format: str) -> int:
    """Write the rows as they come, and say how many there were."""
    counted = _Counted(rows)
    if output_format == "text":
        view = view_of_terminal()
        page(_text(listing, iter(counted), view), view)
    else:
        write = {"json": json_pieces, "jsonl": jsonl_pieces, "csv": csv_pieces}[output_format]
        out = ready()
        for piece in write(listing.kind, counted):
            out.write(piece)
    return counted.count


class _Counted(Generic[T]):
    def __init__(self, rows: Iterable[T]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for row in self._rows:
            self.count += 1
            yield row


def ready() -> Any:
    """Standard output, which any text can be written to: a terminal in its own encoding, others in UTF-8."""
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    return sys.stdout


def view_of_terminal() -> View:
    """Width and colour of the terminal; 100 cells without colour where there is none."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    return View(width=width, colour=sys.stdout.isatty() and not plain, explain=False)


def page(lines: Iterable[str], view: View) -> None:
    """Write lines; on a terminal that they do not fit on, through the pager."""
    out = ready()
    source = iter(lines)
    if sys.stdout.isatty():
        height = shutil.get_terminal_size((100, 24)).lines - 2
        first = list(islice(source, height + 1))
        if len(first) > height:
            os.environ.setdefault("LESS", "FRX")
            click.echo_via_pager((f"{line}\n" for line in chain(first, source)), color=view.colour)
            return
        source = iter(first)
    for line in source:
        out.write(f"{line}\n")


def _text(listing: Listing[T], rows: Iterator[T], view: View) -> Iterator[str]:
    first = [_shown(listing, row) for row in islice(rows, SAMPLE)]
    if not first:
        return
    widths = {name: cells(name) for name in listing.columns}
    for row in first:
        for name, cell in row.items():
            widths[name] = min(max(widths[name], _length(cell)), MOST)
    used = sum(width + len(GAP) for name, width in widths.items() if name != listing.wide)
    widths[listing.wide] = view.width - used
    every = chain(first, (_shown(listing, row) for row in rows))
    if widths[listing.wide] < LEAST:
        yield from _blocks(every, view)
        return
    headings: dict[str, list[Piece]] = {name: [Piece(name, "dim")] for name in widths}
    for row in chain([headings], every):
        yield from _line(row, widths, listing.figures, view)


def _line(row: dict[str, list[Piece]], widths: dict[str, int], figures: tuple[str, ...], view: View) -> Iterator[str]:
    """A row, over as many lines as its longest cell needs."""
    columns = [
        (flow(cell, widths[n], "", "", view.colour), flow(cell, widths[n], "", "", False), n) for n, cell in row.items()
    ]
    for k in range(max(len(shown) for shown, _, _ in columns)):
        line = ""
        for shown, plain, name in columns:
            text, size = (shown[k], cells(plain[k])) if k < len(shown) else ("", 0)
            pad = " " * max(widths[name] - size, 0)
            line += (pad + text if name in figures else text + pad) + GAP
        yield line.rstrip()


def _blocks(rows: Iterable[dict[str, list[Piece]]], view: View) -> Iterator[str]:
    """Rows as lines with labels, for a narrow window."""
    for k, row in enumerate(rows):
        if k:
            yield ""
        for name, cell in row.items():
            yield from flow([Piece(f"{name}:", "dim"), *cell], view.width, "", "  ", view.colour)


def _shown(listing: Listing[T], row: T) -> dict[str, list[Piece]]:
    shown = ((name, cell(row)) for name, cell in listing.columns.items())
    return {name: [Piece(prose(cell))] if isinstance(cell, str) else cell for name, cell in shown}


def _length(cell: list[Piece]) -> int:
    return sum(cells(piece.text) + 1 for piece in cell) - 1


def tell_rows(shown: int, found: int, name: str, counted: int | None = None, many: str = "") -> None:
    """Say on standard error how many rows of how many were shown; ``counted`` is where counting stopped."""
    from sayso.export.words import number

    if not found:
        click.echo(f"no {name}", err=True)
    elif shown < found:
        least = "at least " if counted is not None and found >= counted else ""
        click.echo(f"{shown:,} of {least}{number(found, name, many)}; --limit 0 for all", err=True)
    else:
        click.echo(number(found, name, many), err=True)


def tell_left_out(count: int, name: str, why: str, counted: int | None = None) -> None:
    """Say on standard error how many rows a stretch of time leaves out as it cannot be known whether they lie in it."""
    from sayso.export.words import number

    if count:
        least = "at least " if counted is not None and count >= counted else ""
        click.echo(f"left out: {least}{number(count, name)} {why}", err=True)
