"""What descriptions say of somebody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.phrases import describe, nation, stem


@pytest.mark.parametrize(
    ("words", "role", "head", "kept", "country"),
    [
        ("a spokesman of the regional territorial defence", "spokesman", "territorial defence", set(), None),
        ("spokesman for the Territorial Defence Forces North", "spokesman", "territorial defence", {"north"}, None),
        ("Ukraine's Ministry of Defence", None, "ministry", {"defence"}, "UA"),
        ("MoD in Kyiv", None, "ministry", {"defence"}, "UA"),
        ("the Pentagon", None, "ministry", {"defence"}, "US"),
        ("the defence minister", "minister", "ministry", {"defence"}, None),
        ("the Velmar coast guard", None, "coast guard", set(), "~velmar"),
        ("the governor of the Kolvast region", "governor", "administration", {"kolvast"}, None),
        ("Kremlin spokesman", "spokesman", "presidency", set(), "RU"),
        ("analyst at the Steppe Crisis Monitor", "analyst", "monitor", {"crisis", "steppe"}, None),
        ("Kyiv", None, "government", set(), "UA"),
        ("Chernihiv Regional Prosecutor's Office", None, "prosecution", {"chernihiv"}, None),
        ("River Observer Mission", None, "monitor", {"river", "mission"}, None),
        ("the military spokesman of the Sons of the Ridge", "spokesman", "~son", {"son", "ridge"}, None),
        ("the leader of the separatists in Donetsk", "leader", "separatist", {"donetsk"}, None),
        ("Hezbollah's media office", "media office", "~hezbollah", {"hezbollah"}, None),
        ("the Russian-installed head of Crimea", "head", "administration", {"crimea"}, "RU"),
        ("commander-in-chief of Ukraine", "commander-in-chief", "army", set(), "UA"),
    ],
)
def test_role_body_and_country(words: str, role: str | None, head: str, kept: set[str], country: str | None) -> None:
    said = describe(words)
    assert said.body is not None
    assert (said.role, said.body.head, set(said.body.words), said.country) == (role, head, kept, country)


@pytest.mark.parametrize(
    ("words", "sorts"),
    [
        ("officials", "s"),
        ("a resident of Mill Street", "c"),
        ("opposition sources", "o"),
        ("security sources", "s"),
        ("doctors", "ac"),
        ("people familiar with the matter", "abcefmos"),
        ("rebel fighters", "f"),
        ("shipping industry sources", "b"),
    ],
)
def test_whom_people_without_a_name_may_be(words: str, sorts: str) -> None:
    assert "".join(sorted(describe(words).sorts)) == sorts


def test_the_word_us_is_no_country() -> None:
    assert describe("US officials").country == "US"
    assert describe("officials told us").country is None


def test_bodies_of_many_states_are_no_states() -> None:
    said = describe("the UN monitoring mission in Ukraine")
    assert said.country is None
    assert said.body is not None
    assert not said.body.state


def test_who_was_something_speaks_for_it_no_more() -> None:
    said = describe("the former defence minister")
    assert said.body is None
    assert not said.held


def test_a_country_and_its_adjective_have_one_stem() -> None:
    assert stem("Halvary") == stem("Halvarian") == stem("Halvarians")
    assert stem("Velmar") != stem("Veldur")


@given(st.text(max_size=60))
def test_any_words_can_be_described(words: str) -> None:
    assert describe(words).sorts


def test_a_town_that_a_body_is_in_may_be_no_country() -> None:
    assert describe("interior ministry in Brackholm").seat
    assert not describe("Brackholm's interior ministry").seat
    assert not describe("ministry of defence in London").seat


def test_a_press_office_behind_the_name_of_its_party() -> None:
    one, other = describe("Civic Forward press office"), describe("press office of Civic Forward")
    assert one.spokes and one.body == other.body and one.body is not None


def test_a_mission_that_watches_is_no_embassy() -> None:
    assert describe("Sound Monitoring Mission").sorts == {"e"}
    assert describe("the Velmar mission").sorts == {"s"}


def test_an_authority_of_something_is_a_body_and_has_a_head() -> None:
    head, body = describe("head of the harbour authority"), describe("harbour authority")
    assert head.body == body.body is not None
    assert describe("authorities").body is None


def test_a_deputy_is_of_the_office_that_he_is_deputy_of() -> None:
    said = describe("Deputy Defence Minister")
    assert said.body is not None and (said.body.head, said.body.branch) == ("ministry", "military")
    assert said.held and not said.speaks


def test_who_speaks_for_a_family_is_not_of_the_office_of_its_head() -> None:
    said = describe("spokesman of the family of Karesta's president")
    assert said.spokes and said.body is not None and said.body.head == "~family"


def test_an_armed_group_is_no_army_because_its_spokesman_is_a_military_one() -> None:
    group, state = describe("military spokesman of the Silver Ridge"), describe("military spokesman of Haddur")
    assert group.body is not None and group.body.head.startswith("~")
    assert state.body is not None and state.body.head == "army"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Monitors of the OSCE", "OSCE's Special Monitoring Mission"),
        ("OSCE's Special Monitoring Mission", "the OSCE mission in eastern Ukraine"),
        ("OBSE in eastern Ukraine", "OSCE"),
        ("the Air Forces of Ukraine", "Ukraine's air force"),
        ("the Russian military department", "Russia's defence ministry"),
        ("the Regional Prosecutor's Office", "Fiscalía"),
        ("the army command in Kyiv", "Ukraine's armed forces"),
        ("General Command", "the army"),
        ("3rd Separate Assault Brigade", "Third Assault Brigade"),
    ],
)
def test_bodies_in_other_words_and_translations(one: str, other: str) -> None:
    assert describe(one).body == describe(other).body


def test_a_nation_is_nobody_who_speaks() -> None:
    assert nation("Russians") and nation("Ukrainians")
    assert not any(map(nation, ("Russia", "Russian officials", "Halyna", "")))


def test_an_observer_mission_is_a_body_and_its_observer_is_not() -> None:
    mission, man = describe("River Observer Mission"), describe("observer of the River Mission")
    assert mission.role is None and mission.body is not None and mission.body.branch == "monitor"
    assert man.role == "observer"


def test_who_held_an_office_until_yesterday_speaks_for_it_no_more() -> None:
    for words in ("general who until Monday commanded the Third Corps", "commander who up to Monday led the army"):
        assert describe(words).former and describe(words).body is None


@pytest.mark.parametrize("words", ["the Presidential Chancellery", "Third Separate Assault Brigade", "the River Corps"])
def test_words_in_the_name_of_a_body_are_no_countries(words: str) -> None:
    said = describe(words)
    assert said.country is None and said.body is not None and said.body.state


def test_where_a_diplomat_is_posted_is_not_the_state_that_he_is_of() -> None:
    assert describe("a European diplomat posted to Minsk").country is None
    assert describe("a Ukrainian diplomat posted to Minsk").country == "UA"


def test_an_organ_of_a_state_that_others_call_none_may_be_an_armed_group() -> None:
    said = describe('an official in the "republic\'s" security department')
    assert said.sorts == {"s", "f"} and said.country is None
