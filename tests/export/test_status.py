from dataclasses import replace
from itertools import product

import pytest

from sayso.export import claims, status
from sayso.types.attribution import Polarity
from sayso.types.claim import ClaimKind
from sayso.types.event import Occurrence, Phase, Reality, Status
from tests.reports import report

SAID = Polarity.AFFIRMED
ALL = [Status(*axes) for axes in product(Occurrence, Phase, Reality)]
KINDS = (ClaimKind.EVENT, ClaimKind.CONDITION)


def claim(found: Status | None, kind: ClaimKind = ClaimKind.EVENT):
    return replace(report().claims[0], status=found, kind=kind)


@pytest.mark.parametrize(
    ("axes", "tag", "tone"),
    [
        (("happened", "past", "asserted"), "happened", "plain"),
        (("happened", "ongoing", "asserted"), "under way", "plain"),
        (("happened", "background", "asserted"), "background", "plain"),
        (("happened", "planned", "asserted"), "PLANNED", "doubt"),
        (("happened", "planned", "reported"), "PLANNED", "doubt"),
        (("happened", "planned", "conditional"), "CONDITIONAL", "doubt"),
        (("happened", "past", "reported"), "REPORTED", "doubt"),
        (("happened", "past", "denied"), "DENIED", "no"),
        (("did-not", "past", "asserted"), "DID NOT HAPPEN", "no"),
        (("did-not", "ongoing", "asserted"), "NOT HAPPENING", "no"),
        (("did-not", "planned", "asserted"), "WILL NOT HAPPEN", "no"),
        (("did-not", "past", "reported"), "DID NOT HAPPEN", "no"),
        (("did-not", "past", "conditional"), "CONDITIONAL", "no"),
        (("did-not", "past", "denied"), "DENIED", "no"),
    ],
)
def test_a_status_in_a_word_or_two(axes: tuple[str, str, str], tag: str, tone: str) -> None:
    found = claim(Status(Occurrence(axes[0]), Phase(axes[1]), Reality(axes[2])))
    assert (status.tag(found, SAID), status.tone(found, SAID)) == (tag, tone)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("found", ALL)
def test_small_letters_are_kept_for_what_is_told_as_fact(found: Status, kind: ClaimKind) -> None:
    told = claim(found, kind)
    assert status.tag(told, SAID).islower() == status.is_fact(told, SAID) == (status.tone(told, SAID) == "plain")
    assert status.tag(told, SAID).isupper() or status.is_fact(told, SAID)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_statuses_have_the_same_tag_and_phrase(kind: ClaimKind) -> None:
    said = [(status.tag(claim(found, kind), SAID), status.phrase(claim(found, kind))) for found in ALL]
    same_for_conditions = 8 if kind is ClaimKind.CONDITION else 0  # a past and an ongoing condition are one
    assert len(set(said)) == len(ALL) - same_for_conditions


def test_tags_fit_their_column_and_are_all_counted() -> None:
    tags = {status.tag(claim(s, k), p) for s in [*ALL, None] for k in ClaimKind for p in Polarity}
    assert max(map(len, tags)) == status.WIDEST
    assert tags == set(status.COUNTED)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Status(Occurrence.HAPPENED, Phase.ONGOING, Reality.REPORTED),
            "reported with doubt or as hearsay to be under way",
        ),
        (Status(Occurrence.DID_NOT, Phase.PAST, Reality.DENIED), "this voice denies that it did not happen"),
    ],
)
def test_what_a_tag_leaves_out_a_phrase_tells(found: Status, said: str) -> None:
    assert status.beyond_tag(claim(found), SAID) == status.phrase(claim(found)) == said


def test_the_usual_statuses_need_no_phrase() -> None:
    unexplained = [s for s in ALL if not status.beyond_tag(claim(s), SAID)]
    assert Status(Occurrence.HAPPENED, Phase.PLANNED, Reality.CONDITIONAL) in unexplained
    assert Status(Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED) in unexplained
    assert Status(Occurrence.DID_NOT, Phase.PAST, Reality.REPORTED) not in unexplained


def test_an_opinion_has_no_status_and_looks_like_none() -> None:
    opinion = claim(None, ClaimKind.OPINION)
    assert (status.tag(opinion, SAID), status.phrase(opinion), status.is_fact(opinion, SAID)) == ("opinion", "", False)
    assert status.tone(opinion, SAID) == "plain"


def test_a_condition_without_a_status_is_only_called_one() -> None:
    plain = claim(None, ClaimKind.CONDITION)
    assert (status.tag(plain, SAID), status.tone(plain, SAID), status.phrase(plain)) == ("condition", "plain", "")


def test_an_event_without_a_status_is_not_taken_to_have_happened() -> None:
    lost = claim(None, ClaimKind.EVENT)
    assert (status.tag(lost, SAID), status.tone(lost, SAID)) == ("STATUS UNKNOWN", "doubt")


def test_claims_are_counted_by_status() -> None:
    counted = (
        "1 happened, 1 did not happen, 1 denied, 1 planned, 2 conditional, 2 only reported, 1 condition, 1 opinion"
    )
    assert status.counted((e.claim, e.polarity) for e in claims.entries(report())) == counted


@pytest.mark.parametrize("kind", ClaimKind)
@pytest.mark.parametrize("found", [*ALL, None])
def test_what_a_source_denies_is_never_taken_for_what_happened(found: Status | None, kind: ClaimKind) -> None:
    denied = claim(found, kind)
    assert (status.tag(denied, Polarity.DENIED), status.tone(denied, Polarity.DENIED)) == ("DENIED", "no")
    assert not status.is_fact(denied, Polarity.DENIED)


@pytest.mark.parametrize("kind", ClaimKind)
@pytest.mark.parametrize("found", [*ALL, None])
def test_what_a_source_does_not_say_is_called_that(found: Status | None, kind: ClaimKind) -> None:
    unsaid = claim(found, kind)
    told = (status.tag(unsaid, Polarity.WITHHELD), status.beyond_tag(unsaid, Polarity.WITHHELD))
    assert told[0] == status.WITHHELD or told[1] == "the source does not say"
    assert told[0].isupper() and status.tone(unsaid, Polarity.WITHHELD) != "plain"
