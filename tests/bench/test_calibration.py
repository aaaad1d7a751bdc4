import pytest

from bench.calibration import calibration_error, precision_at


def test_precision_where_recall_is_reached() -> None:
    pairs = [(0.9, True), (0.8, True), (0.7, False), (0.6, True)]
    assert precision_at(pairs, 4, 0.5) == 1.0
    assert precision_at(pairs, 4, 0.75) == 0.75
    assert precision_at(pairs, 8, 0.5) is None


def test_error_is_the_gap_between_promise_and_truth() -> None:
    assert calibration_error([(1.0, True)] * 4) == 0.0
    assert calibration_error([(0.9, False)] * 4) == pytest.approx(0.9)
    assert calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0.0)
