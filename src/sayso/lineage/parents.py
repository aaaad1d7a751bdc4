"""Who is whose parent in a family: the likeliest tree over its members.

The score of a tree is the sum of the scores of its edges and its root, each the weighted sum of named features. How
likely an edge or a root is over all trees follows from the matrix-tree theorem (Koo, Globerson, Carreras and Collins
2007, "Structured prediction models via the matrix-tree theorem"). The weights are fitted by ``training/family.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from sayso.lineage.evidence import Features

Matrix = NDArray[np.float64]
# Larger families are weighed edge by edge: a determinant of their size would take seconds.
MOST_IN_MATRIX = 400
NEVER = -1e9
FLOOR = 40.0  # scores further below the best of their child count as so much below


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """``parent[k]`` is the parent of member ``k`` by number, ``None`` for the root; ``edges[h, m]`` how likely ``h``
    is the parent of ``m``, ``roots[m]`` how likely ``m`` is the root."""

    parent: tuple[int | None, ...]
    edges: Matrix
    roots: NDArray[np.float64]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights by name of the feature."""
    loaded: dict[str, float] = json.loads(files(__package__).joinpath("data/parents.json").read_text(encoding="utf-8"))
    return loaded


def score(features: Features, by: Mapping[str, float]) -> float:
    """Weighted sum; a feature without a weight counts nothing."""
    return sum(by.get(name, 0.0) * value for name, value in sorted(features.items()))


def tree(edges: Matrix, roots: NDArray[np.float64]) -> Tree:
    """The best tree. ``edges[h, m]`` is the score of ``h`` as parent of ``m`` (``NEVER`` where there is no link, which
    there is in both directions or none), ``roots[m]`` that of ``m`` as root. The links must connect all members.
    """
    likely, root_likely = marginals(edges, roots) if len(roots) <= MOST_IN_MATRIX else _alone(edges, roots)
    return Tree(_arborescence(edges, int(np.argmax(root_likely))), likely, root_likely)


def _columns(edges: Matrix, roots: NDArray[np.float64]) -> tuple[Matrix, NDArray[np.float64]]:
    """Exponentials of the scores, each child's scaled by its best."""
    best = np.maximum(edges.max(axis=0, initial=NEVER), roots)
    raised = np.where(edges > NEVER / 2, np.exp(np.maximum(edges - best, -FLOOR)), 0.0)
    return raised, np.exp(np.maximum(roots - best, -FLOOR))


def marginals(edges: Matrix, roots: NDArray[np.float64]) -> tuple[Matrix, NDArray[np.float64]]:
    """Probability of each edge and of each root over all trees with one root (Koo et al. 2007, section 3)."""
    raised, starts = _columns(edges, roots)
    laplacian = np.diag(raised.sum(axis=0)) - raised
    laplacian[0] = starts
    try:
        inverse = np.linalg.inv(laplacian)
    except np.linalg.LinAlgError:
        return _alone(edges, roots)
    root_likely = starts * inverse[:, 0]
    to_child, to_head = np.diag(inverse)[np.newaxis, :] * raised, inverse.T * raised
    to_child[:, 0] = 0.0
    to_head[0, :] = 0.0
    likely = to_child - to_head
    if not (np.isfinite(likely).all() and np.isfinite(root_likely).all()):
        return _alone(edges, roots)
    return np.clip(likely, 0.0, 1.0), np.clip(root_likely, 0.0, 1.0)


def _alone(edges: Matrix, roots: NDArray[np.float64]) -> tuple[Matrix, NDArray[np.float64]]:
    """Probabilities with each child looked at on its own."""
    raised, starts = _columns(edges, roots)
    total = raised.sum(axis=0) + starts
    return raised / total, starts / total


def _arborescence(edges: Matrix, root: int) -> tuple[int | None, ...]:
    """A tree from ``root`` with a high sum: each takes its best parent, then circles open where it costs least."""
    above: list[int] = [int(k) for k in np.argmax(edges, axis=0)]
    above[root] = -1
    while True:
        circle = _circle(above)
        if not circle:
            return tuple(None if k < 0 else k for k in above)
        inside = _below(above, circle)
        best: tuple[float, int, int] | None = None
        for m in inside:
            outer = edges[:, m].copy()
            outer[inside] = NEVER
            h = int(np.argmax(outer))
            if outer[h] > NEVER / 2:
                gain = float(outer[h]) + _turned(edges, above, m, circle)
                best = max(best, (gain, -m, h)) if best else (gain, -m, h)
        if best is None:
            raise ValueError("members without a link to the others")
        _turn(above, -best[1], best[2], circle)


def _circle(above: Sequence[int]) -> frozenset[int]:
    """The members of one circle of parents, none when there is no circle."""
    done: set[int] = set()
    for start in range(len(above)):
        path: list[int] = []
        k = start
        while k >= 0 and k not in done:
            done.add(k)
            path.append(k)
            k = above[k]
        if k in path:
            return frozenset(path[path.index(k) :])
    return frozenset()


def _below(above: Sequence[int], circle: frozenset[int]) -> list[int]:
    """All whose line of parents leads into ``circle``, itself included."""
    inside = {k: k in circle for k in range(len(above))}
    children: dict[int, list[int]] = {}
    for k, h in enumerate(above):
        children.setdefault(h, []).append(k)
    waiting = sorted(circle)
    while waiting:
        for k in children.get(waiting.pop(), ()):
            if not inside[k]:
                inside[k] = True
                waiting.append(k)
    return [k for k, yes in inside.items() if yes]


def _turned(edges: Matrix, above: Sequence[int], m: int, circle: frozenset[int]) -> float:
    """What it adds when the line from ``m`` to the circle is turned round and the parent of its end is taken away."""
    change = 0.0
    while m not in circle:
        change += float(edges[m, above[m]] - edges[above[m], m])
        m = above[m]
    return change - float(edges[above[m], m])


def _turn(above: list[int], m: int, parent: int, circle: frozenset[int]) -> None:
    while True:
        last, above[m] = above[m], parent
        if m in circle:
            return
        parent, m = m, last
