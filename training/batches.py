"""Examples to windows of arrays, and windows to batches of tensors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from torch import Tensor

from sayso.reading.heads import attribution, entities
from sayso.reading.tokens import Ints, Tokenizer, Tokens
from sayso.reading.windows import Inputs, Window, cut, inputs
from training import event_batches
from training.corpora import Example, Gold, Ranges
from training.event_batches import EventBatch, EventLabels, EventPiece
from training.padding import IGNORE, column, padded, words_of

UNTYPED_SHARE = 0.15  # of training triggers that go without their type


@dataclass(frozen=True, slots=True)
class Cue:
    """A gold cue of a window with its words' argument labels; polarity -1 unknown, 3 "denied or withheld"."""

    begin: int
    end: int
    anchor: bool
    labels: Ints
    polarity: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of training data; label arrays (W,) hold ``IGNORE`` where nothing is known."""

    inputs: Inputs
    paragraph: Ints
    convention: int
    entity_convention: int
    cue_labels: Ints
    entity_labels: Ints
    respun_labels: Ints
    cues: tuple[Cue, ...]
    events: EventPiece


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of a whole text of N words: cue, entity and respun (N,), and cues as (begin, end, anchored, gold)."""

    cue: Ints
    entity: Ints
    respun: Ints
    golds: list[tuple[int, int, bool, Gold]]
    events: EventLabels


def pieces(example: Example, tokenizer: Tokenizer, size: int, shift: int) -> list[Piece]:
    """Windows of an example without overlap; the first ends after ``shift`` pieces, so that borders vary."""
    tokens = tokenizer.tokenize(example.text)
    if not len(tokens):
        return []
    labels = labelled(example, tokens)
    if tokens.first[-1] <= size - 2:
        shift = 0  # a text that fits is read whole
    first = int(np.searchsorted(tokens.first[:-1], min(shift, int(tokens.first[-1]) // 2)))
    head = (Window(0, first, 0, first),) if first else ()
    windows = (*head, *cut(tokens, size, 0, first))
    arrays = [inputs(tokens, w, tokenizer.cls, tokenizer.sep, size) for w in windows]
    return [_piece(example, tokens, w, x, labels) for w, x in zip(windows, arrays, strict=True)]


def labelled(example: Example, tokens: Tokens) -> Labels:
    """The example's annotation on words; unknown is ``IGNORE``."""
    n = len(tokens)
    cue = np.full(n, 0 if example.convention else IGNORE, dtype=np.int64)
    for b, e in example.unsure if example.convention else ():
        cue[slice(*words_of(tokens, b, e))] = IGNORE
    golds = []
    for g in example.attributions:
        anchored = not g.cue
        ranges = _word_ranges(tokens, g.source if anchored else g.cue)
        if not ranges:
            continue
        begin, end = ranges[0]
        base = 3 if anchored else 1
        cue[begin:end] = base + 1
        cue[begin] = base
        golds.append((begin, end, anchored, g))
    entity = np.full(n, 0 if example.entity_convention else IGNORE, dtype=np.int64)
    for (b, e), kind in example.entities:
        begin, end = words_of(tokens, b, e)
        if begin < end:
            label = 1 + 2 * entities.TYPES.index(kind)
            entity[begin:end] = label + 1
            entity[begin] = label
    respun = np.full(n, IGNORE if example.respun is None else 0, dtype=np.int64)
    for b, e in example.respun or ():
        respun[slice(*words_of(tokens, b, e))] = 1
    return Labels(cue, entity, respun, golds, event_batches.labelled(example, tokens))


def _word_ranges(tokens: Tokens, spans: Ranges) -> list[tuple[int, int]]:
    return [(b, e) for b, e in (words_of(tokens, *span) for span in spans) if b < e]


def _argument_labels(tokens: Tokens, window: Window, g: Gold) -> tuple[Ints, bool]:
    """Argument labels (W,) of one attribution in a window, and whether the window holds all of it."""
    b, e = window.begin, window.end
    labels = np.zeros(e - b, dtype=np.int64)
    whole = True
    for role, base in ((g.source, 1), (g.content, 3)):
        for s, t in _word_ranges(tokens, role):
            whole = whole and b <= s and t <= e
            s, t = max(s, b) - b, min(t, e) - b
            if s < t:
                labels[s:t] = base + 1
                labels[s] = base
    return labels, whole


def _polarity(value: str | None) -> int:
    if value is None:
        return -1
    return 3 if value == "negative" else attribution.POLARITY_LABELS.index(value)


def _piece(example: Example, tokens: Tokens, window: Window, arrays: Inputs, labels: Labels) -> Piece:
    b, e = window.begin, window.end
    cues = []
    for begin, end, anchored, g in labels.golds:
        if not b <= begin < end <= e:
            continue
        arguments, whole = _argument_labels(tokens, window, g)
        start, stop = attribution.frame(begin - b, end - b, e - b)
        # what this window or the cue's frame cuts is left out: at reading time another window sees all of it
        if whole and not arguments[:start].any() and not arguments[stop:].any():
            cues.append(Cue(begin - b, end - b, anchored, arguments, _polarity(g.polarity)))
    convention = attribution.CONVENTIONS.index(example.convention) if example.convention else 0
    kind = entities.CONVENTIONS.index(example.entity_convention) if example.entity_convention else 0
    known = (labels.cue[b:e], labels.entity[b:e], labels.respun[b:e], tuple(cues))
    told = event_batches.piece(example, tokens, window, labels.events)
    return Piece(arrays, tokens.paragraph[b:e], convention, kind, *known, told)


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of B windows padded to T pieces and W words, and of their C cues."""

    ids: Tensor
    shape: Tensor
    quote: Tensor
    gap: Tensor
    first: Tensor
    piece_mask: Tensor
    word_mask: Tensor
    convention: Tensor
    entity_convention: Tensor
    cue_labels: Tensor
    entity_labels: Tensor
    respun_labels: Tensor
    window: Tensor
    start: Tensor
    begin: Tensor
    last: Tensor
    distance: Tensor
    paragraph: Tensor
    flag: Tensor
    labels: Tensor
    frame_mask: Tensor
    polarity: Tensor
    events: EventBatch


def collate(chosen: list[Piece], rng: np.random.Generator) -> Batch:
    """One batch; words and pieces are padded at the end."""
    cues = [(k, p, c) for k, p in enumerate(chosen) for c in p.cues]
    frames = [attribution.frame(c.begin, c.end, len(p.paragraph)) for _, p, c in cues]
    relations = [
        attribution.relation(c.begin, c.end, c.anchor, p.paragraph, f)
        for (_, p, c), f in zip(cues, frames, strict=True)
    ]

    return Batch(
        padded([p.inputs.ids for p in chosen]),
        padded([p.inputs.shape for p in chosen]),
        padded([p.inputs.quote for p in chosen]),
        padded([p.inputs.gap for p in chosen]),
        padded([p.inputs.first for p in chosen]),
        padded([np.ones(len(p.inputs.ids), dtype=np.int64) for p in chosen]).bool(),
        padded([np.ones(len(p.inputs.first), dtype=np.int64) for p in chosen]).bool(),
        column([p.convention for p in chosen]),
        column([p.entity_convention for p in chosen]),
        padded([p.cue_labels for p in chosen], IGNORE),
        padded([p.entity_labels for p in chosen], IGNORE),
        padded([p.respun_labels for p in chosen], IGNORE),
        column([k for k, _, _ in cues]),
        column([s for s, _ in frames]),
        column([c.begin for _, _, c in cues]),
        column([c.end - 1 for _, _, c in cues]),
        *(padded([codes[k] for codes in relations]) for k in range(3)),
        padded([c.labels[s:e] for (_, _, c), (s, e) in zip(cues, frames, strict=True)]),
        padded([np.ones(e - s, dtype=np.int64) for s, e in frames]).bool(),
        column([c.polarity for _, _, c in cues]),
        event_batches.collate([(p.events, p.paragraph) for p in chosen], UNTYPED_SHARE, rng),
    )
