"""Names of persons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.people import join_people, recognised
from sayso.weighing.sources.profiles import profile
from tests.weighing.told import body, person, unnamed


def joined(*names: str) -> int:
    return len(join_people(profile(person(n)) for n in names))


def test_spellings_initials_and_the_family_name_first() -> None:
    assert joined("Ilan Torv", "I. Torv", "Torv", "Torv Ilan", "Ilan Thorv") == 1


def test_other_given_names_are_other_people() -> None:
    assert joined("Ilan Torv", "Oleh Torv") == 2


def test_a_name_that_fits_two_says_so() -> None:
    people = join_people(profile(person(n)) for n in ("Ilan Torv", "Oleh Torv", "Torv"))
    bare = next(p for p in people if p.may)
    assert len(bare.may) == 2


def test_a_body_tells_which_of_two_is_meant() -> None:
    rows = [person("Ilan Torv", "mayor of Harkava"), person("Oleh Torv", "judge"), person("Torv", "mayor of Harkava")]
    assert len(join_people(map(profile, rows))) == 2


def test_a_name_without_an_office_is_that_of_the_public_person_of_that_whole_name() -> None:
    torv = profile(person("Ilan Torv", "governor of Kolvast"))
    private = profile(person("I. Torv", public=False))
    body_ = profile(body("Ilan Thorv"))
    words = profile(unnamed("what was reported by Ilan Torv"))
    farmer = profile(person("Ilan Torv", "a farmer", public=False))
    bare = profile(person("Torv", public=False))
    found = recognised([torv, private, body_, words, farmer, bare])
    assert set(found) == {private, body_, words}
    assert len(join_people([torv, *found.values()])) == 1


@given(st.lists(st.sampled_from(["Ilan Torv", "Torv", "I Torv", "Oleh Torv", "Ivan Moroz", "Moroz Ivan"]), max_size=6))
def test_every_profile_is_one_persons(names: list[str]) -> None:
    rows = {profile(person(n)) for n in names}
    people = join_people(rows)
    assert sorted(p.written for q in people for p in q.profiles) == sorted(p.written for p in rows)


def test_loose_spellings_are_one_person() -> None:
    assert joined("Tomas Velk", "Tomasz Welk", "Tomash Velk", "T. Velk") == 1
    assert joined("Rika Stold", "Rica Stoldt") == 1
    assert joined("Anna Ivanova", "Pavel Ivanov") == 2


def test_a_town_that_two_states_hold_has_one_mayor_of_one_name() -> None:
    mayors = [
        person("Vladimir Leontiev", "mayor of Nova Kakhovka", "UA"),
        person("Vladimir Leontyev", "mayor installed by Russia in Nova Kakhovka", "RU"),
    ]
    assert len(join_people(profile(m) for m in mayors)) == 1
    generals = [person("Ivan Petrov", "general", "UA"), person("Ivan Petrov", "general", "RU")]
    assert len(join_people(profile(g) for g in generals)) == 2


def test_a_mayor_may_be_called_the_head_of_the_administration() -> None:
    rows = [person("Pavlo Dorn", "mayor of Ledna"), person("Dorn", "head of the Ledna administration")]
    assert len(join_people([profile(row) for row in rows])) == 1
