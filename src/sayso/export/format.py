"""What an output format is, and how a person wants to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, TypeAlias

from sayso.errors import UsageError
from sayso.types.document import Rejection
from sayso.types.reading import Reading

Outcome: TypeAlias = Reading | Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the output is laid out. ``json`` and ``jsonl`` give everything and need none of it.

    ``width`` is in terminal cells. ``explain`` adds which model or rule found each thing.
    """

    width: int = 100
    colour: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write readings. The first of ``suffixes`` is the usual end of the file's name.

    ``write`` takes the outcomes one by one, in order, and writes text; it never reads files.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Outcome], TextIO, View], None]


def choose(formats: tuple[Format, ...], name: str | None, path: Path | None) -> Format:
    """The format called ``name``; without a name the one that ``path`` ends like; else the first.

    Raises ``UsageError`` for an unknown name.
    """
    if name is not None:
        for found in formats:
            if found.name == name:
                return found
        raise UsageError(f"there is no output format {name!r}; known are {', '.join(f.name for f in formats)}")
    suffix = path.suffix.lower() if path else ""
    return next((found for found in formats if suffix in found.suffixes), formats[0])
