"""A text through the encoder, window by window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.reading.session import Model, States
from sayso.reading.tokens import Tokens
from sayso.reading.windows import Window, cut, inputs

# Chosen on PolNeAR dev: more overlap costs time and gains nothing, as windows end with paragraphs.
WINDOW = 256
OVERLAP = 32
PART = 200  # windows whose states stand in memory at once: some 30,000 words, 60 MB; an article has far fewer


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
    return [window for part in parts(model, tokens, conventions, mapper) for window in part]


def parts(model: Model, tokens: Tokens, conventions: Conventions, mapper: Mapper = map) -> Iterator[list[Encoded]]:
    """The same, up to ``PART`` windows at a time, so that a book needs no more memory than a long article."""

    def one(window: Window) -> Encoded:
        arrays = inputs(tokens, window, model.tokenizer.cls, model.tokenizer.sep, WINDOW)
        answer = model.encode(arrays, conventions.attribution, conventions.names, conventions.happenings)
        return Encoded(window, answer)

    windows = cut(tokens, WINDOW, OVERLAP)
    for k in range(0, len(windows), PART):
        yield list(mapper(one, windows[k : k + PART]))
