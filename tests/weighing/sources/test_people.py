"""Names of persons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.people import join_known, join_people, recognised
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
    assert set(found) == {private, body_, words, bare}
    assert len(join_people([torv, *found.values()])) == 1
    other = profile(person("Oleh Torv", "judge"))
    assert bare not in recognised([torv, other, bare])  # it fits two
    assert bare not in recognised([profile(person("Torv", "governor")), bare])  # no whole name is known


def test_who_is_known_by_an_office_elsewhere_is_public_here() -> None:
    torv, bare = profile(person("Ilan Torv", public=False)), profile(person("Mr Torv", public=False))
    known = [profile(person("Ilan Torv", "governor of Kolvast"))]
    assert set(recognised([torv, bare], known)) == {torv, bare}
    assert not recognised([torv, bare])


def test_what_is_known_elsewhere_joins_names_and_fills_in_offices() -> None:
    terek, arsen = profile(person("Terek", "militia commander")), profile(person("Arsen Kholm", "commander"))
    assert len(join_known([terek, arsen], [])) == 2
    known = [profile(person("Arsen Kholm (Terek)", "leader of the militia Sever"))]
    (one,) = join_known([terek, arsen], known)
    assert {p.written for p in one.profiles} == {"Terek", "Arsen Kholm"}
    (spoken,) = join_known(
        [profile(person("Ada Rusk"))], [profile(person("Ada Rusk", "spokeswoman of the coast guard"))]
    )
    assert [b.head for b in spoken.bodies] == ["coast guard"]


def test_what_is_known_elsewhere_parts_nobody_and_adds_nobody() -> None:
    rows = [profile(person("Ilan Torv", "governor")), profile(person("Torv"))]
    known = [profile(person("Oleh Torv", "judge")), profile(person("Marta Rusk", "mayor"))]
    (one,) = join_known(rows, known)
    assert {p.written for p in one.profiles} == {"Ilan Torv", "Torv"}


def test_a_deputy_minister_is_of_the_ministry_that_another_text_names() -> None:
    rows = [person("Hanna Mal", office) for office in ("deputy minister", "Deputy Defence Minister")]
    assert len(join_people(map(profile, rows))) == 1
    media = [
        person("Yusef Tamran", "military spokesman of the Sons of the Ridge"),
        person("Yusuf al-Tamran", "media chief"),
    ]
    assert len(join_people(map(profile, media))) == 1


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
