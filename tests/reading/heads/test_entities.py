import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.heads.entities import TYPES, decode


def probabilities(*labels: int) -> np.ndarray:
    out = np.full((len(labels), 7), 0.02, dtype=np.float32)
    out[np.arange(len(labels)), labels] = 0.88
    return out


def test_names_are_runs_of_one_type() -> None:
    found = decode(probabilities(0, 1, 2, 1, 5, 0, 3, 4))
    assert [(b, e, t) for b, e, t, _ in found] == [(1, 3, "PERSON"), (3, 4, "PERSON"), (4, 5, "PLACE"), (6, 8, "ORG")]
    assert all(abs(p - 0.88) < 1e-6 for *_, p in found)


def test_an_inside_label_without_begin_is_mended() -> None:
    ((begin, end, _, _),) = decode(probabilities(0, 0, 2, 2))
    assert (begin, end) in {(2, 4), (3, 4)}


def test_no_words_no_names() -> None:
    assert decode(np.zeros((0, 7), dtype=np.float32)) == []


@given(st.integers(1, 30), st.integers(0, 999))
def test_names_are_ordered_apart_and_typed(words: int, seed: int) -> None:
    found = decode(np.random.default_rng(seed).dirichlet(np.ones(7), words).astype(np.float32))
    assert all(b < e and t in TYPES and 0 < p <= 1 for b, e, t, p in found)
    assert all(x[1] <= y[0] for x, y in zip(found, found[1:], strict=False))
