import dataclasses

import pytest

from sayso.types.review import Action, Decision, Spot


def test_a_decision_cannot_be_altered_behind_anybodys_back() -> None:
    made = Decision(1, "2031-03-03", "Ilse", Action.NOTE, "p_1", words="Ask them.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.words = "Never mind."  # type: ignore[misc]


def test_places_of_names_stand_in_one_order() -> None:
    assert sorted([Spot("c_2", 1), Spot("c_1", 2), Spot("c_1", 1)]) == [Spot("c_1", 1), Spot("c_1", 2), Spot("c_2", 1)]
