"""What the tellers of one proposition tell of each other."""

from __future__ import annotations

from sayso.weighing.sources.joining import Sources
from sayso.weighing.sources.phrases import describe
from sayso.weighing.sources.profiles import Form, profile
from sayso.weighing.sources.telltale import bare, seats, spelt, states
from tests.weighing.told import body, person


def test_a_ministry_in_a_town_that_no_table_has_is_the_only_one_of_its_words() -> None:
    one, other = body("interior ministry in Brackholm"), body("Sellanian interior ministry")
    found = Sources([(one, "a"), (other, "b")])
    assert found.of(one, "a") == found.of(other, "b")
    assert seats({profile(one), profile(other)}, {}, set())[profile(one)].country is None


def test_a_town_that_others_are_of_is_a_country() -> None:
    one, other = body("interior ministry in Sellania"), body("Sellanian army")
    assert seats({profile(one), profile(other)}, {}, set()) == {}
    assert seats({profile(one)}, {}, {"~sellan"}) == {}


def test_a_country_that_was_taken_for_a_person() -> None:
    one, other = profile(person("Sulmar", public=False)), profile(body("Sulmar's foreign ministry"))
    found = states({one, other}, {}, set())[one]
    assert (found.form, found.country, found.public) == (Form.BODY, "~sulmar", True)
    assert states({one}, {}, set()) == {}
    assert states({one}, {}, {"~sulmar"})[one] == found


def test_a_bare_country_has_no_other_word() -> None:
    state = describe("Moscow")
    assert state.body is not None
    assert bare(profile(body("Moscow")), (state.body, state.country))
    assert not bare(profile(body("the Russian government")), (state.body, state.country))


def test_one_spelling_of_a_town_in_the_names_of_bodies() -> None:
    one, other = (describe(f"military administration in {town}").body for town in ("Kherson", "Cherson"))
    assert one is not None and other is not None
    found = spelt([(one, None), (other, None)])
    assert len({found.get(n, n)[0].words for n in ((one, None), (other, None))}) == 1
