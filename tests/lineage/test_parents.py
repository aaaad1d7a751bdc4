from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.parents import NEVER, marginals, score, tree, weights

SCORES = st.floats(-4, 4)


@st.composite
def problems(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    n = draw(st.integers(2, 4))
    edges = np.array(draw(st.lists(SCORES, min_size=n * n, max_size=n * n))).reshape(n, n)
    np.fill_diagonal(edges, NEVER)
    return edges, np.array(draw(st.lists(SCORES, min_size=n, max_size=n)))


def all_trees(n: int) -> list[tuple[int, ...]]:
    """Every tree over n members, as parents; -1 for the root."""
    out = []
    for above in product(range(-1, n), repeat=n):
        if above.count(-1) == 1 and all(h != m for m, h in enumerate(above)) and all(_ends(above, m) for m in range(n)):
            out.append(above)
    return out


def _ends(above: tuple[int, ...], m: int) -> bool:
    for _ in above:
        if m < 0:
            return True
        m = above[m]
    return m < 0


@given(problems())
def test_marginals_are_those_of_all_trees(problem: tuple[np.ndarray, np.ndarray]) -> None:
    edges, roots = problem
    n = len(roots)
    likely, root_likely = np.zeros((n, n)), np.zeros(n)
    for above in all_trees(n):
        weight = np.exp(sum(roots[m] if h < 0 else edges[h, m] for m, h in enumerate(above)))
        for m, h in enumerate(above):
            if h < 0:
                root_likely[m] += weight
            else:
                likely[h, m] += weight
    total = root_likely.sum()
    found, found_roots = marginals(edges, roots)
    assert np.allclose(found, likely / total, atol=1e-6)
    assert np.allclose(found_roots, root_likely / total, atol=1e-6)


@given(problems())
def test_the_tree_is_one(problem: tuple[np.ndarray, np.ndarray]) -> None:
    found = tree(*problem)
    above = tuple(-1 if h is None else h for h in found.parent)
    assert above in all_trees(len(above))


def test_sparse_links_and_circles() -> None:
    """0 and 1 prefer each other, 2 hangs on 1, only 2 knows 3, which is the root."""
    edges = np.full((4, 4), NEVER)
    edges[0, 1] = edges[1, 0] = 5.0
    edges[1, 2], edges[2, 1] = 3.0, 0.0
    edges[2, 3], edges[3, 2] = 0.0, 0.5
    found = tree(edges, np.array([-9.0, -9.0, -9.0, 9.0]))
    assert found.parent == (1, 2, 3, None)


def test_the_best_star() -> None:
    edges = np.full((3, 3), -1.0)
    np.fill_diagonal(edges, NEVER)
    edges[1] = [2.0, NEVER, 2.0]
    found = tree(edges, np.zeros(3))
    assert found.parent == (1, None, 1) and found.roots.argmax() == 1


def test_weights_are_of_known_features() -> None:
    assert score({"credited": 1.0, "unheard of": 3.0}, weights()) == pytest.approx(weights()["credited"])
    assert weights()["credited"] > 0 > weights()["after"]
