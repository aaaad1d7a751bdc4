"""Camps."""

from __future__ import annotations

import pytest

from sayso.types.weighing import Teller
from sayso.weighing.sources.camps import called, camp_of_organ, camp_of_paper, camp_of_people, state
from sayso.weighing.sources.joining import Sources
from sayso.weighing.sources.organs import Organ
from sayso.weighing.sources.profiles import profile
from tests.weighing.told import body, person, unnamed


@pytest.mark.parametrize(
    ("teller", "camp"),
    [
        (body("the Ukrainian parliament"), "state:UA"),
        (person("Lukashenko", "president of Belarus"), "state:BY"),
        (person("Colonel Rusk, who commands the Velmar coast guard"), "state:~velmar"),
        (person("Colonel Rusk", None, "UA"), "state:UA"),
        (body("the Russian embassy in Kyiv"), "state:RU"),
        (person("Petra Kalm", "analyst at the Steppe Monitor"), "body:monitor steppe"),
        (person("Olga Brandt"), None),
        (person("Ivan Moroz", "former defence minister", "UA"), None),
        (person("Marta Kovel", "a nurse", public=False), None),
        (body("the United Nations force"), "body:un"),
        (person("Ana Ruiz", "spokeswoman of the UN mission"), "body:un"),
        (person("Pavlo Dorn", "the Russian-appointed mayor of Ledna"), "state:RU"),
    ],
)
def test_camps_of_tellers(teller: Teller, camp: str | None) -> None:
    assert [s.camp.name for s in Sources([(teller, "t")]).all.values()] == [camp]


def test_people_without_a_name() -> None:
    assert camp_of_people(profile(unnamed("US officials"))).name == state("US")
    assert camp_of_people(profile(unnamed("officials"))).stateless
    assert camp_of_people(profile(unnamed("residents of Kyiv"))).name is None


def test_papers_are_of_the_state_that_wrote_them() -> None:
    assert camp_of_paper("a letter of Ukraine's defence ministry", None).name == "state:UA"
    assert camp_of_paper("a letter of the nurse", "UA").name is None


def test_names_for_readers() -> None:
    assert called("state:UA", {}) == "Ukraine"
    assert called("state:~velmar", {"state:~velmar": "Velmar"}) == "Velmar"
    organ = Organ("party", frozenset({"civic", "forward"}), None, frozenset("o"), "party")
    assert called(camp_of_organ(organ).name or "", {}) == "Civic Forward Party"


def test_a_town_hall_speaks_for_itself_and_a_region_for_some_state() -> None:
    (mayor,) = Sources([(person("Fadil Arum", "mayor of Ledna"), "t")]).all.values()
    (governor,) = Sources([(person("Ilan Torv", "governor of Kolvast"), "t")]).all.values()
    assert (mayor.camp.name, mayor.camp.stateless) == (None, False)
    assert (governor.camp.name, governor.camp.stateless) == (None, True)


def test_a_broadcaster_of_the_state_is_an_organ_of_it() -> None:
    (director,) = Sources([(person("Jana Vold", "director of State Television"), "t")]).all.values()
    assert director.camp.stateless
