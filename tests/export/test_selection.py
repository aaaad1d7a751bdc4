from dataclasses import replace

from sayso.export.selection import at_least
from tests.readings import plain


def ids(reading) -> list[str]:
    return [a.id for a in reading.attributions]


def test_less_sure_attributions_go_and_a_warning_says_so() -> None:
    kept = at_least(plain(), 0.9)
    assert ids(kept) == ["a1", "a2", "a3", "a5", "a6"]
    assert kept.warnings[-1].startswith("2 attributions below confidence 0.9 left out here")
    assert kept.voices == plain().voices


def test_nothing_changes_where_all_are_sure_enough() -> None:
    assert at_least(plain(), 0.4) == plain()


def test_what_a_sure_one_hangs_on_stays() -> None:
    reading = plain()
    first, second, *others = reading.attributions
    unsure_parent = replace(reading, attributions=(replace(first, probability=0.1), second, *others))
    assert ids(at_least(unsure_parent, 0.9))[:2] == ["a1", "a2"]
    unsure_basis = replace(reading, attributions=(first, replace(second, probability=0.1), *others))
    assert ids(at_least(unsure_basis, 0.9))[:2] == ["a1", "a2"]
