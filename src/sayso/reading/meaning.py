"""What words mean, as a few numbers by which passages can be compared: the encoder's states, whitened.

States of words lie in a narrow cone, most of which says how often a word is met. Without their mean and with all
directions made equally long (Su and others 2021, "Whitening sentence representations for better semantics and faster
retrieval") the cosine of two passages' means says how alike they are in meaning. Mean and directions are in
``data/meaning.npz``, made by ``python -m training.meaning``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from sayso.errors import ModelError
from sayso.reading.session import Floats, Model
from sayso.reading.tokens import Ints, Tokens
from sayso.text.vectors import packed
from sayso.types.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class Whitening:
    """The mean of word states (384,) and the directions that are kept, scaled: (384, D)."""

    mean: Floats
    directions: Floats

    def __call__(self, states: Floats) -> Floats:
        """Word states (W, 384) in the directions that are kept: (W, D)."""
        return np.asarray((states - self.mean) @ self.directions, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The words of a text: where each begins and ends, and what it means: (W,), (W,), (W, D)."""

    begin: Ints
    end: Ints
    words: Floats

    def __call__(self, span: Span) -> str:
        """What the words within ``span`` mean together, as text (``sayso.text.vectors``); empty where no word is."""
        inside = (self.begin >= span.begin) & (self.end <= span.end)
        if not inside.any():
            return ""
        mean = self.words[inside].astype(np.float32).mean(axis=0)
        return packed(mean.tolist())


def whitened(model: Model, states: Floats) -> Floats:
    """Word states (W, 384) as what is kept of them: (W, D); D is 0 where the weights say nothing of meaning."""
    found = _whitening(model.folder)
    return found(states).astype(np.float16) if found else np.zeros((len(states), 0), dtype=np.float16)


def joined(tokens: Tokens, parts: Sequence[Floats]) -> Meanings | None:
    """The words of a text with what is kept of their states, in order; ``None`` where nothing is."""
    if not parts or not parts[0].shape[1]:
        return None
    return Meanings(tokens.begin, tokens.end, np.concatenate(parts))


@lru_cache(maxsize=4)
def _whitening(folder: Path) -> Whitening | None:
    """That of a folder of weights, ``None`` where there is none. Raises ``ModelError`` for a damaged file."""
    path = folder / "meaning.npz"
    if not path.exists():
        return None
    try:
        with np.load(path) as found:
            return Whitening(found["mean"].astype(np.float32), found["directions"].astype(np.float32))
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(f"{path} cannot be read ({error}); reinstall sayso or run 'make train'") from None
