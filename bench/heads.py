"""The event heads under the conventions of public corpora, which reading an article has no use for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from sayso.reading.encoding import Conventions, Encoded, encode
from sayso.reading.happenings import framed, softmax
from sayso.reading.heads import events
from sayso.reading.session import Model
from sayso.reading.tokens import Tokens
from sayso.types.span import Span

Row = dict[str, Any]
Range = tuple[int, int]
# Chosen on WikiEvents dev for the arguments' F1.
KAIROS_ROLE = 0.5


def kairos(model: Model, text: str) -> list[Row]:
    """Events of the KAIROS ontology with arguments, in the scorer's format."""
    tokens = model.tokenizer.tokenize(text)
    if not len(tokens):
        return []
    encoded = encode(model, tokens, Conventions(happenings="kairos"))
    out = []
    for e, own, (frames, _, logits, _) in framed(model, tokens, encoded, "kairos"):
        for trigger, (start, _), roles in zip(own, frames, logits, strict=True):
            base = e.window.begin
            found = events.decode_kairos_roles(softmax(roles), KAIROS_ROLE)
            arguments = [
                {"role": role, "span": _span(tokens, base + start + b, base + start + x)} for b, x, role, _ in found
            ]
            span = _span(tokens, base + trigger.begin, base + trigger.end)
            out.append({"type": trigger.type, "trigger": span, "args": arguments})
    return out


def factuality(model: Model, text: str, spans: Sequence[Span], convention: str) -> list[float]:
    """How factual each event is that begins at one of ``spans``, about in [-3, 3], on a corpus's own scale."""
    tokens = model.tokenizer.tokenize(text)
    encoded = encode(model, tokens, Conventions(happenings=convention))
    values = np.concatenate([e.states.factuality[e.core] for e in encoded])
    words = [_words(tokens, span)[0] for span in spans]
    return [float(values[min(w, len(values) - 1)]) for w in words]


def pair_type(model: Model, text: str, actor: Sequence[Span], recipient: Sequence[Span]) -> str:
    """The type of what an actor does to a recipient in a sentence; one that is not named stands at the text's end."""
    tokens = model.tokenizer.tokenize(text)
    encoded = encode(model, tokens, Conventions())
    nobody = Span(max(len(text) - 1, 0), max(len(text), 1))
    first, second = (_words(tokens, (spans or (nobody,))[0]) for spans in (actor, recipient))
    home = _holding(encoded, first, second)
    base = home.window.begin
    ranges = [(max(b - base, 0), max(e - base, 1)) for b, e in (first, second)]
    logits = model.pair(home.states.words, ranges[0], ranges[1])
    return events.TYPES["news"][int(logits.argmax())]


def _holding(encoded: list[Encoded], *ranges: Range) -> Encoded:
    """The first window with all ranges in it, or else with the first one."""
    for e in encoded:
        if all(e.window.begin <= b and x <= e.window.end for b, x in ranges):
            return e
    return next(e for e in encoded if ranges[0][0] < e.window.end)


def _words(tokens: Tokens, span: Span) -> Range:
    begin = min(int(np.searchsorted(tokens.end, span.begin, side="right")), len(tokens) - 1)
    end = int(np.searchsorted(tokens.begin, span.end, side="left"))
    return begin, max(end, begin + 1)


def _span(tokens: Tokens, begin: int, end: int) -> list[int]:
    return [int(tokens.begin[begin]), int(tokens.end[end - 1])]
