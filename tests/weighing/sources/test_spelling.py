"""Keys of names that are one name in two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.name_keys import name_key
from sayso.weighing.sources.spelling import alike, glide, one_spelling, place_key


def families(*names: str) -> int:
    keys = [tuple(name_key(n).split()) for n in names]
    same = one_spelling(keys)
    return len({same.get(k[-1], k[-1]) for k in keys})


@pytest.mark.parametrize(
    "names",
    [
        ("Tomas Velk", "Tomasz Welk", "Tomash Velk"),
        ("Yevgor Chaltykin", "Evgor Shaltikin"),
        ("Rika Stold", "Rica Stoldt"),
        ("Dorin Maltesk", "Dorin Malteschi"),
    ],
)
def test_spellings_of_one_name(names: tuple[str, ...]) -> None:
    assert families(*names) == 1
    assert all(alike(name_key(names[0].split()[0]), name_key(n.split()[0])) for n in names)


@pytest.mark.parametrize(
    "names", [("Ivan Petrov", "Ivan Pavlov"), ("Sergei Lavrov", "Sergei Levin"), ("Anna Ivanova", "Pavel Ivanov")]
)
def test_other_names(names: tuple[str, ...]) -> None:
    assert families(*names) == 2


def test_a_sound_more_is_another_family_where_the_given_name_is_another() -> None:
    assert families("Rika Stoldt", "Petr Stold") == 2


def test_places_that_one_language_writes_with_ch() -> None:
    assert place_key("cherson") == place_key("kherson")
    assert place_key("kharkiv") != place_key("kherson")


@given(st.lists(st.lists(st.text("abkrstSCu", min_size=1, max_size=6), min_size=1, max_size=3).map(tuple), max_size=12))
def test_the_order_of_names_changes_nothing(names: list[tuple[str, ...]]) -> None:
    found = one_spelling(names)
    assert found == one_spelling(reversed(names))
    assert not set(found.values()) & set(found)


def test_a_j_is_a_y_where_the_given_name_is_one() -> None:
    assert families("Dast Yerrin", "Dast Jerrin") == 1
    assert families("Dast Yerrin", "Ilan Jerrin") == 2
    assert alike(name_key("Jana"), name_key("Yana"))
    assert not glide(name_key("Ilan"), name_key("Dast")) and not glide("J", "A")
