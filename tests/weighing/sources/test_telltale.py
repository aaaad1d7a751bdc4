"""What the tellers of one proposition tell of each other."""

from __future__ import annotations

from sayso.weighing.sources.joining import Sources
from sayso.weighing.sources.phrases import describe
from sayso.weighing.sources.profiles import Form, profile
from sayso.weighing.sources.telltale import bare, bodies, seats, shortened, spelt, states
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


def test_a_name_without_its_last_word_is_that_of_the_only_body_that_has_it() -> None:
    def joined(*names: str) -> int:
        found = Sources((body(n), "a") for n in names)
        return len({found.of(body(n), "a") for n in names})

    assert joined("Free Harbour", "Free Harbour Party", "the press office of the Free Harbour Party") == 1
    assert joined("Blue Lantern", "Blue Lantern Committee") == 1
    assert joined("Third Assault", "3rd Separate Assault Brigade", "Third Brigade of Assault") == 1
    assert joined("Ukraine's Joint Forces Operation", "command of the Joint Forces Operation") == 1
    assert joined("Blue Lantern", "Blue Lantern Committee", "Blue Lantern Bank") == 3
    assert joined("Harbour", "Free Harbour Party") == joined("the army", "the air force command") == 2


def test_only_bodies_with_words_of_their_own_are_shortened() -> None:
    rows = [(describe(w).body, None) for w in ("Free Harbour", "Free Harbour Party", "defence ministry", "OSCE")]
    named = [(b, c) for b, c in rows if b is not None]
    assert shortened(named) == {named[0]: named[1]}


def test_an_army_of_which_no_more_is_said_is_bare() -> None:
    for words, is_bare in (("Oskeria's army", True), ("the military", True), ("Third Army", False)):
        said = profile(body(words))
        assert said.said.body is not None and bare(said, (said.said.body, said.country)) is is_bare


def test_names_of_bodies_that_were_taken_for_peoples() -> None:
    chairs, wrong = profile(body("Empty Chairs")), profile(person("Empty Chairs", public=False))
    assert bodies({chairs, wrong}, {}) == {wrong: chairs}
    assert bodies({wrong}, {}) == {}


def test_a_town_that_speaks_is_the_only_body_that_has_its_name() -> None:
    hospital, town = profile(body("Marun District Hospital")), profile(person("Marun", public=False))
    found = bodies({hospital, town}, {})[town]
    assert (found.form, found.said.body) == (Form.BODY, hospital.said.body)
    council = profile(body("the Marun city council"))
    assert bodies({hospital, council, town}, {}) == {}
    doctor = profile(person("Marun", "a doctor", public=False))
    assert bodies({hospital, doctor}, {}) == {}


def test_spellings_of_a_name_without_a_noun_are_one() -> None:
    rows = ("media office of Hezbollah", "information department of the Hizballah")
    found = Sources((body(n), "a") for n in rows)
    assert len({found.of(body(n), "a") for n in rows}) == 1
