from dataclasses import replace

from sayso.types.actor import ActorKind, ActorMention
from sayso.types.attribution import VoiceKind
from sayso.weighing.people import People
from sayso.weighing.tellers import Voices, of_actor
from tests.readings import spot
from tests.weighing.made import Said, actor, report

TEXT = (
    "Kestrel News reported on Monday, citing Vitaliy Kyrylov, a spokesman of the regional defence, that troops entered."
    " Ada Venn, a baker, said that shells fell. A Belarusian official said that guns fired. He added that it rained."
)
KYRYLOV = actor(TEXT, "Vitaliy Kyrylov", ActorKind.PERSON, "vtli krlv")
VENN = actor(TEXT, "Ada Venn", ActorKind.PERSON, None, public=False)
STATE = actor(TEXT, "Belarusian", ActorKind.STATE, "by", country="BY")
SAID = (
    Said(
        "that troops entered",
        source="Vitaliy Kyrylov, a spokesman of the regional defence",
        cue="citing",
        name="Vitaliy Kyrylov",
        kind=VoiceKind.PERSON,
        via=(("Kestrel News", VoiceKind.OUTLET, "reported"),),
    ),
    Said("that shells fell", source="Ada Venn", cue="[said] that shells", kind=VoiceKind.PERSON, public=False),
    Said(
        "that guns fired",
        source="A Belarusian official",
        cue="[said] that guns",
        name="Belarusian official",
        kind=VoiceKind.UNNAMED,
        public=False,
    ),
    Said("it rained", source="He", cue="added", name="Vitaliy Kyrylov", kind=VoiceKind.PERSON),
)


def chains(said=SAID, actors=(KYRYLOV, VENN, STATE)):
    made = report(TEXT, *said, actors=actors)
    voices = Voices(made, People(made))
    return [voices.chain(claim).tellers for claim in made.claims]


def test_a_chain_runs_from_the_article_to_the_root_with_the_words_of_each():
    article, kestrel, kyrylov = chains()[0]
    assert (article.kind, article.name, article.key) == (VoiceKind.ARTICLE, None, None)
    assert (kestrel.kind, kestrel.name) == (VoiceKind.OUTLET, "Kestrel News") and kestrel.key
    assert [s.of(TEXT) for s in kestrel.cue] == ["reported"]
    assert (kyrylov.key, kyrylov.office) == ("vtli krlv", "spokesman of the regional defence")
    assert [s.of(TEXT) for s in kyrylov.cue] == ["citing"]
    assert kyrylov.mention == spot("Vitaliy Kyrylov", TEXT)


def test_an_office_holds_wherever_the_voice_speaks_and_the_mention_is_where_it_does():
    later = chains()[3][-1]
    assert later.office == "spokesman of the regional defence"
    assert later.mention == spot("He", TEXT)


def test_private_persons_and_unnamed_people_have_no_key():
    venn, official = chains()[1][-1], chains()[2][-1]
    assert (venn.key, venn.office, venn.public) == (None, None, False)
    assert (official.key, official.country) == (None, "BY")


def test_an_office_of_the_actor_counts_where_no_source_says_more():
    text = "The mayor of Garda, Ivan Petrenko, came. Petrenko said that shells fell."
    mayor = actor(text, "Ivan Petrenko", ActorKind.PERSON, "k", office=spot("mayor of Garda", text))
    mayor = replace(mayor, mentions=(*mayor.mentions, ActorMention(spot("[Petrenko] said", text), "name")))
    said = Said("that shells fell", source="[Petrenko] said", cue="said", name="Ivan Petrenko", kind=VoiceKind.PERSON)
    made = report(text, said, actors=(mayor,))
    (claim,) = made.claims
    assert Voices(made, People(made)).chain(claim).tellers[-1].office == "mayor of Garda"


def test_an_actor_that_is_no_marked_source_can_tell():
    teller = of_actor(VENN, spot("Ada Venn", TEXT), spot("added", TEXT))
    assert (teller.kind, teller.key, teller.public) == (VoiceKind.PERSON, None, False)
    assert of_actor(STATE, spot("Belarusian", TEXT), spot("added", TEXT)).kind is VoiceKind.ORGANISATION
