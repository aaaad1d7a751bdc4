from dataclasses import replace

from hypothesis import given

from sayso.export import claims
from sayso.export.unknowns import told, unknowns
from sayso.types.claim import Report
from tests.odd import odd_reports
from tests.reports import NO_PLACE, NO_TIME, STORY, at, report


def test_words_come_before_the_lack_of_words_and_each_names_its_claims() -> None:
    found = unknowns(report(), claims.entries(report()))
    assert [(u.asked, u.span, u.reason, u.claims) for u in found] == [
        ("when", at("June 31"), "no month has a day 31", (6,)),
        ("when", None, NO_TIME, (3, 5, 7, 9)),
        ("where", at("Sella"), "the gazetteer has no place of that name", (1,)),
        ("where", None, NO_PLACE, (2, 3, 5, 6, 7, 8, 9)),
    ]


def test_an_unknown_in_one_line() -> None:
    lines = [told(u, STORY) for u in unknowns(report(), claims.entries(report()))]
    assert lines[0] == "“June 31”: no month has a day 31 (chars 525-532, claim 6)"
    assert lines[1] == "no words for it in 4 claims: 3, 5, 7 and 9 (no words of time stand with it)"


def test_words_that_belong_to_no_claim_are_told_too() -> None:
    without = replace(report(), grounding=replace(report().grounding, claims=()))
    assert [told(u, STORY) for u in unknowns(without, ())] == [
        "“June 31”: no month has a day 31 (chars 525-532)",
        "“Sella”: the gazetteer has no place of that name (chars 102-107)",
    ]


@given(odd_reports())
def test_nothing_unknown_is_left_out(report: Report) -> None:
    found = unknowns(report, claims.entries(report))
    spans = {(u.asked, u.span) for u in found}
    assert all(("when", t.span) in spans for t in report.grounding.times if not t.known)
    assert all(("where", p.span) in spans for p in report.grounding.places if p.location is None)
