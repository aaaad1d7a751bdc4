from training.calibrate import lowest_good


def test_a_doubtful_event_is_rather_shown_than_left_out() -> None:
    assert lowest_good({0.3: 0.552, 0.4: 0.563, 0.5: 0.564, 0.6: 0.561}) == 0.4
    assert lowest_good({0.3: 0.40, 0.6: 0.50}) == 0.6
