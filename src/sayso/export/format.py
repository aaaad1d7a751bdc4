"""What an output format is, and how a person wants to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO, TypeAlias

from sayso.errors import UsageError
from sayso.types.claim import Report
from sayso.types.document import Rejection

Outcome: TypeAlias = Report | Rejection


class Show(StrEnum):
    """Which list a person wants to see: what is claimed, who is made to say what, or both."""

    CLAIMS = "claims"
    ATTRIBUTIONS = "attributions"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the output is laid out. ``json`` and ``jsonl`` give everything and need none of it.

    ``width`` is in terminal cells. ``explain`` adds which model or rule found each thing. ``show`` says which list is
    written as text; a page holds both, and opens with this one.
    """

    width: int = 100
    colour: bool = False
    explain: bool = False
    show: Show = Show.CLAIMS

    @property
    def claims(self) -> bool:
        """Whether claims are to be seen."""
        return self.show is not Show.ATTRIBUTIONS

    @property
    def attributions(self) -> bool:
        """Whether attributions are to be seen."""
        return self.show is not Show.CLAIMS


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write reports. The first of ``suffixes`` is the usual end of the file's name.

    ``write`` takes the outcomes one by one, in order, and writes text, or bytes to ``out.buffer``. It reads no files.
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
