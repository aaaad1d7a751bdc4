from dataclasses import replace

from sayso.types.event import EventType, Participant, Role
from sayso.types.weighing import Setting, Taking
from sayso.weighing.happening import mention_of, sayer, setting_of, taking_of, trigger_of
from sayso.weighing.people import People
from tests.reports import at, report
from tests.weighing.made import Said
from tests.weighing.made import report as report_of

REPORT = report()
PEOPLE = People(REPORT)
TEXT = REPORT.document.text


def test_who_takes_part_with_keys_of_public_actors_only():
    (resigned,) = [e for e in REPORT.events if "resigned" in e.trigger.of(TEXT)]
    taking = taking_of(resigned, PEOPLE, TEXT)
    assert Taking(Role.ACTOR, "Pavel Rusk", "pavel rusk", "UA") in taking
    private = replace(resigned, actors=(Participant("Ada Venn", None, "x_Ada Venn"),))
    assert taking_of(private, PEOPLE, TEXT) == (Taking(Role.ACTOR, "Ada Venn"),)


def test_pronouns_without_a_meaning_take_no_part_and_instruments_do():
    event = replace(
        REPORT.events[0],
        actors=(Participant("it", None, None), Participant("a depot", None, None)),
        recipients=(Participant("two", None, None),),
        instruments=(at("shells"), at("shells")),
    )
    assert taking_of(event, PEOPLE, TEXT) == (Taking(Role.ACTOR, "a depot"), Taking(Role.INSTRUMENT, "shells"))
    assert taking_of(None, PEOPLE, TEXT) == ()


def test_when_and_where():
    (hit,) = [e for e in REPORT.events if e.place is not None and e.place.location is not None][:1]
    setting = setting_of(hit)
    assert (setting.site, setting.country, setting.precision) == ("Kyiv", "UA", "point")
    assert setting.latitude == 50.45
    assert setting_of(replace(hit, place=None, time=None)) == setting_of(None) == Setting()


def test_an_interval_is_half_open_and_unknown_ends_stay_unknown():
    timed = [e for e in REPORT.events if e.time is not None and e.time.known]
    assert timed
    for event in timed:
        assert event.time is not None
        assert setting_of(event).since == (event.time.begin.isoformat() if event.time.begin else None)
        assert setting_of(event).until == (event.time.end.isoformat() if event.time.end else None)


def test_the_mention_of_the_claim_gives_the_trigger_unless_it_says_nothing():
    event = REPORT.events[0]
    claim = next(c for c in REPORT.claims if c.event_id == event.id)
    other = replace(event.mentions[0], trigger=at("war"), arguments=())
    both = replace(event, mentions=(other, event.mentions[0]), main=1)
    assert mention_of(both, claim, None) == event.mentions[0]
    assert trigger_of(both, other) == event.trigger
    assert trigger_of(both, None) == event.trigger


def test_only_acts_of_saying_have_a_sayer():
    text = "Velmar threatened to shell the bridge."
    threat = Said("Velmar threatened to shell the bridge", "threatened", type=EventType.THREATEN)
    inner = Said("to shell the bridge", "shell", source="Velmar", cue="threatened")
    made = report_of(text, threat, inner)
    threatens, shells = made.events
    found = sayer(threatens, threatens.mentions[0], made.attributions)
    assert found is not None and found.voice.name == "Velmar"
    assert sayer(shells, shells.mentions[0], made.attributions) is None
    assert sayer(threatens, threatens.mentions[0], ()) is None
