from __future__ import annotations

from pathlib import Path

import numpy as np

from sayso.types.span import Span
from sayso.weighing.matching.features import FEATURES
from tests.weighing.matching.support import claim
from training.matching import FIXED, NAMES, Examples, Placed, fitted, one_thing, teller, unknown, usual_words


def placed(id: str, story: str, claim_id: str | None, near: frozenset[str] = frozenset()) -> Placed:
    return Placed(claim(id, "A depot burned."), story, claim_id, near)


def test_what_is_one_thing_and_what_nobody_knows() -> None:
    a, b = placed("a", "s", "c1"), placed("b", "s", "c1")
    assert one_thing(a, b) is True
    assert one_thing(a, placed("c", "s", "c2")) is False
    assert one_thing(a, placed("c", "other", "c1")) is False
    assert one_thing(a, placed("c", "s", None, frozenset({"c1"}))) is None
    assert one_thing(placed("c", "s", None), a) is False
    assert one_thing(placed("c", "s", None), placed("d", "s", None)) is None


def test_the_assertion_that_overlaps_most_tells_what_stands_there() -> None:
    near, far = claim("a", "x", span=Span(10, 30)), claim("b", "x", span=Span(0, 100))
    assert teller(Span(10, 28), [far, near]) == near
    assert teller(Span(200, 220), [far, near]) is None


def test_likeness_can_be_taken_away() -> None:
    x = np.zeros((2, len(FEATURES)))
    x[:, NAMES.index("likeness")] = 0.7
    x[1, NAMES.index("same_article")] = 1.0
    out = unknown(x)
    assert out[:, NAMES.index("likeness")].tolist() == [0.0, 0.0]
    assert out[:, NAMES.index("unknown_likeness")].tolist() == [1.0, 0.0]
    assert x[0, NAMES.index("likeness")] == 0.7


def test_weights_follow_the_data_and_the_given_ones_stay() -> None:
    rng = np.random.default_rng(3)
    x = np.zeros((400, len(NAMES)))
    x[:, NAMES.index("always")] = 1.0
    x[:, NAMES.index("same_trigger")] = rng.integers(0, 2, 400)
    y = ((x[:, NAMES.index("same_trigger")] + rng.normal(0, 0.4, 400)) > 0.5).astype(float)
    w = dict(zip(NAMES, fitted(Examples(x, y, np.ones(400))), strict=True))
    assert w["same_trigger"] > 2.0 > 0.0 > w["always"]
    assert {name: w[name] for name in FIXED} == FIXED


def test_words_of_our_own_articles_are_counted_by_article() -> None:
    found = usual_words(Path("training/conflict"))
    assert found["articles"] > 300
    assert found["frequency"]["soldier"] <= found["articles"]
    assert min(found["frequency"].values()) >= 4
