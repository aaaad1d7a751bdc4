import pytest

from sayso.types.actor import ActorKind
from tests.grounding.actors.support import read


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Belarusian forces left.", "Belarusian forces", ActorKind.FORCE, "BY"),
        ("The defence ministry spokesman left.", "defence ministry spokesman", ActorKind.PERSON, None),
        ("They saw armed rebels.", "armed rebels", ActorKind.GROUP, None),
        ("Fourteen officers left.", "officers", ActorKind.GROUP, None),
        ("The chief of the General Staff left.", "chief of the General Staff", ActorKind.PERSON, None),
        ("A watchwoman left.", "watchwoman", ActorKind.PERSON, None),
        ("The ministry of defence of Chad left.", "ministry of defence of Chad", ActorKind.ORGANISATION, "TD"),
    ],
)
def test_descriptions_of_actors(text: str, name: str, kind: ActorKind, country: str | None) -> None:
    found = read(text)
    assert (found[name].kind, found[name].country) == (kind, country)


def test_an_owner_belongs_to_the_name_of_a_body_and_not_to_its_mention() -> None:
    actor = read("[C:Niger]'s defence ministry left.")["Niger's defence ministry"]
    assert (actor.country, actor.key) == ("NE", "ne defence ministry")
    assert actor.mentions[0].span.begin == len("Niger's ")


@pytest.mark.parametrize("text", ["They head north.", "Guard it well.", "It rained.", "He will report it."])
def test_verbs_and_bare_nouns_are_no_actors(text: str) -> None:
    assert read(text) == {}


def test_a_title_before_a_name_is_no_actor_of_its_own() -> None:
    assert set(read("Rebel commander [P:Abel Kay] left.")) == {"Abel Kay"}
