from dataclasses import replace

from hypothesis import given

from sayso.export import status
from sayso.export.claims import entries
from sayso.export.happened import CONDITION, NOT_TOLD, LeftOut, Told, happened, parties, private_names, public_name
from sayso.types.claim import Report
from sayso.types.event import Participant
from tests.odd import odd_reports
from tests.reports import DENIED, MARROW, VENN, report


def judged(given_: Report) -> dict[str, Told | LeftOut]:
    return {found.event.id: found for found in happened(given_)}


def test_only_what_is_told_as_a_fact_happened() -> None:
    found = judged(report())
    assert [key for key, one in found.items() if isinstance(one, Told)] == ["e8"]
    reasons = {key: one.reason for key, one in found.items() if isinstance(one, LeftOut)}
    assert reasons.pop("e7") == CONDITION
    assert set(reasons.values()) == {NOT_TOLD}


def test_who_denies_it_is_named_beside_it() -> None:
    plain = report()
    told, other = plain.claims[7], plain.claims[3]
    denial = replace(other, id="c11", event_id=told.event_id, status=DENIED)
    surer = replace(told, id="c12", probability=0.95)
    both = replace(plain, grounding=replace(plain.grounding, claims=(told, denial, surer)))
    found = judged(both)["e8"]
    assert isinstance(found, Told)
    assert found.denied_by == ("The ministry",)
    assert found.main.claim.id == "c12"


def test_private_persons_have_no_name_in_a_table() -> None:
    known = report()
    people = tuple(Participant(name, None, f"x_{name}") for name in ("Ada Venn", "Pavel Rusk", "a depot"))
    assert [party.name for party in parties(people, known)] == [None, "Pavel Rusk", "a depot"]
    assert [party.country for party in parties(people, known)] == [None, "UA", None]
    assert private_names(known) == {"Ada Venn"}
    assert [public_name(voice) for voice in (VENN, MARROW)] == ["private person", "Ilse Marrow"]


@given(odd_reports())
def test_every_event_is_judged_once_and_a_told_one_has_a_claim_that_is_a_fact(odd) -> None:
    found = list(happened(odd))
    assert {one.event.id for one in found} == {event.id for event in odd.events}
    assert len(found) == len({event.id for event in odd.events})
    facts = {e.event.id for e in entries(odd) if e.event and status.is_fact(e.claim, e.polarity)}
    assert {one.event.id for one in found if isinstance(one, Told)} <= facts
