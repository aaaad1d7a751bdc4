"""Who somebody is, as his text says it in another sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.actor import ActorKind
from sayso.weighing.introductions import Introductions, person_like
from sayso.weighing.people import People
from tests.weighing.made import actor, report


def introductions(text: str, *names: str) -> Introductions:
    people = [actor(text, n, ActorKind.PERSON, None, public=False) for n in names]
    return Introductions(text, People(report(text, actors=people)))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("They are well, says Emil Sart, who speaks for the coast guard. He left.", "spokesman of the coast guard"),
        ("Emil Sart, call sign Torek, leads the militia Sever, which fights there.", "leader of the militia Sever"),
        ("Three died, Emil Sart, a spokesman for the coast guard, said.", "spokesman for the coast guard"),
        ("The bridge is gone, said the head of the municipality, Emil Sart.", "head of the municipality"),
        ("Fourteen died, says Emil Sart of the rescue service, and more may follow.", "official of the rescue service"),
        ("KOLV - Foreign minister Emil Sart used a short meeting to reply.", "Foreign minister"),
        ("Emil Sart, the only person authorised to speak for the Lantern Committee, left.", "spokesman of the Lantern"),
    ],
)
def test_the_words_that_give_somebody_an_office_are_found_wherever_they_stand(text: str, office: str) -> None:
    assert (introductions(text).office("Emil Sart") or "").startswith(office)


@pytest.mark.parametrize(
    "text",
    [
        "Emil Sart, 58, was eleventh in the queue.",
        "Emil Sart, a survivor, told the station that shells had flown in.",
        "Asked about the ministry, Emil Sart laughed. A minister came by.",
        "Emil Sart, which follows troop movements in the country, counted sixty.",
        "The troops of the president have crossed the border, Emil Sart said.",
    ],
)
def test_private_people_and_words_beside_them_are_no_office(text: str) -> None:
    assert introductions(text).office("Emil Sart") is None


def test_the_whole_name_is_that_of_the_only_bearer() -> None:
    text = "Shells fell, Ada Koro told reporters. Koro added that three died. Then Koro left."
    assert introductions(text).whole("Koro") == "Ada Koro"
    assert introductions("Ada Koro and her brother Ilan Koro left. Koro wept.", "Ada Koro").whole("Koro") is None
    assert introductions("Koro wept. Then Koro left.").whole("Koro") is None


def test_a_name_of_war_is_told_with_the_name_behind_it() -> None:
    assert introductions("Arsen Kholm, call sign Terek, leads them.").alias("Arsen Kholm") == "Terek"
    assert introductions("Arsen Kholm leads them.").alias("Arsen Kholm") is None


def test_names_of_bodies_and_countries_are_not_made_as_peoples_are() -> None:
    assert person_like("Ada Koro") and person_like("Yusuf al-Tamran") and person_like("V. Kyril")
    assert not any(
        map(person_like, ("Koro", "Foreign Ministry", "Ukraine", "Civil Rescue Service", "VADA", "the army"))
    )


@given(st.text(max_size=80), st.text(min_size=1, max_size=12))
def test_any_text_can_be_asked(text: str, name: str) -> None:
    found = introductions(text or "x")
    assert found.office(name) is None or isinstance(found.office(name), str)
    assert found.alias(name) is None or found.alias(name) in text
