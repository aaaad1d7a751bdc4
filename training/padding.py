"""Rows of different length as one tensor, and characters as words."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from sayso.reading.tokens import Ints, Tokens

IGNORE = -100


def words_of(tokens: Tokens, begin: int, end: int) -> tuple[int, int]:
    """Words that the characters [begin, end) touch, as a half-open range (may be empty)."""
    return int(np.searchsorted(tokens.end, begin, side="right")), int(np.searchsorted(tokens.begin, end, side="left"))


def padded(rows: list[Ints], fill: int = 0) -> Tensor:
    """(R, longest) rows filled up at the end; (0, 1) when there are none."""
    if not rows:
        return torch.zeros(0, 1, dtype=torch.long)
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for k, row in enumerate(rows):
        out[k, : len(row)] = row
    return torch.from_numpy(out)


def column(values: list[int]) -> Tensor:
    """(R,) int64."""
    return torch.tensor(values, dtype=torch.long)
