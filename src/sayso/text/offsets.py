"""Where an offset is: its line, and the same place counted in UTF-16 code units."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

LINE_BREAK = re.compile(r"\r\n|\n|\r")
ASTRAL = re.compile(r"[\U00010000-\U0010FFFF]")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Line numbers of one text. ``starts`` holds the code-point offset at which each line begins.

    Lines end at ``\\n``, ``\\r\\n`` or ``\\r``, as editors count them.
    """

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """Index ``text`` once; each look-up then takes logarithmic time."""
        return cls((0, *(m.end() for m in LINE_BREAK.finditer(text))), len(text))

    def line(self, offset: int) -> int:
        """Number, from 1, of the line that holds code point ``offset``.

        ``offset`` may equal the length of the text (a span's end). Raises ``ValueError`` outside the text.
        """
        _check(offset, self.length, "code points")
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Column, from 1 and in code points, of ``offset`` in its line. Raises ``ValueError`` outside the text."""
        return offset - self.starts[self.line(offset) - 1] + 1


@dataclass(frozen=True, slots=True)
class Utf16Index:
    """Converts offsets of one text between code points and UTF-16 code units (JavaScript, Java, .NET).

    ``astral`` holds the code-point offsets of the characters above U+FFFF, each of which takes two units.
    """

    astral: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> Utf16Index:
        """Index ``text`` once; each conversion then takes logarithmic time."""
        return cls(tuple(m.start() for m in ASTRAL.finditer(text)), len(text))

    def to_utf16(self, offset: int) -> int:
        """UTF-16 offset of code-point ``offset``. Raises ``ValueError`` outside the text."""
        _check(offset, self.length, "code points")
        return offset + bisect_left(self.astral, offset)

    def from_utf16(self, offset: int) -> int:
        """Code-point offset of UTF-16 ``offset``.

        Raises ``ValueError`` outside the text and between the two halves of a surrogate pair.
        """
        _check(offset, self.length + len(self.astral), "UTF-16 units")
        low, high = 0, len(self.astral)
        while low < high:  # how many astral characters begin before ``offset``
            middle = (low + high) // 2
            if self.astral[middle] + middle < offset:
                low = middle + 1
            else:
                high = middle
        if low and self.astral[low - 1] + low == offset:
            raise ValueError(f"UTF-16 offset {offset} lies inside a surrogate pair")
        return offset - low


def _check(offset: int, limit: int, unit: str) -> None:
    if not 0 <= offset <= limit:
        raise ValueError(f"offset {offset} lies outside a text of {limit} {unit}")
