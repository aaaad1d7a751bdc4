from dataclasses import replace

from sayso.types.actor import ActorKind, ActorMention
from sayso.types.attribution import VoiceKind
from sayso.weighing.assertions import assertions
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


def last(text, said, *actors):
    made = report(text, said, actors=actors)
    return Voices(made, People(made)).chain(made.claims[-1]).tellers[-1]


def test_a_dateline_is_nobody():
    text = "KOLVAST - Governor Ilan Torv broke his silence. Planes bombed it, he said."
    torv = actor(text, "Ilan Torv", ActorKind.PERSON, "trv", office=spot("Governor", text))
    said = Said("Planes bombed it", source="he", cue="[said].", name="KOLVAST", kind=VoiceKind.PERSON, public=False)
    found = last(text, said, torv)
    assert (found.name, found.office) == ("Ilan Torv", "Governor")
    assert last(text, said).name == "KOLVAST"


def test_the_whole_name_stands_for_a_part_of_it():
    text = "Harl Vess rejected that planes bombed it."
    said = Said(
        "planes bombed it", source="Harl Vess", cue="rejected", name="Vess", kind=VoiceKind.PERSON, public=False
    )
    assert last(text, said).name == "Harl Vess"


def test_people_without_a_name_are_what_they_were_called_first():
    text = "It was handed to us by a source in the Defence Ministry. The source said that it was real."
    said = Said("it was real", source="The source", cue="said", name="source", kind=VoiceKind.UNNAMED)
    made = report(text, said)
    voices = Voices(made, People(made))
    assert voices.chain(made.claims[0]).tellers[-1].office == "source in the Defence Ministry"


def test_a_spokeswoman_is_of_the_body_that_was_named_last():
    text = "The ministry sticks to it. It is false, spokeswoman Rika Stold said."
    ministry = actor(text, "ministry", ActorKind.ORGANISATION)
    said = Said("It is false", source="spokeswoman Rika Stold", cue="said", name="Rika Stold", kind=VoiceKind.PERSON)
    assert last(text, said, ministry).office == "spokeswoman of ministry"
    assert last(text, said).office == "spokeswoman"


def test_somebody_is_named_a_sentence_after_the_office():
    text = (
        "Three were poisoned, the head physician of the Marun District Hospital said. It was poison, Alva Renn told us."
    )
    first = Said(
        "Three were poisoned",
        source="the head physician of the Marun District Hospital",
        cue="said",
        name="head physician",
        kind=VoiceKind.UNNAMED,
    )
    renn = Said("It was poison", source="Alva Renn", cue="told", kind=VoiceKind.PERSON, public=False)
    made = report(text, first, renn)
    found = Voices(made, People(made)).chain(made.claims[1]).tellers[-1]
    assert (found.office, found.public) == ("head physician of the Marun District Hospital", True)
    assert last(text, renn).office is None


def test_it_is_the_body_that_was_named_last_and_whose_paper_is_the_towns():
    text = "The cooperative gave figures. Wheat burned, it said."
    cooperative = actor(text, "cooperative", ActorKind.ORGANISATION)
    said = Said("Wheat burned", source="[it] said", cue="said", name="it", kind=VoiceKind.UNNAMED)
    assert last(text, replace(said, name="it said", source="it said")).name == "it said"
    made = report(text, said, actors=(cooperative,))
    voice = replace(made.attributions[0].voice, name="it", mention=spot("[it] said", text))
    assert Voices(made, People(made)).teller(voice).name == "cooperative"
    text = "Some came from Norrsund, whose local paper saw him."
    voice = replace(voice, kind=VoiceKind.OUTLET, name="whose local paper", mention=spot("whose local paper", text))
    made = report(text)
    assert Voices(made, People(made)).teller(voice).name == "Norrsund local paper"


def test_the_office_of_another_sentence_makes_somebody_public_by_his_whole_name():
    text = "Shells fell, Koro said. Three are well, said Ada Koro, who speaks for the coast guard."
    said = Said(
        "Shells fell", source="[Koro] said", cue="[said]. Three", name="Koro", kind=VoiceKind.PERSON, public=False
    )
    found = last(text, said)
    assert (found.name, found.office, found.public) == ("Ada Koro", "spokesman of the coast guard", True)
    assert found.key
    text = "Shells fell, Arsen Kholm said. Arsen Kholm, call sign Terek, leads the militia Sever."
    said = Said(
        "Shells fell", source="[Arsen Kholm] said", cue="said", name="Arsen Kholm", kind=VoiceKind.PERSON, public=False
    )
    assert last(text, said).name == "Arsen Kholm (Terek)"


def test_a_person_that_was_taken_for_a_body_is_one_where_the_text_says_so():
    text = "Shells fell, Ilvan Morrek, head of Sarn territory, said. The Civic Forward, an opposition party, left."
    assert last(text, Said("Shells fell", source="Ilvan Morrek", cue="said")).kind is VoiceKind.PERSON
    assert last(text, Said("left", source="Civic Forward", cue="left")).kind is VoiceKind.ORGANISATION


def test_its_press_service_is_that_of_the_body_that_was_named_last():
    text = "The coast guard denied it. Nobody came back, its press service said."
    guard = actor(text, "coast guard", ActorKind.ORGANISATION)
    said = Said("Nobody came back", source="its press service", cue="said")
    assert last(text, said, guard).name == "press service of coast guard"
    assert last(text.replace("it. ", "it.\n\n"), said).name == "its press service"


def test_a_given_name_that_was_cut_off_has_its_family_name_again():
    text = "He is alive, said the militia's spokesman, Youssef at-Tamran, on Tuesday."
    said = Said("He is alive", source="spokesman, Youssef", cue="said", name="Youssef", kind=VoiceKind.PERSON)
    made = report(text, said)
    voice = replace(made.attributions[0].voice, mention=spot("Youssef", text))
    assert Voices(made, People(made)).teller(voice).name == "Youssef at-Tamran"


def test_their_force_is_that_of_the_people_who_were_named_last():
    text = "UN peacekeepers looked at Lebanon. Nothing was hit, their force said."
    peace, land = actor(text, "UN peacekeepers", ActorKind.GROUP), actor(text, "Lebanon", ActorKind.STATE)
    said = Said("Nothing was hit", source="their force", cue="[said].")
    made = report(text, said, actors=(peace, land))
    voice = made.attributions[0].voice
    assert Voices(made, People(made)).teller(voice).name == "force of UN peacekeepers"
    text = text.replace("their force", "its force")
    made = report(text, replace(said, source="its force"), actors=(peace, land))
    assert Voices(made, People(made)).teller(made.attributions[0].voice).name == "force of Lebanon"


def names(text, said, *actors):
    (made,) = assertions(report(text, said, actors=[actor(text, name, kind) for name, kind in actors]))
    return [(t.kind, t.name) for t in made.chain[1:]]


def test_what_is_no_voice_is_left_out():
    text = "The shells came from the side held by the Russians."
    assert names(text, Said("The shells came", "came", source="the Russians", cue="held")) == []
    text = "No jet flew, in keeping with the truce of March."
    assert names(text, Said("No jet flew", "flew", source="the truce of March", cue="in keeping with")) == []


def test_a_name_that_was_cut_is_whole_again():
    text = "Stillframe Nine, a group that looks at pictures, says that troops landed."
    said = Said("troops landed", "landed", source="Stillframe Nine, a group that looks at pictures", cue="says",
                name="Nine", kind=VoiceKind.UNNAMED)  # fmt: skip
    assert names(text, said) == [(VoiceKind.ORGANISATION, "Stillframe Nine")]


def test_our_people_say_nothing():
    text = "The water that our people drink, they bombed it."
    assert names(text, Said("they bombed it", "bombed", source="our people", cue="drink")) == []


def test_a_purpose_is_no_voice():
    text = "In support of the people of Gaza, rockets flew."
    said = Said("rockets flew", "flew", source="support of the people of Gaza", cue="In", kind=VoiceKind.UNNAMED)
    assert names(text, said) == []


def test_who_only_confirms_does_not_have_it_from_the_other():
    text = "Two missiles flew, the group claims, and the army confirms."
    said = Said(
        "Two missiles flew",
        "flew",
        source="the group",
        cue="claims",
        via=(("the army", VoiceKind.ORGANISATION, "confirms"),),
    )
    assert [name for _, name in names(text, said)] == ["the group"]


def test_what_somebody_has_put_out_is_his_word():
    text = "The Third Brigade's bulletins say that the town fell."
    said = Said("the town fell", "fell", source="The Third Brigade's bulletins", cue="say", kind=VoiceKind.DOCUMENT)
    assert names(text, said, ("Third Brigade", ActorKind.FORCE)) == [(VoiceKind.ORGANISATION, "Third Brigade")]


def test_a_time_before_a_name_and_a_picture_without_one():
    text = "A week later the harbour office stated that troops landed."
    said = Said("troops landed", "landed", source="A week later the harbour office", cue="stated",
                name="week later the harbour office", kind=VoiceKind.UNNAMED)  # fmt: skip
    assert [name for _, name in names(text, said, ("harbour office", ActorKind.ORGANISATION))] == ["harbour office"]
    text = "A second frame from the release shows that troops landed."
    said = Said("troops landed", "landed", source="A second frame from the release", cue="shows",
                name="second frame from the release", kind=VoiceKind.UNNAMED)  # fmt: skip
    assert [kind for kind, _ in names(text, said)] == [VoiceKind.DOCUMENT]
