"""Rows of lists for programs: JSON, JSON Lines and CSV, the same on the terminal and over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar

from sayso.export import status
from sayso.export.records import dumps
from sayso.export.tables import BOM, comma_line
from sayso.text.codec import Record
from sayso.types.listed import Hit, ListedArticle, ListedClaim, ListedFamily, ListedProposition, ListedQuote, Source
from sayso.types.review import ListedReview
from sayso.types.span import Span

T = TypeVar("T")
Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class RowKind(Generic[T]):
    """Rows of one kind: ``name`` names one row, ``values`` are what a program gets of it, by their names."""

    name: str
    values: Mapping[str, Callable[[T], Any]]


def record(kind: RowKind[T], row: T) -> Record:
    """A row as a dict of JSON types."""
    return {"kind": kind.name} | {name: _plain(value(row)) for name, value in kind.values.items()}


def json_pieces(kind: RowKind[T], rows: Iterable[T]) -> Iterator[str]:
    """The rows as one JSON list, a line each."""
    before = "[\n"
    for row in rows:
        yield before + dumps(record(kind, row))
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def jsonl_pieces(kind: RowKind[T], rows: Iterable[T]) -> Iterator[str]:
    """The rows as JSON Lines."""
    for row in rows:
        yield dumps(record(kind, row)) + "\n"


def csv_pieces(kind: RowKind[T], rows: Iterable[T]) -> Iterator[str]:
    """A byte order mark, the names of the columns, then the rows (RFC 4180), as ``sayso.export.csv_`` writes them."""
    yield BOM + comma_line(("kind", *kind.values))
    for row in rows:
        yield comma_line(_cell(value) for value in record(kind, row).values())


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return [value.begin, value.end]
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _cell(value: Any) -> str | int | float | None:
    """A value in one cell; what is several, parted by semicolons."""
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return None if value is None else value if isinstance(value, int | float) else str(value)


def _by_field(rows: type[Any], **renamed: str) -> dict[str, Value]:
    """The fields of a dataclass by their names; ``renamed`` gives some another one."""
    return {renamed.get(field.name, field.name): attrgetter(field.name) for field in fields(rows)}


def _part(name: str) -> Value:
    return lambda row: getattr(row.status, name) if row.status else None


ARTICLES: Final[RowKind[ListedArticle]] = RowKind("article", _by_field(ListedArticle))
CLAIMS: Final[RowKind[ListedClaim]] = RowKind(
    "claim",
    _by_field(ListedClaim, kind="claim_kind")
    | {"status": lambda row: status.tag_of(row.kind, row.status, row.polarity)}
    | {name: _part(name) for name in ("occurrence", "phase", "reality")},
)
PROPOSITIONS: Final[RowKind[ListedProposition]] = RowKind("proposition", _by_field(ListedProposition))
SOURCES: Final[RowKind[Source]] = RowKind("source", _by_field(Source, kind="source_kind"))
HITS: Final[RowKind[Hit]] = RowKind(
    "hit",
    {name: value for name, value in (_by_field(Hit) | {"found_in": attrgetter("kind")}).items() if name != "kind"},
)
FAMILIES: Final[RowKind[ListedFamily]] = RowKind("family", _by_field(ListedFamily))
QUOTES: Final[RowKind[ListedQuote]] = RowKind("quote", _by_field(ListedQuote))
DECISIONS: Final[RowKind[ListedReview]] = RowKind("decision", _by_field(ListedReview))
