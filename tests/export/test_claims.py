from dataclasses import replace

from hypothesis import given

from sayso.export import claims
from sayso.types.attribution import VoiceKind
from sayso.types.claim import Report
from sayso.types.event import Certainty, Stance
from tests.odd import odd_reports
from tests.readings import plain
from tests.reports import STORY, at, bare, report


def entry(number: int) -> claims.Entry:
    return claims.entries(report())[number - 1]


def told(number: int) -> dict[str, str]:
    return {row.label: row.text for row in claims.rows(entry(number), STORY)}


def test_a_chain_runs_from_the_root_to_the_article() -> None:
    assert [v.name for v in entry(2).chain if v] == ["opposition sources", "Meridian Daily", None]
    assert (entry(2).attribution, entry(1).attribution) == (1, None)


def test_an_article_speaks_for_itself() -> None:
    assert [v.kind for v in entry(1).chain if v] == [VoiceKind.ARTICLE]


def test_an_event_about_another_names_its_claim() -> None:
    assert entry(8).about == 9
    assert claims.event_line(entry(8), STORY) == "REQUEST/yield (“demanded”) · who: Norrin · about claim 9"


def test_a_kind_more_likely_wrong_than_right_is_called_perhaps() -> None:
    found = entry(4)
    doubtful = replace(found, claim=replace(found.claim, probability=0.49))
    assert claims.event_line(doubtful, STORY).startswith("perhaps ASSAULT/heavy-weapons (“hit”)")
    assert claims.event_line(found, STORY).startswith("ASSAULT/heavy-weapons")
    assert "; of 1 the kind of event is doubtful" in claims.summary([found, doubtful])
    assert "doubtful" not in claims.summary([found])


def test_an_inner_event_that_nobody_claims_is_told_by_its_words() -> None:
    inner = claims.entries(report())[8].event
    assert inner is not None
    line = claims.event_line(replace(entry(8), inner=inner, about=None), STORY)
    told = f"{claims.kind_of(inner)} (“{inner.trigger.of(STORY)}”)"
    assert line == f"REQUEST/yield (“demanded”) · who: Norrin · about: {told}"


def test_when_and_where_are_told_or_said_to_be_unknown() -> None:
    assert told(4)["where"] == "Kyiv, Ukraine (town or smaller): “Kiev”"
    assert told(6)["when"] == "not known: “June 31” (no month has a day 31)"
    assert told(2)["where"] == "not said (no words of place stand with it)"
    both = "not said (no words of time stand with it; no words of place stand with it)"
    assert told(3) == {"when, where": both}


def test_words_that_carry_certainty_and_stance_are_quoted() -> None:
    against = "low: “little evidence of that”; the article gives evidence against it: “There is little evidence”"
    assert told(2)["how sure"] == against
    assert told(6)["how sure"] == "middle: “reportedly”"
    assert "how sure" not in told(1)


def test_a_stance_is_told_however_sure_the_voice_is() -> None:
    claim = replace(report().claims[0], certainty=Certainty.HIGH, stance=Stance.DISTANCES)
    assert claims.sure(claim, STORY) == "high; the article keeps its distance"


def test_evidence_without_end_is_cut() -> None:
    claim = replace(report().claims[0], certainty=Certainty.LOW, evidence=(at("could"),) * 9)
    assert claims.sure(claim, STORY) == "low: “could”, “could”, “could” …"


def test_an_opinion_has_neither_time_nor_place_nor_event() -> None:
    assert told(10) == {}
    assert claims.event_line(entry(10), STORY) == ""


def test_an_explanation_names_producers_standards_and_reasons() -> None:
    lines = claims.explanation(entry(4), STORY)
    assert lines[:3] == ["status: this voice denies that it happened", "told by attribution 3", lines[2]]
    assert "event found by: model:events 2.0; told by “hit” 398-401" in lines
    assert "time by: rule:time 1; TIMEX3 TIME/2022-03-07TNI; EDTF 2022-03-07" in lines
    assert "place by: population, of 3 places of that name; geonames:703448, 50.45, 30.52" in lines
    assert "came close: Kyiv, Ukraine (town or smaller)" in lines
    assert "no time: no words of time stand with it" in claims.explanation(entry(3), STORY)


def test_a_summary_counts_claims_and_voices() -> None:
    assert claims.summary(claims.entries(report())).startswith(
        "10 claims on the word of 4 voices and the article itself: 1 happened"
    )
    one = replace(report().grounding, claims=report().claims[:1])
    assert claims.summary(claims.entries(replace(report(), grounding=one))) == (
        "1 claim on the word of the article itself: 1 did not happen"
    )
    assert claims.summary(claims.entries(bare(plain()))).startswith("no claims")


@given(odd_reports())
def test_every_claim_comes_once_and_in_order(report: Report) -> None:
    found = claims.entries(report)
    assert [e.claim for e in found] == list(report.claims)
    assert [e.number for e in found] == list(range(1, len(found) + 1))
