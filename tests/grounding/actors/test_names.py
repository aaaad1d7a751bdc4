import pytest

from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from tests.grounding.actors.support import read, says


def test_titles_and_articles_are_no_part_of_a_name() -> None:
    found = read("[P:General Marta Lund] met [O:the Harbour Union].")
    assert found["Marta Lund"].kind is ActorKind.PERSON
    assert found["Harbour Union"].kind is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("[M:the Third Brigade] left.", "Third Brigade", ActorKind.FORCE),
        ("[O:Northern Home Guard] left.", "Northern Home Guard", ActorKind.FORCE),
        ("[C:Chad] left.", "Chad", ActorKind.STATE),
        ("[O:Kremlin] aides left.", "Kremlin", ActorKind.STATE),
        ("[N:Ukrainians] left.", "Ukrainians", ActorKind.GROUP),
    ],
)
def test_kinds_of_names(marked: str, name: str, kind: ActorKind) -> None:
    assert read(marked)[name].kind is kind


def test_a_capital_is_its_government_where_it_speaks_and_a_place_elsewhere() -> None:
    text = "Minsk denied it. Nobody was hurt in Minsk."
    said = [says(text, "Minsk", "it", "Minsk", VoiceKind.ORGANISATION)]
    found = read("[L:Minsk] denied it. Nobody was hurt in [L:Minsk].", said)["Minsk"]
    assert (found.kind, found.country, len(found.mentions)) == (ActorKind.STATE, "BY", 1)
    assert read("Nobody was hurt in [L:Minsk].") == {}


def test_countries_inside_longer_names_and_before_titles_are_states() -> None:
    assert read("It rained in [L:Aceh, Indonesia].")["Indonesia"].country == "ID"
    assert read("[P:Malaysia's Prime Minister Anwar Tan] left.")["Malaysia"].country == "MY"
    assert "us" not in {name.casefold() for name in read("They told us so.")}


def test_a_voice_tells_what_its_name_is() -> None:
    text = "Harbour Post wrote that it rained."
    said = [says(text, "Harbour Post", "that it rained", "Harbour Post", VoiceKind.OUTLET)]
    assert read("[P:Harbour Post] wrote that it rained.", said)["Harbour Post"].kind is ActorKind.OUTLET


def test_a_description_that_was_taken_for_a_name_is_a_description() -> None:
    found = read("[O:Russia's defence minister] left.")
    assert found["Russia's defence minister"].kind is ActorKind.PERSON
    assert found["Russia"].kind is ActorKind.STATE


def test_months_and_lone_titles_are_no_names() -> None:
    assert read("[P:March] came, and [O:Ministry] too.") == {}
