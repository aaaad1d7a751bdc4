"""Vectors as short texts: a signed byte for each number, in base64. Only directions matter, lengths are lost."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

LARGEST = 127


def packed(vector: Sequence[float]) -> str:
    """A vector as text; empty for one without a direction."""
    top = max((abs(x) for x in vector), default=0.0)
    if not top:
        return ""
    return b64encode(bytes(round(LARGEST * x / top) & 0xFF for x in vector)).decode("ascii")


@lru_cache(maxsize=1 << 14)
def unpacked(text: str) -> tuple[float, ...]:
    """The unit vector that ``packed`` made ``text`` of; empty for an empty text. Raises ``ValueError`` for others."""
    numbers = [byte - 256 if byte > LARGEST else byte for byte in b64decode(text, validate=True)]
    length = sqrt(sum(n * n for n in numbers))
    return tuple(n / length for n in numbers) if length else ()


def cosine(one: str, other: str) -> float | None:
    """The cosine of two packed vectors, in [-1, 1]; ``None`` where one is missing or they are of two kinds."""
    a, b = unpacked(one), unpacked(other)
    if not a or len(a) != len(b):
        return None
    return max(-1.0, min(1.0, sum(x * y for x, y in zip(a, b, strict=True))))
