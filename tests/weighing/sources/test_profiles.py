"""What one teller is taken for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.name_keys import name_key
from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Teller
from sayso.weighing.sources.profiles import Form, profile
from tests.weighing.told import ARTICLE, body, document, outlet, person, unnamed


@pytest.mark.parametrize(
    ("name", "own", "role"),
    [
        ("Colonel Rusk, who commands the Velmar coast guard", "Rusk", "commander"),
        ("Ukrainian Defence Minister Oleksii Reznikov", "Oleksii Reznikov", "minister"),
        ("the ministry's spokesman, Colonel Stev Haldane", "Stev Haldane", "spokesman"),
        ("spokesman Kyrylov", "Kyrylov", "spokesman"),
        ("Ada Linnhart of the Steppe Crisis Monitor", "Ada Linnhart", None),
        ("Ivan Baker", "Ivan Baker", None),
    ],
)
def test_a_persons_name_is_told_from_the_words_around_it(name: str, own: str, role: str | None) -> None:
    found = profile(person(name))
    assert found.form is Form.PERSON
    assert found.names[0] == tuple(name_key(own).split())
    assert found.said.role == role


def test_a_second_spelling_in_brackets_is_a_name_too() -> None:
    found = profile(person("Vitaliy Kyrylov (Kerimov), spokesman of the army"))
    assert [n[-1] for n in found.names] == [name_key("Kyrylov"), name_key("Kerimov")]


@pytest.mark.parametrize(
    ("teller", "form"),
    [
        (person("a spokesman of the territorial defence"), Form.BODY),
        (unnamed("a spokeswoman for the foreign ministry"), Form.BODY),
        (person("the mayor of Harkava"), Form.BODY),
        (person("a commander of the coast guard"), Form.UNNAMED),
        (person("a resident"), Form.UNNAMED),
        (unnamed("officials"), Form.UNNAMED),
        (unnamed("unconfirmed reports"), Form.NOBODY),
        (unnamed(None), Form.NOBODY),
        (ARTICLE, Form.NOBODY),
        (body("Civic Forward"), Form.BODY),
        (outlet("Suspilne"), Form.OUTLET),
        (document("a letter"), Form.DOCUMENT),
    ],
)
def test_forms(teller: Teller, form: Form) -> None:
    assert profile(teller).form is form


def test_a_private_person_is_no_official() -> None:
    assert "s" not in profile(person("Marta Kovel", public=False)).said.sorts


@given(st.sampled_from(VoiceKind), st.text(max_size=40), st.text(max_size=30), st.booleans())
def test_any_teller_is_something(kind: VoiceKind, name: str, office: str, public: bool) -> None:
    found = profile(Teller("v", kind, name, office=office, public=public))
    assert found.form is not Form.PERSON or found.names[0]


def test_what_is_no_name_and_who_is_known_by_an_office() -> None:
    assert profile(unnamed("Ukrainian missiles")).form is Form.NOBODY
    assert profile(body("information at his government's disposal")).form is Form.NOBODY
    told = profile(unnamed("what was reported by Ilan Torv"))
    assert (told.form, told.public, told.written) == (Form.PERSON, False, "Ilan Torv")
    informant = Teller(
        "v",
        VoiceKind.UNNAMED,
        "agency's informant",
        None,
        None,
        "informant, the deputy head of the presidential office",
    )
    found = profile(informant)
    assert (found.form, found.said.role) == (Form.BODY, "deputy head")


def test_a_picture_that_was_taken_for_somebody_is_a_document() -> None:
    assert profile(unnamed("second frame from the same release")).form is Form.DOCUMENT
    assert profile(unnamed("officials who have seen the report")).form is Form.UNNAMED


def test_somebodys_deputy_is_one_and_a_deputy_is_any() -> None:
    assert profile(unnamed("Kyiv's deputy minister of defence")).form is Form.BODY
    assert profile(unnamed("deputy minister of defence")).form is Form.UNNAMED
    assert profile(unnamed("head physician of the Marun District Hospital")).form is Form.BODY


def test_monitors_of_a_union_are_its_mission_and_two_of_them_are_not() -> None:
    assert profile(unnamed("Monitors of the OSCE")).form is Form.BODY
    assert profile(unnamed("two monitors of the OSCE")).form is Form.UNNAMED


def test_a_family_name_with_an_article_is_a_name() -> None:
    assert profile(person("Yusuf al-Tamran", "spokesman")).form is Form.PERSON


def test_words_that_no_person_is_called_by_are_a_body() -> None:
    assert profile(person("Kyiv's Third Assault", public=False)).form is Form.BODY
    assert profile(person("Halyna", public=False)).form is Form.PERSON


def test_a_department_for_information_is_somebody() -> None:
    assert profile(body("information department of the party")).form is not Form.NOBODY
    assert profile(unnamed("information at the disposal of his government")).form is Form.NOBODY
