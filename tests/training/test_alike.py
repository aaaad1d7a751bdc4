import math
import random

import pytest

from training.tellings import Telling

torch = pytest.importorskip("torch")
alike = pytest.importorskip("training.alike")


def test_the_loss_is_least_where_tellings_of_one_claim_lie_together() -> None:
    same = torch.tensor([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]], dtype=torch.bool)
    together = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    mixed = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]])
    assert alike.contrast(together, same, 0.1) < alike.contrast(mixed, same, 0.1)
    assert math.isclose(alike.contrast(together, same, 0.1).item(), 0, abs_tol=1e-3)


def test_one_claim_is_a_claim_of_one_scene() -> None:
    told = [Telling(scene, claim, "x", 0, 1) for scene, claim in (("s", 0), ("s", 0), ("s", 1), ("t", 0))]
    assert alike.one_claim(told).sum(1).tolist() == [2, 2, 1, 1]


def test_a_step_draws_from_two_scenes() -> None:
    told = [Telling(str(k % 5), 0, "x", 0, 1) for k in range(50)]
    places = alike.drawn(alike.scenes(told), 12, random.Random(1))
    assert len(set(places)) == 12
    assert len({told[k].scene for k in places}) == 2
