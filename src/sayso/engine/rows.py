"""Rows of a ledger's lists for programs: gone through one at a time, as a table, or written to a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from sayso.engine.putting import put
from sayso.errors import UsageError

T = TypeVar("T")
WRITTEN: Final = (".csv", ".json", ".jsonl", ".parquet")


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """Rows of a list, looked up anew each time one goes through them, one at a time."""

    look: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.look()

    def to_dicts(self) -> list[dict[str, Any]]:
        """All rows as flat dicts of JSON types."""
        return list(map(_plain, self))

    def to_arrow(self) -> Any:
        """All rows as a ``pyarrow.Table``. Raises ``UsageError`` when pyarrow is not installed."""
        try:
            import pyarrow
        except ImportError:
            raise UsageError("pyarrow is not installed; install it with 'pip install pyarrow'") from None
        return pyarrow.Table.from_pylist(self.to_dicts())

    def to_pandas(self) -> Any:
        """All rows as a ``pandas.DataFrame``. Raises ``UsageError`` when pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise UsageError("pandas is not installed; install it with 'pip install pandas'") from None
        return pandas.DataFrame.from_records(self.to_dicts())

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write all rows to a file, as its name ends: .csv, .json, .jsonl or .parquet. Gives their number.

        The file is put in place only when it is whole. Raises ``UsageError`` for another ending, a file that cannot
        be written, and parquet without pyarrow.
        """
        from sayso.export.records import dumps

        target = Path(path)
        ending = target.suffix.lower()
        if ending not in WRITTEN:
            raise UsageError(f"{target}: rows are not written so; let the name end in {', '.join(WRITTEN)}")
        if ending == ".parquet":
            return _save_parquet(self.to_arrow(), target)
        rows = self.to_dicts()
        with put(target) as out:
            if ending == ".json":
                out.write(dumps(rows, 2) + "\n")
            elif ending == ".jsonl":
                out.writelines(dumps(row) + "\n" for row in rows)
            else:
                out.writelines(_comma_lines(rows))
        return len(rows)


def _save_parquet(table: Any, target: Path) -> int:
    import pyarrow.parquet

    with put(target) as out:
        pyarrow.parquet.write_table(table, out.buffer, compression="zstd")
    return int(table.num_rows)


def _comma_lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    """A byte order mark and the names of the columns, then the rows; what is several is parted by semicolons."""
    from sayso.export.tables import BOM, comma_line

    yield BOM + comma_line(rows[0] if rows else ())
    for row in rows:
        yield comma_line("; ".join(map(str, v)) if isinstance(v, list) else v for v in row.values())


def _plain(row: Any) -> dict[str, Any]:
    """A row as a flat record: of a status each of its parts, of closed sets their values, of tuples lists."""
    out: dict[str, Any] = {}
    for name, value in asdict(row).items():
        for part, inner in value.items() if isinstance(value, dict) else [(name, value)]:
            bare = inner.value if isinstance(inner, Enum) else inner
            out[part] = list(bare) if isinstance(bare, tuple) else bare
    return out
