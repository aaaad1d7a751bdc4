"""What a page is: where it stands, what it can be asked, and how what it shows is looked up.

One function looks up what is shown; HTML, JSON and CSV are made of the same answer (``answers.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from sayso.errors import UsageError
from sayso.export.row_records import RowKind
from sayso.store.connection import Reader
from sayso.text.codec import Record

T = TypeVar("T")
PAGE: Final = 50  # rows of a list unless told otherwise
MOST: Final = 500  # rows of a list at once
DEEPEST: Final = 100_000  # rows that may be left out in front


class NotThere(UsageError):
    """Nothing has the id that is asked for."""


@dataclass(frozen=True, slots=True)
class Param:
    """A part of the query that a page understands. ``schema`` is its JSON Schema, for the OpenAPI document."""

    name: str
    help: str
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string", "maxLength": 300})


LIMIT: Final = Param("limit", "At most so many rows.", {"type": "integer", "minimum": 1, "maximum": MOST})
SKIP: Final = Param("skip", "Leave out so many rows in front.", {"type": "integer", "minimum": 0, "maximum": DEEPEST})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the parts of its path, its query, and the signed-in reviewer, if any.

    ``base`` is the path of the page without ".json" or ".csv". ``looked`` is what the reader's cookie says of the last
    article that was looked at.
    """

    base: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    reviewer: str | None = None
    may_review: bool = False
    looked: str | None = None

    def get(self, name: str) -> str | None:
        """A part of the query; ``None`` where it is missing or empty, as forms send what was left empty."""
        return self.query.get(name, "").strip() or None

    def flag(self, name: str) -> bool:
        """Whether a box is ticked. Raises ``UsageError`` for anything else than 1, 0, true and false."""
        given = (self.get(name) or "0").lower()
        if given not in ("1", "0", "true", "false", "on"):
            raise UsageError(f"{name} {given!r} is neither 1 nor 0")
        return given in ("1", "true", "on")

    def number(self, param: Param) -> int | None:
        """A whole number within the bounds of the parameter's schema. Raises ``UsageError``."""
        given = self.get(param.name)
        if given is None:
            return None
        least, most = param.schema.get("minimum", 0), param.schema.get("maximum", 10**9)
        if not (given.isascii() and given.isdecimal() and len(given) < 10 and least <= int(given) <= most):
            raise UsageError(f"{param.name} {given[:40]!r} is no whole number from {least:,} to {most:,}")
        return int(given)

    @property
    def limit(self) -> int:
        """How many rows are asked for."""
        return self.number(LIMIT) or PAGE

    @property
    def skip(self) -> int:
        """How many rows are left out in front."""
        return self.number(SKIP) or 0


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """The rows of a list, for JSON and CSV. ``found`` counts all that there are, not beyond ``counted``."""

    kind: RowKind[T]
    rows: Iterable[T]
    found: int | None = None
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: ``context`` for its template, and one of ``record`` and ``rows`` for a program.

    A page with a ``record`` may have ``rows`` too, for its CSV. ``status`` is that of HTTP.
    """

    title: str
    context: Mapping[str, Any]
    record: Callable[[], Record] | None = None
    rows: Rows[Any] | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``name`` is that of its template, style sheet and operation; ``path`` is Starlette's ("/claims/{id}").

    ``help`` is one sentence that tells a program what it gets. ``menu`` is what the menu calls it, empty where it is
    not in the menu. ``styles`` and ``scripts`` are further files of ``static/`` that it needs. ``parts`` are those of
    the path with what each is. What it answers to a program is a list of rows of the kind ``lists``, or else follows
    the JSON Schema that ``schema`` gives.
    """

    name: str
    path: str
    help: str
    look: Callable[[Reader, Asked], Shown]
    params: tuple[Param, ...] = ()
    menu: str = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    lists: RowKind[Any] | None = None
    schema: Callable[[], Record] | None = None


def there(look: Callable[[], T]) -> T:
    """What is looked up by an id of the path. Raises ``NotThere`` where the ledger knows none like it."""
    try:
        return look()
    except UsageError as error:
        raise NotThere(str(error)) from error
