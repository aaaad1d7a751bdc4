"""What words mean, as a few numbers by which passages can be compared: a small head over the encoder's states.

Each word's state goes through two layers that also say how much the word counts; a passage is the weighted mean of its
words, through one more layer. It says what the passage tells, whatever its words and whoever denies it. The head is in
``data/meaning.npz``, made by ``python -m training.meaning`` from tellings of one thing in many words (Khosla and others
2020, "Supervised contrastive learning").
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

EPSILON = 1e-5  # of the layer norm, as in training


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Weights and biases of the layers: (384, D), (D,); (D, D + 1), (D + 1,); (D, V), (V,) with V numbers a passage."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats
    last: Floats
    last_bias: Floats

    def words(self, states: Floats) -> Floats:
        """What is kept of word states (W, 384): (W, D + 1), the last of which says how much the word counts."""
        centred = states - states.mean(axis=1, keepdims=True)
        x = centred / np.sqrt(centred.var(axis=1, keepdims=True) + EPSILON)
        x = x @ self.first + self.first_bias
        # The Gaussian error linear unit by its usual approximation (Hendrycks and Gimpel 2016).
        x = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))
        return np.asarray(x @ self.second + self.second_bias, dtype=np.float32)

    def passage(self, words: Floats) -> Floats:
        """What words (W, D + 1), W > 0, mean together: (V,). Only its direction matters."""
        counts = np.exp(words[:, -1] - words[:, -1].max())
        made = (counts / counts.sum()) @ words[:, :-1] @ self.last + self.last_bias
        return np.asarray(made, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The words of a text: where each begins and ends, (W,), and what is kept of its state, (W, D + 1)."""

    begin: Ints
    end: Ints
    words: Floats
    head: Head

    def __call__(self, span: Span) -> str:
        """What the words within ``span`` mean together, as text (``sayso.text.vectors``); empty where no word is."""
        inside = (self.begin >= span.begin) & (self.end <= span.end)
        if not inside.any():
            return ""
        return packed(self.head.passage(self.words[inside].astype(np.float32)).tolist())


def kept(model: Model, states: Floats) -> Floats:
    """What is kept of word states (W, 384), (W, D + 1); (W, 0) where the weights say nothing of meaning."""
    head = _head(model.folder)
    return head.words(states).astype(np.float16) if head else np.zeros((len(states), 0), dtype=np.float16)


def joined(model: Model, tokens: Tokens, parts: Sequence[Floats]) -> Meanings | None:
    """The words of a text with what is kept of their states, in order; ``None`` where nothing is."""
    head = _head(model.folder)
    if not parts or head is None:
        return None
    return Meanings(tokens.begin, tokens.end, np.concatenate(parts), head)


@lru_cache(maxsize=4)
def _head(folder: Path) -> Head | None:
    """That of a folder of weights, ``None`` where there is none. Raises ``ModelError`` for a damaged file."""
    path = folder / "meaning.npz"
    if not path.exists():
        return None
    try:
        with np.load(path) as found:
            return Head(*(found[name].astype(np.float32) for name in Head.__dataclass_fields__))
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelError(f"{path} cannot be read ({error}); reinstall sayso or run 'make train'") from None
