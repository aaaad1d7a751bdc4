"""Attribution head: cues first, then for each cue its own source and content.

Linking is by construction: source and content are tagged once for every cue, as arguments are
for predicates in semantic role labelling (Zhou and Xu 2015), so that attributions may share
words, nest, and have content in pieces.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.tokens import Ints

Floats = NDArray[np.float32]

CUE_LABELS = ("O", "B-CUE", "I-CUE", "B-ANCHOR", "I-ANCHOR")  # anchor: a source without words of saying
ARGUMENT_LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
POLARITY_LABELS = ("affirmed", "denied", "withheld")

# Annotation conventions: corpora disagree on what counts (PolNeAR: outermost only, thoughts too;
# GUM: clauses, nested), so the convention is an input of the head.
CONVENTIONS = ("polnear", "gum", "news")
DISTANCES = 40
PARAGRAPHS = 9
# Words to each side of a cue among which its source and content are sought; .7 % of PolNeAR's
# attributions reach farther, and the cost of the head grows with the square.
REACH = 80
MAX_CUE = 24  # words; PolNeAR's longest cues have about twenty


@dataclass(frozen=True, slots=True)
class CueSpan:
    """Words ``[begin, end)`` of a window; ``anchor`` is true for a source that stands in for a cue."""

    begin: int
    end: int
    anchor: bool
    probability: float


@dataclass(frozen=True, slots=True)
class Arguments:
    """Word ranges of one cue's source and content, the log-probability of the whole tagging
    and the mean probability of the words in each role (0 where the role is empty)."""

    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    log_probability: float


def decode_cues(probabilities: Floats, threshold: float) -> list[CueSpan]:
    """Cues from (W, 5) label probabilities: a begin label above ``threshold``, then inside labels."""
    out: list[CueSpan] = []
    w = len(probabilities)
    begins = probabilities[:, (1, 3)]
    taken = 0
    for k in np.flatnonzero(begins.max(axis=1) >= threshold).tolist():
        if k < taken:
            continue
        anchor = bool(begins[k, 1] > begins[k, 0])
        # a second beginning right behind is the same cue, cut by the model: "additionally | claimed"
        inside = (3, 4) if anchor else (1, 2)
        end = k + 1
        while end < w and end - k < MAX_CUE and probabilities[end].argmax() in inside:
            end += 1
        out.append(CueSpan(k, end, anchor, float(begins[k].max())))
        taken = end
    return out


def frame(begin: int, end: int, words: int, reach: int = REACH) -> tuple[int, int]:
    """Words ``[start, stop)`` of a window in which a cue's arguments are tagged, as many as fit."""
    size = min(words, 2 * reach)
    start = min(max((begin + end) // 2 - reach, 0), words - size)
    return start, start + size


def _buckets(away: Ints) -> Ints:
    """Codes of distances in words: exact up to eight, logarithmic beyond, as in T5 (Raffel et al. 2020)."""
    size = np.abs(away)
    logarithmic = 8 + np.floor(np.log2(np.maximum(size, 8) / 8.0) * 2.2).astype(np.int64)
    bucket = np.minimum(np.where(size <= 8, size, logarithmic), DISTANCES // 2 - 1)
    return np.where(away < 0, DISTANCES // 2 + bucket, bucket).astype(np.int64)


FARTHEST = 256  # words; whatever is farther has the same code
_BUCKETS = _buckets(np.arange(-FARTHEST, FARTHEST + 1))


def relation(begin: int, end: int, anchor: bool, paragraph: Ints, frame: tuple[int, int]) -> tuple[Ints, Ints, Ints]:
    """How the K words of ``frame`` stand to the cue ``[begin, end)``: distance, paragraphs between, flag; each (K,).

    ``paragraph`` (W,) counts line breaks before each word of the window. The flag is 1 in a cue, 2 in an anchor.
    """
    start, stop = frame
    away = np.zeros(stop - start, dtype=np.int64)
    first, last = (min(max(edge - start, 0), stop - start) for edge in (begin, end))
    away[:first] = np.arange(start - begin, start - begin + first)
    away[last:] = np.arange(start + last - end + 1, stop - end + 1)
    distance = _BUCKETS[np.minimum(np.maximum(away, -FARTHEST), FARTHEST) + FARTHEST]
    steps = np.minimum(np.maximum(paragraph[start:stop] - paragraph[begin], -4), 4) + 4
    flag = (away == 0) * np.int64(2 if anchor else 1)
    return distance, steps, flag


def decode_arguments(emissions: Floats, transitions: Floats) -> list[Arguments]:
    """Best tagging of each cue by Viterbi over a linear chain (Lafferty et al. 2001).

    ``emissions`` (C, W, 5); ``transitions`` (7, 5): row 5 scores the first label, row 6 the last.
    """
    c, w, labels = emissions.shape
    if c == 0:
        return []
    step, start, stop = transitions[:5], transitions[5], transitions[6]
    best = emissions[:, 0] + start
    total = best.astype(np.float64)
    back = np.zeros((w, c, labels), dtype=np.int64)
    # a step at a time over tiny arrays: what each call costs beside its arithmetic is what counts
    rest = np.ascontiguousarray(emissions.transpose(1, 0, 2))
    exact, exact_step = rest.astype(np.float64), step.astype(np.float64)
    for t in range(1, w):
        scores = best[:, :, None] + step
        scores.argmax(axis=1, out=back[t])
        best = np.maximum.reduce(scores, axis=1) + rest[t]
        total = _logsumexp(total[:, :, None] + exact_step) + exact[t]
    best = best + stop
    log_z = _logsumexp((total + stop)[:, :, None])[:, 0]
    path = np.zeros((c, w), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(c)
    for t in range(w - 1, 0, -1):
        path[:, t - 1] = back[t, rows, path[:, t]]
    found = best.max(axis=1) - log_z
    return [_arguments(path[k], emissions[k], float(found[k])) for k in range(c)]


def _logsumexp(x: NDArray[np.float64]) -> NDArray[np.float64]:
    top = np.maximum.reduce(x, axis=1, keepdims=True)
    return np.asarray(top[:, 0] + np.log(np.add.reduce(np.exp(x - top), axis=1)))


def _arguments(path: Ints, emissions: Floats, log_probability: float) -> Arguments:
    source = _ranges(path, 1, 2)
    if len(source) > 1:
        # one attribution has one source: keep the range that the words speak for most
        source = [max(source, key=lambda r: float(emissions[r[0], 1] - emissions[r[0], 0]))]
    return Arguments(tuple(source), tuple(_ranges(path, 3, 4)), min(log_probability, 0.0))


def _ranges(path: Ints, begin: int, inside: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    labels = path.tolist()
    for k, label in enumerate(labels):
        if label == begin or (label == inside and not (out and out[-1][1] == k)):
            out.append((k, k + 1))
        elif label == inside:
            out[-1] = (out[-1][0], k + 1)
    return out
