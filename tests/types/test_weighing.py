from dataclasses import FrozenInstanceError

import pytest

from sayso.types.weighing import Bounds, Setting, Side, Standing


def test_what_was_weighed_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Bounds(1, 3).least = 2  # type: ignore[misc]


def test_words_that_people_read_are_plain() -> None:
    assert [s.value for s in Side] == ["for", "against", "open"]
    assert Standing.SINGLE == "single origin"


def test_an_unknown_setting_knows_nothing() -> None:
    assert Setting() == Setting(None, None, None, None, None, None, None)
