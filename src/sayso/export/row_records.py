"""Rows of lists for programs: JSON, JSON Lines and CSV, the same on the terminal and over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar, get_type_hints

from sayso.export import status
from sayso.export.records import dumps
from sayso.export.tables import BOM, comma_line
from sayso.text.codec import Record
from sayso.types.event import Occurrence, Phase, Reality
from sayso.types.listed import (
    Hit,
    ListedArticle,
    ListedClaim,
    ListedFamily,
    ListedProposition,
    ListedQuote,
    SetAside,
)
from sayso.types.review import ListedReview
from sayso.types.span import Span
from sayso.types.speakers import Said, Source
from sayso.types.weighing import Standing
from sayso.types.whereabouts import ListedPlace

T = TypeVar("T")
Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class RowKind(Generic[T]):
    """Rows of one kind: ``name`` names one row, ``values`` are what a program gets of it, by their names.

    ``types`` are those of the values, as annotations have them, as far as they are known.
    """

    name: str
    values: Mapping[str, Callable[[T], Any]]
    types: Mapping[str, Any] = field(default_factory=dict)


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


def of_fields(name: str, rows: type[T], **renamed: str) -> RowKind[T]:
    """Rows whose values are the fields of a dataclass by their names; ``renamed`` gives some another one."""
    hints = get_type_hints(rows)
    names = {field.name: renamed.get(field.name, field.name) for field in fields(rows)}  # type: ignore[arg-type]
    return RowKind(
        name,
        {names[own]: attrgetter(own) for own in names},
        {names[own]: hints[own] for own in names},
    )


def _claims() -> RowKind[ListedClaim]:
    """Claims of articles; what became of the event as one word, and as its three parts."""
    made = of_fields("claim", ListedClaim, kind="claim_kind")
    values: dict[str, Value] = dict(made.values)
    values["status"] = lambda row: status.tag_of(row.kind, row.status, row.polarity)
    parts = {"occurrence": Occurrence, "phase": Phase, "reality": Reality}
    values |= {name: _part(name) for name in parts}
    return RowKind("claim", values, {**made.types, "status": str, **{n: kind | None for n, kind in parts.items()}})


def _hits() -> RowKind[Hit]:
    made = of_fields("hit", Hit, kind="found_in")
    order = [name for name in made.values if name != "found_in"] + ["found_in"]
    return RowKind("hit", {name: made.values[name] for name in order}, made.types)


def _places() -> RowKind[ListedPlace]:
    """Places; how many claims stand how, each standing by itself."""
    made = of_fields("place", ListedPlace)
    values: dict[str, Value] = {name: value for name, value in made.values.items() if name != "standings"}
    values |= {standing.name.lower(): _standing(standing) for standing in Standing}
    kinds = {name: kind for name, kind in made.types.items() if name != "standings"}
    return RowKind("place", values, {**kinds, **{standing.name.lower(): int for standing in Standing}})


def _standing(standing: Standing) -> Value:
    return lambda row: dict(row.standings).get(standing, 0)


def _part(name: str) -> Value:
    return lambda row: getattr(row.status, name) if row.status else None


ARTICLES: Final = of_fields("article", ListedArticle)
CLAIMS: Final = _claims()
PROPOSITIONS: Final = of_fields("proposition", ListedProposition)
SOURCES: Final = of_fields("source", Source, kind="source_kind")
SAID: Final = of_fields("said", Said)
HITS: Final = _hits()
FAMILIES: Final = of_fields("family", ListedFamily)
QUOTES: Final = of_fields("quote", ListedQuote)
REJECTIONS: Final = of_fields("rejection", SetAside)
PLACES: Final = _places()
DECISIONS: Final = of_fields("decision", ListedReview)
