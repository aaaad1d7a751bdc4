import numpy as np
import pytest


def test_all_directions_kept_are_equally_long_and_at_right_angles() -> None:
    meaning = pytest.importorskip("training.meaning")
    states = np.random.default_rng(1).normal(size=(2_000, 12)) @ np.diag(range(1, 13)) + 5
    mean, directions = meaning.whitening(states, 6)
    found = (states - mean) @ directions
    assert np.allclose(np.cov(found.T), np.eye(6), atol=1e-3)
