from hypothesis import given
from hypothesis import strategies as st

from sayso.types.actor import ActorKind
from sayso.types.attribution import Polarity, VoiceKind
from sayso.types.claim import ClaimKind, Grounding, Report
from sayso.types.event import EventType, Role
from sayso.types.weighing import Modality, Side
from sayso.weighing.assertions import assertions
from tests.readings import odd_reading
from tests.reports import CONDITIONAL, DENIED, NOT, PLANNED, grounded
from tests.reports import report as story
from tests.weighing.made import Said, actor, report

POST = "The Harbour Post"


def one(text, said, **facts):
    (made,) = assertions(report(text, said, **facts))
    return made


def test_every_claim_of_a_report_is_an_assertion_in_its_order():
    made = assertions(story())
    assert [a.id for a in made] == [c.id for c in story().claims]
    assert [a.place for a in made] == list(range(len(made)))
    sides = {a.id: (a.side, a.modality) for a in made}
    assert sides["c1"] == (Side.AGAINST, Modality.DEED)  # "have not crossed"
    assert sides["c2"] == (Side.FOR, Modality.DEED)  # what the article thinks of it is its own affair
    assert sides["c3"] == (Side.FOR, Modality.PLAN)
    assert sides["c4"] == (Side.AGAINST, Modality.DEED)  # denied
    assert sides["c5"] == (Side.FOR, Modality.CONDITION)
    assert sides["c8"] == (Side.FOR, Modality.DEED)  # a demand is made
    assert sides["c9"] == (Side.FOR, Modality.CONDITION)  # what it demands is not done


def test_a_chain_ends_with_the_root_and_starts_with_the_article():
    defect = assertions(story())[1]
    assert [t.kind for t in defect.chain] == [VoiceKind.ARTICLE, VoiceKind.OUTLET, VoiceKind.UNNAMED]
    assert [t.name for t in defect.chain] == [None, "Meridian Daily", "opposition sources"]


def test_words_trigger_and_numbers_are_of_the_claim_without_its_source_and_its_time():
    text = "Two officials said that a column of 1,400 men entered Garda on Tuesday."
    said = Said("a column of 1,400 men entered Garda on Tuesday", "entered", source="Two officials", cue="said")
    made = one(text, said)
    assert made.numbers == ("1400",)
    assert made.trigger == "enter"
    assert made.words == ("column", "men", "enter", "garda", "tuesday")


def test_a_duration_is_a_quantity_and_a_date_is_none():
    made = assertions(story())
    assert all("2" not in a.numbers for a in made if a.id == "c2")  # March 2
    assert next(a for a in made if a.id == "c3").numbers == ("58",)


def test_what_the_documents_own_reporter_saw_is_the_articles():
    text = "A reporter of this newspaper saw three tanks in Garda."
    said = Said("three tanks", "tanks", source="A reporter of this newspaper", cue="saw", kind=VoiceKind.UNNAMED)
    made = one(text, said)
    assert [t.kind for t in made.chain] == [VoiceKind.ARTICLE]
    assert " ".join(s.of(text) for s in made.witnessed) == "A reporter of this newspaper saw"


def test_we_saw_is_first_hand_unless_somebody_else_says_we():
    text = "We saw two aircraft bomb the depot."
    assert [s.of(text) for s in one(text, Said("two aircraft bomb the depot", "bomb")).witnessed] == ["We saw"]
    text = "Ada Venn said that we saw two aircraft bomb the depot."
    said = Said("that we saw two aircraft bomb the depot", "bomb", source="Ada Venn", cue="said", kind=VoiceKind.PERSON)
    assert one(text, said).witnessed == ()


def test_a_reporter_whom_the_text_calls_its_own_is_no_source_besides():
    text = "From the roof our reporter Lina Sorvay watched. Lina Sorvay reports: the dam is gone."
    said = Said("the dam is gone", "gone", source="Lina Sorvay reports", cue="reports", name="Lina Sorvay",
                kind=VoiceKind.PERSON)  # fmt: skip
    made = one(text, said)
    assert [t.kind for t in made.chain] == [VoiceKind.ARTICLE] and made.witnessed


def test_who_reports_from_the_spot_is_the_outlets_own():
    text = "Lina Sorvay reports from the roof: the dam is gone. Petr Anselm reports the dam is whole."
    there = Said("the dam is gone", "gone", source="Lina Sorvay", cue="[reports] from", kind=VoiceKind.PERSON)
    other = Said("the dam is whole", "whole", source="Petr Anselm", cue="[reports] the", kind=VoiceKind.PERSON)
    first, second = assertions(report(text, there, other))
    assert len(first.chain) == 1 and first.witnessed
    assert second.chain[-1].name == "Petr Anselm" and not second.witnessed


def test_who_was_there_saw_what_the_paragraph_tells():
    text = "Our reporter stood at the gate. At noon it opened. Three tanks burned.\n\nThree jets crashed."
    assert one(text, Said("Three tanks burned", "burned")).witnessed
    assert not one(text, Said("Three jets crashed", "crashed")).witnessed


def test_what_the_paper_wrote_before_is_its_own_earlier_word():
    text = "We had written that three tanks burned."
    said = Said("three tanks burned", "burned", source="We", cue="had written", kind=VoiceKind.OUTLET)
    assert [(t.kind, t.name) for t in one(text, said, publisher=POST).chain[1:]] == [(VoiceKind.OUTLET, POST)]


def test_who_is_meant_by_he_who_and_by_their_report():
    text = "Shells fell, Ada Venn said. It was he who counted that three tanks burned."
    before = Said("Shells fell", "fell", source="Ada Venn", cue="said", kind=VoiceKind.PERSON)
    who = Said("three tanks burned", "burned", source="he who", cue="counted", name="he who", kind=VoiceKind.UNNAMED)
    assert assertions(report(text, before, who))[-1].chain[-1].name == "Ada Venn"
    text = "The harbour office was there. Three tanks burned, their report says."
    said = Said("Three tanks burned", "burned", source="their report", cue="says", kind=VoiceKind.DOCUMENT)
    (made,) = assertions(report(text, said, actors=[actor(text, "harbour office", ActorKind.ORGANISATION)]))
    assert made.chain[-1].name == "harbour office"


def test_our_editors_are_the_paper_whomever_they_speak_to():
    text = "To those who doubt it, our editors say: nothing was staged."
    said = Said("nothing was staged", "staged", source="our editors", cue="say", kind=VoiceKind.UNNAMED,
                via=(("those who doubt it", VoiceKind.UNNAMED, "To"),))  # fmt: skip
    assert len(one(text, said, publisher=POST).chain) == 1


def test_data_of_nobody_are_no_document():
    text = "According to preliminary data, three tanks burned."
    said = Said("three tanks burned", "burned", source="preliminary data", cue="According to", kind=VoiceKind.DOCUMENT)
    assert len(one(text, said).chain) == 1


def test_an_article_that_saw_nothing_itself_witnesses_nothing():
    text = "Three tanks burned in Garda. A reporter of this newspaper saw smoke in Lindra."
    assert one(text, Said("Three tanks burned", "burned")).witnessed == ()
    text = "Kestrel News said that three tanks burned."
    said = Said("three tanks burned", "burned", source="Kestrel News", cue="said", kind=VoiceKind.OUTLET)
    made = one(text, said, publisher=POST)
    assert made.witnessed == () and made.chain[-1].name == "Kestrel News"


def test_an_interview_of_ones_own_is_first_hand_for_the_one_who_gave_it_only():
    text = "The mayor told The Harbour Post that shells fell, but the army said that guns were silent."
    mayor = Said("shells fell", "fell", source="The mayor", cue="told")
    army = Said("guns were silent", "silent", source="the army", cue="said")
    first, second = assertions(report(text, mayor, army, publisher=POST))
    assert [s.of(text) for s in first.witnessed] == ["told The Harbour Post"]
    assert second.witnessed == ()
    assert assertions(report(text, mayor, publisher="Kestrel News"))[0].witnessed == ()


def test_a_withdrawal_is_against_what_was_said():
    text = "The regional defence withdrew its statement that troops had entered the region."
    said = Said("its statement that troops had entered the region", "entered", source="The regional defence",
                cue="withdrew")  # fmt: skip
    made = one(text, said)
    assert made.side is Side.AGAINST
    assert [s.of(text) for s in made.withdrawal] == ["withdrew its statement"]
    assert made.chain[-1].name == "The regional defence"


def test_who_takes_back_ends_the_chain_also_where_it_is_no_marked_source():
    text = "On Monday Kestrel News retracted a report that troops had entered the region."
    said = Said("Kestrel News retracted a report that troops had entered the region", "entered")
    made = one(text, said, actors=(actor(text, "Kestrel News", ActorKind.OUTLET, "kstrl"),))
    assert [(t.kind, t.name, t.key) for t in made.chain[1:]] == [(VoiceKind.OUTLET, "Kestrel News", "kstrl")]
    assert made.side is Side.AGAINST


def test_a_withdrawal_of_troops_or_one_refused_is_none():
    text = "The army withdrew its troops after shells had hit the town."
    assert one(text, Said("shells had hit the town", "hit")).withdrawal == ()
    text = "The army did not withdraw its statement that shells had hit the town."
    said = Said("its statement that shells had hit the town", "hit", source="The army", cue="did not withdraw",
                polarity=Polarity.WITHHELD)  # fmt: skip
    made = one(text, said)
    assert made.withdrawal == () and made.side is Side.FOR


def test_a_correction_of_the_article_is_its_own():
    text = "An earlier version of this article wrongly said that the mayor had been arrested."
    said = Said("that the mayor had been arrested", "arrested", source="this article", cue="wrongly said",
                kind=VoiceKind.UNNAMED)  # fmt: skip
    made = one(text, said)
    assert [t.kind for t in made.chain] == [VoiceKind.ARTICLE]
    assert made.side is Side.AGAINST and made.withdrawal


def test_a_denial_that_only_points_is_about_the_event_before_it():
    text = "The mayor said that shells hit the market. The army denied it. The bank could not confirm the report."
    hit = Said("shells hit the market", "hit", source="The mayor", cue="said", who="shells")
    denial = Said("it.", source="The army", cue="denied", polarity=Polarity.DENIED)
    doubt = Said("the report", source="The bank", cue="could not confirm", polarity=Polarity.WITHHELD)
    found = assertions(report(text, hit, denial, doubt))
    assert [a.side for a in found] == [Side.FOR, Side.AGAINST, Side.OPEN]
    assert {a.type for a in found} == {EventType.ASSAULT} and {a.kind for a in found} == {ClaimKind.EVENT}
    assert {a.words for a in found} == {found[0].words}
    assert [a.chain[-1].name for a in found] == ["The mayor", "The army", "The bank"]


def test_a_rejected_accusation_is_a_denied_deed():
    text = "Norrin said that Velmar shelled the town. Velmar's king rejected the accusation."
    deed = Said("Velmar shelled the town", "shelled", source="Norrin", cue="said")
    rejects = Said("the accusation", "accusation", type=EventType.ACCUSE, source="Velmar's king", cue="rejected",
                   polarity=Polarity.DENIED)  # fmt: skip
    found = assertions(report(text, deed, rejects))
    assert (found[1].side, found[1].type, found[1].trigger) == (Side.AGAINST, EventType.ASSAULT, "shell")


def test_a_threat_is_done_and_what_is_threatened_is_not():
    text = "Velmar threatened to shell the bridge."
    threat = Said("Velmar threatened to shell the bridge", "threatened", type=EventType.THREATEN, status=PLANNED)
    inner = Said("to shell the bridge", "shell", status=CONDITIONAL, source="Velmar", cue="threatened")
    found = assertions(report(text, threat, inner))
    assert [a.modality for a in found] == [Modality.DEED, Modality.CONDITION]
    assert [a.chain[-1].name for a in found] == ["Velmar", "Velmar"]  # it is Velmar that says so, in both


def test_participants_are_compared_by_public_keys_only():
    text = "Velmar troops shelled the town."
    troops = actor(text, "Velmar troops", ActorKind.FORCE, "vlmr", country="BY")
    made = one(text, Said(text[:-1], "shelled", who="Velmar troops"), actors=(troops,))
    assert [(t.role, t.key, t.country) for t in made.taking] == [(Role.ACTOR, "vlmr", "BY")]
    private = actor(text, "Velmar troops", ActorKind.PERSON, "vlmr", public=False)
    assert one(text, Said(text[:-1], "shelled", who="Velmar troops"), actors=(private,)).taking[0].key is None


@given(st.sampled_from([NOT, DENIED, PLANNED, CONDITIONAL]), st.sampled_from([*EventType]))
def test_what_a_voice_withholds_is_open_whatever_the_status(status, type_):
    text = "The army did not say whether it had shelled the town."
    said = Said("whether it had shelled the town", "shelled", type_, status, "The army", "did not say")
    assert one(text, said).side is Side.OPEN


@given(st.text(min_size=1, max_size=60), st.integers(0, 2**32))
def test_odd_readings_give_an_assertion_for_each_claim(text, seed):
    read = odd_reading(text, seed)
    made = Report(read, grounded(read))
    found = assertions(made)
    assert [a.id for a in found] == [c.id for c in made.claims]
    for a in found:
        spans = (*a.witnessed, *a.withdrawal, *(s for t in a.chain for s in t.cue))
        assert all(s.end <= len(text) for s in spans)
        assert a.chain
    assert assertions(made) == found
    assert assertions(Report(read, Grounding((), (), (), (), (), ()))) == ()


def test_what_a_reporter_saw_a_sentence_later_is_at_first_hand():
    text = "Two planes came along the river. We saw them for a moment."
    assert one(text, Said("Two planes came along the river", "came")).witnessed
    text = "Two planes came along the river. We saw smoke in Lindra."
    assert one(text, Said("Two planes came along the river", "came")).witnessed == ()


def test_the_outlet_that_takes_a_report_back_is_whose_withdrawal_it_is():
    text = "Quillon Wire retracted its report that the president had signed a decree."
    quillon = actor(text, "Quillon Wire", ActorKind.OUTLET)
    president = actor(text, "the president", ActorKind.PERSON)
    said = Said(
        "the president had signed a decree",
        "signed",
        source="the president",
        cue="report",
        kind=VoiceKind.PERSON,
        via=(("Quillon Wire", VoiceKind.OUTLET, "retracted"),),
    )
    made = one(text, said, actors=(quillon, president))
    assert made.withdrawal and made.side is Side.AGAINST
    assert [t.name for t in made.chain[1:]] == ["Quillon Wire"]
