from dataclasses import replace

from sayso.types.actor import ActorKind, ActorMention
from sayso.types.span import Span
from sayso.weighing.people import People, everyone
from tests.readings import spot
from tests.weighing.made import Said, actor, report

TEXT = "Belarus' defence ministry spoke. The ministry's spokesman and Ada Venn spoke. Its chief left."
STATE = actor(TEXT, "Belarus", ActorKind.STATE, "by", country="BY")
MINISTRY = replace(
    actor(TEXT, "defence ministry", ActorKind.ORGANISATION, "dfns"),
    mentions=(
        ActorMention(spot("defence ministry", TEXT), "name"),
        ActorMention(spot("The [ministry]", TEXT), "alias"),
        ActorMention(spot("Its", TEXT), "pronoun"),
    ),
)
VENN = actor(TEXT, "Ada Venn", ActorKind.PERSON, None, public=False)
PEOPLE = People(report(TEXT, actors=(VENN, MINISTRY, STATE)))


def test_who_is_named():
    assert PEOPLE.named(spot("defence ministry", TEXT)) == MINISTRY
    assert PEOPLE.named(spot("Ada Venn", TEXT)) == VENN
    assert PEOPLE.named(spot("chief", TEXT)) is None
    assert PEOPLE.named(Span(0, len(TEXT))) is None  # a name within much else is not what that names


def test_bodies_stand_under_their_fullest_name():
    assert PEOPLE.expanded(TEXT, spot("The ministry's spokesman", TEXT)) == "The defence ministry's spokesman"
    assert PEOPLE.expanded(TEXT, spot("Its chief", TEXT)) == "defence ministry's chief"
    assert PEOPLE.expanded(TEXT, spot("defence ministry spoke", TEXT)) == "defence ministry spoke"


def test_the_one_country_that_is_named():
    assert PEOPLE.country([spot("Belarus' defence ministry", TEXT)]) == "BY"
    assert PEOPLE.country([spot("Ada Venn", TEXT)]) is None


def test_who_is_named_last_before():
    found = PEOPLE.before(TEXT.index("left"), TEXT.index("The ministry"))
    assert found is not None and found[1] == MINISTRY
    assert PEOPLE.before(TEXT.index("left"), TEXT.index("chief")) is None


def test_all_who_are_named_before():
    found = list(PEOPLE.named_before(TEXT.index("left"), 0))
    assert found[0][0].begin > found[-1][0].begin
    assert [a for _, a in found if a == MINISTRY]
    assert list(PEOPLE.named_before(0, 0)) == []


def test_every_voice_of_a_report_is_found_by_its_id():
    made = report(TEXT, Said("Its chief left", source="Ada Venn", cue="[spoke]. Its", name="Ada Venn"))
    found = everyone(made)
    assert made.attributions[0].voice.id in found and all(voice.id == id for id, voice in found.items())
