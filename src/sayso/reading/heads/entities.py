"""Entity head: names of persons, organisations and places."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")
TYPES = ("PERSON", "ORG", "PLACE")
# Corpora draw a name's borders differently (titles and articles in or out); the first is Sayso's own.
CONVENTIONS = ("uner", "gum", "wikigold", "re3d", "crossner")


def decode(probabilities: Floats) -> list[tuple[int, int, str, float]]:
    """Names as (begin word, end word, type, probability) from (W, 7) label probabilities.

    Best valid BIO sequence; the probability is the mean of the chosen labels.
    """
    w = len(probabilities)
    if w == 0:
        return []
    # plain Python: seven labels a word are too few for array operations to pay
    log = np.log(np.maximum(probabilities, 1e-9)).tolist()
    best, back = list(log[0]), [[0] * 7]
    best[2::2] = [-1e9] * 3
    for now in log[1:]:
        top = max(range(7), key=best.__getitem__)
        height, came = best[top], [top] * 7
        step = [height + x for x in now]
        for inside in (2, 4, 6):
            previous = inside if best[inside] > best[inside - 1] else inside - 1
            step[inside] = best[previous] + now[inside]
            came[inside] = previous
        best = step
        back.append(came)
    path = [max(range(7), key=best.__getitem__)]
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    path.reverse()
    return _names(path, probabilities)


def _names(path: list[int], probabilities: Floats) -> list[tuple[int, int, str, float]]:
    out: list[tuple[int, int, str, float]] = []
    k = 0
    while k < len(path):
        if path[k] % 2 == 0:
            k += 1
            continue
        end = k + 1
        while end < len(path) and path[end] == path[k] + 1:
            end += 1
        chosen = probabilities[np.arange(k, end), path[k:end]]
        out.append((k, end, TYPES[path[k] // 2], float(chosen.mean())))
        k = end
    return out
