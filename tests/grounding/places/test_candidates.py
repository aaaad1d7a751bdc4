from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.places.candidates import SIMILAR, candidates
from sayso.grounding.places.gazetteer import gazetteer


def named(name: str) -> set[str]:
    g = gazetteer()
    return {g.display[hit.place] for hit in candidates(g, name).hits}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kiev", "Kyiv"),
        ("Artemivsk", "Bakhmut"),
        ("Lugansk", "Luhansk"),
        ("Gomel", "Homyel'"),
        ("Ukraine's", "Ukraine"),
        ("Ukrainians", "Ukraine"),
        ("northern Syria", "Syria"),
        ("city of Mosul", "Mosul"),
        ("Ill.", "Illinois"),
        ("OR", "Oregon"),
    ],
)
def test_a_name_in_its_many_forms_finds_its_place(name: str, place: str) -> None:
    assert place in named(name)


def test_a_region_may_bear_the_name_of_its_town() -> None:
    g = gazetteer()
    found = candidates(g, "Kharkiv oblast")
    assert {g.kinds[int(g.kind[hit.place])] for hit in found.hits} == {"adm-region"}
    assert "oblast" in found.rule


@pytest.mark.parametrize("word", ["in", "or", "me", "pa"])
def test_small_words_are_no_abbreviations(word: str) -> None:
    assert not named(word) & {"Indiana", "Oregon", "Maine", "Pennsylvania"}


@pytest.mark.parametrize("name", ["Vorkhanivka", "Central", "West Pallodia", "..."])
def test_what_is_no_place_has_no_candidates_that_are_guessed(name: str) -> None:
    assert candidates(gazetteer(), name).rule != SIMILAR
    if name != "Central":
        assert named(name) == set()


@given(st.text(max_size=40))
def test_any_text_can_be_asked(name: str) -> None:
    g = gazetteer()
    assert all(0 <= hit.place < len(g.display) for hit in candidates(g, name).hits)
