from dataclasses import replace

from sayso.export.selection import at_least
from sayso.types.claim import Report
from tests.readings import plain
from tests.reports import bare, report


def ids(report: Report) -> list[str]:
    return [a.id for a in report.attributions]


def test_less_sure_attributions_go_and_a_warning_says_so() -> None:
    kept = at_least(bare(plain()), 0.9)
    assert ids(kept) == ["a1", "a2", "a3", "a5", "a6"]
    assert kept.warnings[-1].startswith("2 attributions below confidence 0.9 left out here")
    assert kept.voices == plain().voices


def test_less_sure_claims_and_events_go() -> None:
    told = report()
    unsure = replace(told.events[4], probability=0.1)
    claims = (*told.claims[:4], replace(told.claims[4], probability=0.1), *told.claims[5:])
    events = (*told.events[:4], unsure, *told.events[5:])
    kept = at_least(replace(told, grounding=replace(told.grounding, claims=claims, events=events)), 0.8)
    assert [c.id for c in kept.claims] == ["c1", "c2", "c3", "c4", "c6", "c7", "c8"]
    assert unsure.id not in [e.id for e in kept.events]
    assert kept.warnings[-1].startswith("3 claims, 1 event and 1 attribution below confidence 0.8 left out here")


def test_nothing_changes_where_all_are_sure_enough() -> None:
    assert at_least(bare(plain()), 0.4) == bare(plain())
    assert at_least(report(), 0.5) == report()


def test_what_a_sure_one_hangs_on_stays() -> None:
    reading = plain()
    first, second, *others = reading.attributions
    unsure_parent = replace(reading, attributions=(replace(first, probability=0.1), second, *others))
    assert ids(at_least(bare(unsure_parent), 0.9))[:2] == ["a1", "a2"]
    unsure_basis = replace(reading, attributions=(first, replace(second, probability=0.1), *others))
    assert ids(at_least(bare(unsure_basis), 0.9))[:2] == ["a1", "a2"]


def test_what_a_sure_claim_hangs_on_stays() -> None:
    told = report()
    unsure = tuple(replace(a, probability=0.1) for a in told.attributions)
    weak = tuple(replace(e, probability=0.1) for e in told.events)
    told = Report(
        replace(told.reading, attributions=unsure),
        replace(told.grounding, events=weak, claims=(told.claims[1], told.claims[7])),
    )
    kept = at_least(told, 0.9)
    assert ids(kept) == ["a1"]
    assert [e.id for e in kept.events] == ["e2", "e8", "e9"]  # e8 is about e9
