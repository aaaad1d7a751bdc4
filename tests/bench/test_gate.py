from bench.gate import broken, updated

PINNED = {"data": "abc", "floors": {"polnear.overlap_f1": 0.8, "polnear.calibration_error": 0.05}}


def test_figures_at_their_floors_pass() -> None:
    assert broken({"polnear.overlap_f1": 0.8, "polnear.calibration_error": 0.05}, PINNED, "abc") == []


def test_a_lower_figure_or_a_higher_error_breaks_the_floor() -> None:
    lines = broken({"polnear.overlap_f1": 0.78, "polnear.calibration_error": 0.09}, PINNED, "abc")
    assert len(lines) == 2 and "0.7800" in lines[0]


def test_missing_figures_and_other_data_are_told() -> None:
    assert "no figure" in broken({"polnear.calibration_error": 0.01}, PINNED, "abc")[0]
    assert "data differ" in broken({}, PINNED, "xyz")[0]


def test_lowered_floors_are_named() -> None:
    pinned, fallen = updated(
        {"polnear.overlap_f1": 0.7, "polnear.calibration_error": 0.01, "footprint.x": 1.0}, PINNED, "n"
    )
    assert fallen == ["polnear.overlap_f1: 0.8000 -> 0.7000"]
    assert pinned == {"data": "n", "floors": {"polnear.overlap_f1": 0.7, "polnear.calibration_error": 0.01}}
