"""What texts tell, as labels on words, and as tensors. Letters: B windows, W words, E events, K words of a frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.reading.heads import attribution, events
from sayso.reading.tokens import Ints, Tokens
from sayso.reading.windows import Window
from training.corpora import Example, GoldEvent, Happenings
from training.padding import IGNORE, column, padded, words_of

MERGED = len(events.TYPES["news"])  # index of PLV's "CONCEDE_OR_RETREAT" behind the types


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger of a window, its words' role labels in its frame (``IGNORE`` if unknown) and its answers."""

    begin: int
    end: int
    kind: int
    kairos: bool
    labels: Ints
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PairFrame:
    """Two participants of a window, as word ranges, and the number of the type between them."""

    actor: tuple[int, int]
    recipient: tuple[int, int]
    kind: int


@dataclass(frozen=True, slots=True)
class EventPiece:
    """One window: trigger and time labels (W,) with ``IGNORE`` where unknown, factuality (W,) with NaN."""

    convention: int
    triggers: Ints
    times: Ints
    factuality: NDArray[np.float32]
    frames: tuple[Frame, ...]
    pairs: tuple[PairFrame, ...]
    weak: int


@dataclass(frozen=True, slots=True)
class EventLabels:
    """Labels of a whole text of N words."""

    triggers: Ints
    times: Ints
    factuality: NDArray[np.float32]


def labelled(example: Example, tokens: Tokens) -> EventLabels:
    """The example's triggers, times and factuality on words."""
    n, told = len(tokens), example.happenings
    triggers = np.full(n, 0 if told and told.triggers else IGNORE, dtype=np.int64)
    facts = np.full(n, np.nan, dtype=np.float32)
    if told and told.convention in events.TYPES:
        base = events.TRIGGER_SLICES[told.convention].start
        kinds = events.TYPES[told.convention]
        for e in sorted(told.events, key=lambda e: e.whole):  # a whole event's word counts for more
            begin, end = words_of(tokens, *e.trigger)
            if end - begin > events.MAX_TRIGGER:
                triggers[begin:end] = IGNORE
                continue
            triggers[begin:end] = base + 1 + len(kinds)
            triggers[begin : begin + 1] = base + 1 + kinds.index(e.type)
        triggers[triggers == 0] = base  # where the text was read for triggers and none was seen
    for span, value in told.factuality if told else ():
        begin, end = words_of(tokens, *span)
        facts[begin : min(begin + 1, end)] = value
    times = np.full(n, 0 if example.times is not None else IGNORE, dtype=np.int64)
    for span in example.times or ():
        begin, end = words_of(tokens, *span)
        times[begin:end] = 2
        times[begin : min(begin + 1, end)] = 1
    return EventLabels(triggers, times, facts)


def piece(example: Example, tokens: Tokens, window: Window, labels: EventLabels) -> EventPiece:
    """The window's share of what is told."""
    b, e = window.begin, window.end
    told = example.happenings or Happenings("news", triggers=False)
    frames = tuple(f for g in told.events if (f := _frame(g, told.convention, tokens, window)))
    pairs = []
    for p in told.pairs:
        actor, recipient = words_of(tokens, *p.actor), words_of(tokens, *p.recipient)
        low, high = min(actor[0], recipient[0]), max(actor[1], recipient[1])
        apart = actor[1] <= recipient[0] or recipient[1] <= actor[0]
        named = actor[0] < actor[1] and recipient[0] < recipient[1]
        if named and apart and b <= low and high <= e and high - low < 2 * events.REACH:
            kind = MERGED if p.type not in events.TYPES["news"] else events.TYPES["news"].index(p.type)
            pairs.append(PairFrame((actor[0] - b, actor[1] - b), (recipient[0] - b, recipient[1] - b), kind))
    weak = IGNORE
    if told.weak is not None and b == 0 and e == len(tokens):
        weak = MERGED if told.weak not in events.TYPES["news"] else events.TYPES["news"].index(told.weak)
    convention = events.CONVENTIONS.index(told.convention)
    known = (labels.triggers[b:e], labels.times[b:e], labels.factuality[b:e])
    return EventPiece(convention, *known, frames, tuple(pairs), weak)


def _frame(g: GoldEvent, convention: str, tokens: Tokens, window: Window) -> Frame | None:
    begin, end = words_of(tokens, *g.trigger)
    if not (g.whole or g.arguments or g.answers):
        return None
    if not window.begin <= begin < end <= window.end or end - begin > events.MAX_TRIGGER:
        return None
    begin, end = begin - window.begin, end - window.begin
    start, stop = attribution.frame(begin, end, window.end - window.begin, events.REACH)
    kairos = convention == "kairos"
    labels = np.full(stop - start, 0 if g.whole else IGNORE, dtype=np.int64)
    for role, span in g.arguments:
        s, t = (w - window.begin - start for w in words_of(tokens, *span))
        s, t = max(s, 0), min(t, stop - start)
        if s >= t:
            continue
        if kairos:
            if role in events.KAIROS_ROLE_LABELS:
                labels[s:t] = events.KAIROS_ROLE_LABELS.index(role)
        else:
            labels[s:t] = events.ROLE_LABELS.index(f"I-{role}")
            labels[s] = events.ROLE_LABELS.index(f"B-{role}")
    known = dict(g.answers)
    answers = tuple(known_answers.index(known[q]) if q in known else IGNORE for q, known_answers in _questions())
    return Frame(begin, end, events.type_index(g.type, convention), kairos, labels, answers)


def _questions() -> list[tuple[str, tuple[str, ...]]]:
    return list(events.QUESTIONS.items())


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Tensors of what B windows tell: of their words (B, W), their E triggers and their P pairs."""

    convention: Tensor
    triggers: Tensor
    times: Tensor
    factuality: Tensor
    weak: Tensor
    window: Tensor
    start: Tensor
    begin: Tensor
    last: Tensor
    kind: Tensor
    distance: Tensor
    paragraph: Tensor
    flag: Tensor
    labels: Tensor
    mask: Tensor
    kairos: Tensor
    answers: Tensor
    pair_window: Tensor
    pair_start: Tensor
    pair_flag: Tensor
    pair_mask: Tensor
    pair_kind: Tensor


def collate(chosen: list[tuple[EventPiece, Ints]], untyped: float, rng: np.random.Generator) -> EventBatch:
    """One batch of windows, each with its words' paragraphs (W,).

    A share ``untyped`` of the triggers goes without its type, so that arguments do not lean on it alone.
    """
    found = [(k, p, f) for k, (e, p) in enumerate(chosen) for f in e.frames]
    frames = [attribution.frame(f.begin, f.end, len(p), events.REACH) for _, p, f in found]
    codes = [attribution.relation(f.begin, f.end, False, p, x) for (_, p, f), x in zip(found, frames, strict=True)]
    pairs = [(k, p, f) for k, (e, p) in enumerate(chosen) for f in e.pairs]
    pair_frames = [_pair_frame(f, len(p)) for _, p, f in pairs]
    kinds = [f.kind if rng.random() >= untyped else events.UNTYPED for _, _, f in found]
    width = max(len(p) for _, p in chosen)
    facts = np.full((len(chosen), width), np.nan, dtype=np.float32)
    for k, (e, p) in enumerate(chosen):
        facts[k, : len(p)] = e.factuality
    flags = [events.pair_flags(f.actor, f.recipient, x) for (_, _, f), x in zip(pairs, pair_frames, strict=True)]
    return EventBatch(
        column([e.convention for e, _ in chosen]),
        padded([e.triggers for e, _ in chosen], IGNORE),
        padded([e.times for e, _ in chosen], IGNORE),
        torch.from_numpy(facts),
        column([e.weak for e, _ in chosen]),
        column([k for k, _, _ in found]),
        column([s for s, _ in frames]),
        column([f.begin for _, _, f in found]),
        column([f.end - 1 for _, _, f in found]),
        column(kinds),
        *(padded([c[n] for c in codes]) for n in range(3)),
        padded([f.labels for _, _, f in found], IGNORE),
        padded([np.ones(e - s, dtype=np.int64) for s, e in frames]).bool(),
        torch.tensor([f.kairos for _, _, f in found], dtype=torch.bool),
        torch.tensor([f.answers for _, _, f in found], dtype=torch.long).reshape(-1, len(events.QUESTIONS)),
        column([k for k, _, _ in pairs]),
        column([s for s, _ in pair_frames]),
        padded(flags),
        padded([np.ones(e - s, dtype=np.int64) for s, e in pair_frames]).bool(),
        column([f.kind for _, _, f in pairs]),
    )


def _pair_frame(f: PairFrame, words: int) -> tuple[int, int]:
    low, high = min(f.actor[0], f.recipient[0]), max(f.actor[1], f.recipient[1])
    return attribution.frame(low, high, words, events.REACH)
