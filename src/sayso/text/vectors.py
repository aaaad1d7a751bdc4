"""Vectors as short texts: a signed byte for each number, in base64. Only directions matter, lengths are lost."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LARGEST = 127


def packed(vector: Sequence[float]) -> str:
    """A vector as text; empty for one without a direction."""
    top = max((abs(x) for x in vector), default=0.0)
    if not top:
        return ""
    return b64encode(bytes(round(LARGEST * x / top) & 0xFF for x in vector)).decode("ascii")


@lru_cache(maxsize=1 << 14)
def unpacked(text: str) -> Floats:
    """The vector that ``packed`` made ``text`` of, as long as that made it, (N,); empty for an empty text.

    Whole numbers, so that sums of products are exact in whatever order a machine takes them. It is kept: nobody may
    change it. Raises ``ValueError`` for a text that ``packed`` did not make.
    """
    return np.frombuffer(b64decode(text, validate=True), dtype=np.int8).astype(np.float64)


def cosine(one: str, other: str) -> float | None:
    """The cosine of two packed vectors, in [-1, 1]; ``None`` where one is missing or they are of two kinds."""
    a, b = unpacked(one), unpacked(other)
    if not len(a) or len(a) != len(b):
        return None
    return max(-1.0, min(1.0, float(a @ b) / sqrt(float(a @ a) * float(b @ b))))
