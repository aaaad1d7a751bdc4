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
