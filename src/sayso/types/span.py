"""A place in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[begin, end)`` of Unicode code points of one ``Document.text``.

    Raises ``ValueError`` when the range is empty, reversed or negative: an empty
    place cannot be evidence for anything.
    """

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"span [{self.begin}, {self.end}) is empty or negative")

    def of(self, text: str) -> str:
        """The characters that this span covers in ``text``."""
        return text[self.begin : self.end]

    def covers(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.begin <= other.begin and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """Number of code points that both spans share (0 when they are apart)."""
        return max(0, min(self.end, other.end) - max(self.begin, other.begin))
