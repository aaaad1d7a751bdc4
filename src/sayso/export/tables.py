"""Cells and lines of tables that a spreadsheet opens and obeys in no way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from sayso.export.visible import prose

Cell: TypeAlias = str | int | float | None
BOM: Final = "\ufeff"
# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), in the wide forms of East Asian
# keyboards too. A tab or carriage return in front is gone by then: runs of white space are one space.
FORMULA: Final = tuple("=+-@＝＋－＠")
QUOTED: Final = re.compile('[",\r\n]|^ | $')


def safe(cell: Cell) -> str:
    """A cell on one line: nothing for ``None``, a number as it is, words with no way to act.

    Runs of white space become one space, control and reordering characters are written as ``\\x1b``, and an apostrophe
    goes before words that a spreadsheet would take for a formula.
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    words = prose(cell)
    return f"'{words}" if words.startswith(FORMULA) else words


def comma_line(cells: Iterable[Cell]) -> str:
    """One record of a CSV file (RFC 4180): cells in quotation marks where needed, ended by CR LF."""
    return ",".join(_quoted(safe(cell)) for cell in cells) + "\r\n"


def tab_line(cells: Iterable[Cell]) -> str:
    """One record of a tab-separated file (text/tab-separated-values): no cell holds a tab, so none is quoted.

    Readers of CSV that are told of another separator still look for quotation marks: a cell that begins with one
    gets an apostrophe before it.
    """
    return "\t".join(_unquoted(safe(cell)) for cell in cells) + "\n"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"' if QUOTED.search(words) else words


def _unquoted(words: str) -> str:
    return f"'{words}" if words.startswith('"') else words
