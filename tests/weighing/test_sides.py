import pytest

from sayso.types.attribution import Polarity
from sayso.types.event import EventType
from sayso.types.weighing import Modality, Side
from sayso.weighing.sides import Words, modality_of, side_of_content, side_of_event
from tests.reports import CONDITIONAL, DENIED, NOT, ONGOING, PAST, PLANNED, REPORTED

SAID, DENY, SILENT = Polarity.AFFIRMED, Polarity.DENIED, Polarity.WITHHELD
FOR, AGAINST, OPEN = Side.FOR, Side.AGAINST, Side.OPEN


def side(before, status=PAST, polarity=SAID, behind="", cue="said", type_=EventType.ASSAULT):
    return side_of_event(type_, status, polarity, Words(before, behind, cue))


@pytest.mark.parametrize(
    ("before", "status", "polarity", "cue", "expected"),
    [
        ("that shells had ", PAST, SAID, "said", FOR),
        ("that shells had not ", NOT, SAID, "said", AGAINST),
        ("that shells had ", DENIED, DENY, "denied", AGAINST),
        ("that shells had ", PAST, DENY, "denied", AGAINST),
        ("that shells had ", NOT, DENY, "denied", AGAINST),  # the status repeats the denial
        ("that it had not ", DENIED, DENY, "denied", FOR),
        ("that it had never ", NOT, DENY, "denied", FOR),
        ("whether shells had ", REPORTED, SILENT, "declined to comment on", OPEN),
        ("that shells had ", PAST, SILENT, "could not confirm", OPEN),
        ("it had no evidence that shells had ", DENIED, SAID, "said", OPEN),
        ("it had seen no indication that troops had ", NOT, SAID, "said", OPEN),
        ("there was no sign of an ", NOT, SAID, "said", OPEN),
        ("it was looking into reports that a drone ", PAST, SAID, "said", OPEN),
        ("whether shots were ", REPORTED, DENY, "are checking", OPEN),
        ("that Norrin had ", DENIED, DENY, "doubted", OPEN),
        ("the army shelled ", PAST, SAID, "confirmed", FOR),
        ("its statement that five soldiers were ", PAST, SILENT, "did not withdraw", FOR),
        ("single family ", NOT, SILENT, "has not let", AGAINST),  # no cue of saying: it did not happen
    ],
)
def test_each_denial_counts_once_and_doubt_is_no_side(before, status, polarity, cue, expected):
    assert side(before, status, polarity, cue=cue) is expected


def test_words_that_call_a_report_false_are_against_it():
    assert side("Reports that our army ", behind=" the hospital are a lie") is AGAINST
    assert side("Fake reports about a ", behind="") is AGAINST
    assert side("The ", behind=" never took place") is AGAINST
    assert side("The ", behind=" could not be independently verified", cue="") is OPEN
    assert side("It is unclear whether the bridge was ", cue="", status=REPORTED) is OPEN


def test_what_is_named_beside_the_denial_is_not_denied():
    assert side("reports as an invention of people who ", polarity=DENY, cue="dismissed") is FOR
    assert side("", polarity=DENY, cue="rejected", type_=EventType.ACCUSE) is FOR
    assert side("that it had ", polarity=DENY, cue="denied", type_=EventType.THREATEN) is AGAINST


def test_a_status_that_comes_from_another_voice_is_not_put_in_this_ones_mouth():
    # "A paper reported that she had been expelled; she has not."
    assert side("that she had been ", DENIED, SAID, cue="reported") is FOR
    assert side("that she had been ", DENIED, SAID, cue="") is AGAINST


def test_a_status_or_polarity_that_no_word_bears_out_is_a_mistake():
    assert side("Now he has ", NOT, behind=", and nobody knows who will follow", cue="") is FOR
    assert side("that troops have ", PAST, DENY, cue="has put this on") is FOR


def test_nothing_and_nobody_are_against_it_whatever_the_status():
    assert side("that nothing was ") is AGAINST
    assert side("No Sulmar body gave any such ", type_=EventType.REQUEST) is AGAINST
    assert side("its air force ", behind=" nothing") is AGAINST
    assert side("there could be no talk of a Russian ", cue="") is AGAINST
    assert side("no fewer than two ") is FOR
    assert side("with no warning before the ") is FOR


def test_contents_without_an_event_have_a_side_too():
    assert side_of_content(DENY, Words("it", "", "denied")) is AGAINST
    assert side_of_content(SAID, Words("Nothing of the kind happened", "", "said")) is AGAINST
    assert side_of_content(SILENT, Words("the letter", "", "declined to comment on")) is OPEN
    assert side_of_content(SAID, Words("there is no signed decree", "", "says")) is AGAINST
    assert side_of_content(SAID, Words("it was too early for a verdict", "", "said")) is OPEN
    assert side_of_content(SAID, Words("Morale is low", "", "said")) is FOR


@pytest.mark.parametrize(
    ("type_", "status", "before", "expected"),
    [
        (EventType.ASSAULT, PAST, "it ", Modality.DEED),
        (EventType.ASSAULT, ONGOING, "it is ", Modality.DEED),
        (EventType.ASSAULT, NOT, "it has not ", Modality.DEED),
        (EventType.MOBILIZE, PLANNED, "it plans to ", Modality.PLAN),
        (EventType.ASSAULT, NOT, "Velmar will not ", Modality.PLAN),
        (EventType.MOBILIZE, PLANNED, "it has not yet ", Modality.PLAN),
        (EventType.RETREAT, CONDITIONAL, "the garrison could ", Modality.CONDITION),
        (EventType.THREATEN, PLANNED, "Russia ", Modality.DEED),
        (EventType.REQUEST, CONDITIONAL, "Norrin ", Modality.DEED),
        (EventType.REQUEST, PLANNED, "Norrin will ", Modality.PLAN),
        (None, None, "", Modality.DEED),
    ],
)
def test_deeds_plans_and_conditions(type_, status, before, expected):
    assert modality_of(type_, status, Words(before, "")) is expected


@pytest.mark.parametrize(
    ("before", "status", "polarity", "behind", "cue", "expected"),
    [
        ("Was there a ", PAST, SAID, "?", "", OPEN),
        ("Does the ministry plan to ", PLANNED, SAID, " reservists this year?", "", OPEN),
        ("Nor does the ministry plan to ", NOT, SAID, " reservists this year.", "", AGAINST),
        ("When asked about ", PAST, SAID, " of the town", "", OPEN),
        ("reporters, asked about reports that Belarus had ", PAST, SAID, " the invasion", "", OPEN),
        ("neither their number nor if there were ", NOT, SAID, " of fire", "indicates", OPEN),
        ("The number is not given, nor is it known if there was ", NOT, SAID, ".", "", OPEN),
        ("forces landed on Hallisk, and took it without a ", NOT, SAID, ".", "", FOR),
        ("He named no village and ", NOT, SAID, " residents to keep away", "", FOR),
        ("has not submitted his resignation and continues to ", NOT, SAID, " the troops", "", FOR),
        ('"The so-called ', NOT, SAID, " is an invention from beginning to end,", "told", AGAINST),
        ("that none of his soldiers ", NOT, SAID, " the border", "insists", AGAINST),
    ],
)
def test_what_is_asked_is_open_and_what_is_done_without_something_is_done(
    before, status, polarity, behind, cue, expected
):
    assert side(before, status, polarity, behind=behind, cue=cue) is expected


def test_who_rejects_an_accusation_whose_deed_is_named_rejects_the_deed():
    accused = EventType.ACCUSE
    assert side("the ", polarity=DENY, behind=" that troops burnt it", cue="rejects", type_=accused) is AGAINST
    assert side("the ", polarity=DENY, behind="", cue="rejects", type_=accused) is FOR


@pytest.mark.parametrize(
    ("cue", "said", "expected"),
    [
        ("stood by", "its message", FOR),
        ("did not take back", "what it had said", FOR),
        ("forbade", "all this", FOR),
        ("has opposed", "the agreement from the first day", FOR),
        ("could", "not confirm it", OPEN),
        ("does not mean", "that the voices are false", OPEN),
        ("denied", "the message", AGAINST),
    ],
)
def test_a_polarity_that_its_cue_does_not_bear_out_is_no_denial(cue, said, expected):
    assert side_of_content(DENY, Words(said, "", cue)) is expected
