"""From windows of words to mentions of events with arguments, modes and status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from sayso.reading.encoding import Encoded
from sayso.reading.heads import events
from sayso.reading.heads.events import TriggerSpan
from sayso.reading.session import Floats, Model
from sayso.reading.tokens import Tokens
from sayso.types.attribution import Producer
from sayso.types.event import (
    MODES,
    Argument,
    Certainty,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.span import Span

NEWS = "news"
# Words that alone are no argument; pronouns can be one.
FUNCTION = frozenset(
    "a an the of in on at to from by with for and or as that which into than its their his her".split()
)


def softmax(x: Floats) -> Floats:
    """Probabilities along the last axis."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True), dtype=np.float32)


def happenings(text: str, model: Model, tokens: Tokens, encoded: list[Encoded]) -> tuple[EventMention, ...]:
    """Mentions of events in windows of a text read under Sayso's own convention, in reading order."""
    out: list[EventMention] = []
    for e, own, found in framed(model, tokens, encoded, NEWS):
        _, roles, _, answers = found
        starts = [s for s, _ in found[0]]
        for trigger, start, role, answer in zip(own, starts, roles, answers, strict=True):
            out.append(_mention(text, model, tokens, trigger, e.window.begin, start, (role, answer)))
    return tuple(out)


def triggers(model: Model, encoded: list[Encoded], convention: str) -> list[TriggerSpan]:
    """Triggers in the windows given, which follow upon each other, in words of the text, in reading order."""
    labels = events.TRIGGER_SLICES[convention]
    scores = np.concatenate([e.states.triggers[e.core, labels] for e in encoded])
    found = events.decode_triggers(softmax(scores), convention, model.settings.triggers[convention])
    first = encoded[0].window.core_begin
    return [replace(t, begin=t.begin + first, end=t.end + first) for t in found] if first else found


def framed(
    model: Model, tokens: Tokens, encoded: list[Encoded], convention: str
) -> Iterator[tuple[Encoded, list[TriggerSpan], tuple[list[tuple[int, int]], Floats, Floats, Floats]]]:
    """For each window with triggers in its core: these, in words of the window, and the event graph's answer."""
    found = triggers(model, encoded, convention)
    for e in encoded:
        window, base = e.window, e.window.begin
        own = [
            replace(t, begin=t.begin - base, end=min(t.end, window.end) - base)
            for t in found
            if window.core_begin <= t.begin < window.core_end
        ]
        if own:
            yield e, own, model.frames(e.states.words, own, tokens.paragraph[base : window.end], convention)


def _tells(text: str, argument: Argument) -> bool:
    """Whether an argument has a word that can name somebody or something."""
    return argument.role is Role.EVIDENCE or any(w not in FUNCTION for w in argument.span.of(text).lower().split())


def _mention(
    text: str, model: Model, tokens: Tokens, trigger: TriggerSpan, base: int, start: int, scores: tuple[Floats, Floats]
) -> EventMention:
    roles, answers = scores

    def span(begin: int, end: int) -> Span:
        return Span(int(tokens.begin[begin]), int(tokens.end[end - 1]))

    def answer(question: str, allowed: tuple[str, ...] | None = None) -> str:
        labels = events.QUESTIONS[question]
        scores = answers[events.answers(question)]
        return max(allowed or labels, key=lambda label: float(scores[labels.index(label)]))

    kind = EventType(trigger.type)
    mode = answer("mode", ("none", *MODES[kind]))
    at = base + start
    found = [
        Argument(Role(role), span(at + b, at + e), round(p, 4)) for b, e, role, p in events.decode_roles(softmax(roles))
    ]
    arguments = tuple(a for a in found if _tells(text, a))
    status = Status(Occurrence(answer("occurrence")), Phase(answer("phase")), Reality(answer("reality")))
    return EventMention(
        span(base + trigger.begin, base + trigger.end),
        kind,
        None if mode == "none" else mode,
        status,
        Certainty(answer("certainty")),
        Stance(answer("stance")),
        arguments,
        round(events.calibrated(trigger.probability, model.settings.event_calibration), 4),
        (Producer("model:events", model.settings.version),),
    )
