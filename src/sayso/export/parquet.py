"""``parquet``: the rows of ``csv`` as typed columns, for DuckDB, Arrow, Spark and pandas (Apache Parquet)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, TextIO

from sayso.errors import UsageError
from sayso.export.claims import entries
from sayso.export.csv_ import COLUMNS
from sayso.export.format import Format, Outcome, View
from sayso.export.tables import Cell
from sayso.types.claim import Report

ROWS: Final = 10_000  # of a row group: what is held in memory at once
FRACTIONS: Final = frozenset({"latitude", "longitude", "probability"})
WHOLE: Final = frozenset({"line", "char_begin", "char_end"})


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write one Parquet file to ``out.buffer``, a group of rows at a time.

    Cells hold the words as they are: nothing here opens as a formula. What was set aside gives no row.
    Raises ``UsageError`` when pyarrow is not installed or ``out`` is a terminal.
    """
    del view
    if out.isatty():
        raise UsageError("parquet is not for a terminal; name a file after -o")
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError("parquet needs pyarrow; install it with 'pip install pyarrow'") from None
    kinds = {name: _kind(pyarrow, name) for name in COLUMNS}
    schema = pyarrow.schema(list(kinds.items()))
    with pyarrow.parquet.ParquetWriter(out.buffer, schema, compression="zstd") as file:
        found = _rows(outcomes)
        while rows := list(islice(found, ROWS)):
            columns = [
                pyarrow.array([_typed(cell, name) for cell in cells], kind)
                for cells, (name, kind) in zip(zip(*rows, strict=True), kinds.items(), strict=True)
            ]
            file.write_table(pyarrow.table(columns, schema=schema))


def _rows(outcomes: Iterable[Outcome]) -> Iterator[list[Cell]]:
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for entry in entries(outcome):
                yield [told(entry, outcome.document) for told in COLUMNS.values()]


def _kind(pyarrow: Any, name: str) -> Any:
    if name in FRACTIONS:
        return pyarrow.float64()
    return pyarrow.int64() if name in WHOLE else pyarrow.string()


def _typed(cell: Cell, name: str) -> Cell:
    if cell is None or cell == "":
        return None
    return float(cell) if name in FRACTIONS else cell


FORMAT = Format("parquet", (".parquet",), write)
