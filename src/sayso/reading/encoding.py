"""A text through the encoder, window by window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.reading.session import Model, States
from sayso.reading.tokens import Tokens
from sayso.reading.windows import Window, cut, inputs

# Chosen on PolNeAR dev: more overlap costs time and gains nothing, as windows end with paragraphs.
WINDOW = 256
OVERLAP = 32


@dataclass(frozen=True, slots=True)
class Conventions:
    """Under which annotation convention each kind of head answers."""

    attribution: str = "news"
    names: str = "uner"
    happenings: str = "news"


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window of a text after the encoder."""

    window: Window
    states: States

    @property
    def core(self) -> slice:
        """The words that this window decides, counted in the window."""
        return slice(self.window.core_begin - self.window.begin, self.window.core_end - self.window.begin)


Mapper = Callable[[Callable[[Window], Encoded], Iterable[Window]], Iterable[Encoded]]


def encode(model: Model, tokens: Tokens, conventions: Conventions, mapper: Mapper = map) -> list[Encoded]:
    """All windows of a text, in order. ``mapper`` runs them; it may do so in parallel."""

    def one(window: Window) -> Encoded:
        arrays = inputs(tokens, window, model.tokenizer.cls, model.tokenizer.sep, WINDOW)
        answer = model.encode(arrays, conventions.attribution, conventions.names, conventions.happenings)
        return Encoded(window, answer)

    return list(mapper(one, cut(tokens, WINDOW, OVERLAP)))
