from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.vectors import cosine, packed, unpacked

NUMBERS = st.lists(st.floats(-100, 100, allow_nan=False), min_size=4, max_size=64)


def exact(one: list[float], other: list[float]) -> float:
    product = sum(x * y for x, y in zip(one, other, strict=True))
    return product / sqrt(sum(x * x for x in one) * sum(y * y for y in other))


@given(NUMBERS)
def test_a_vector_keeps_its_direction(vector: list[float]) -> None:
    found = unpacked(packed(vector))
    if max(map(abs, vector)) < 1e-6:
        return
    assert len(found) == len(vector)
    assert exact(found.tolist(), vector) > 0.999


@given(st.integers(4, 32).flatmap(lambda n: st.tuples(*[st.lists(st.integers(-9, 9), min_size=n, max_size=n)] * 2)))
def test_likeness_survives_packing(pair: tuple[list[int], list[int]]) -> None:
    one, other = pair
    found = cosine(packed(one), packed(other))
    if any(one) and any(other):
        assert found is not None
        assert abs(found - exact(list(map(float, one)), list(map(float, other)))) < 0.05
        assert found == cosine(packed(other), packed(one))
    else:
        assert found is None


def test_nothing_is_like_nothing() -> None:
    assert packed([]) == packed([0.0, 0.0]) == ""
    assert not len(unpacked(""))
    assert cosine("", packed([1.0])) is None


def test_vectors_of_two_models_are_not_compared() -> None:
    assert cosine(packed([1.0, 2.0]), packed([1.0, 2.0, 3.0])) is None


def test_what_is_no_vector_is_refused() -> None:
    with pytest.raises(ValueError, match="base64|padding|alphabet"):
        unpacked("no vector!")
