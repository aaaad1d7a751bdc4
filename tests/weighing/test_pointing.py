from dataclasses import replace

import pytest

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Stance
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Modality, Side, Teller
from sayso.weighing.pointing import about, affirmed, nothing, pointed_at, points

ARTICLE = Teller("v0", VoiceKind.ARTICLE, None)
MINISTRY = Teller("v1", VoiceKind.ORGANISATION, "defence ministry", "dfns")
MAYOR = Teller("v2", VoiceKind.PERSON, "Ada Venn", "vn")


def assertion(by, at, side=Side.FOR, type_=EventType.ASSAULT, **fields):
    kind = ClaimKind.EVENT if type_ else ClaimKind.OPINION
    made = Assertion(
        f"c{at}", "d", 0, kind, "x", Span(at, at + 10), type_, None, None, side,
        Modality.DEED, Certainty.HIGH, Stance.NONE, 0.9, (ARTICLE, by), words=("shell",), trigger="shell",
    )  # fmt: skip
    return replace(made, **fields)


@pytest.mark.parametrize(
    "said",
    ["it", "the claim", "the mayor's account as a fairy tale", "That version", "the reports", "“it is a lie”", "this"],
)
def test_words_that_only_point(said):
    assert points(said)


@pytest.mark.parametrize("said", ["that shells fell", "the attack", "its letter to the king", "it plans to leave", ""])
def test_words_that_say_something_themselves(said):
    assert not points(said)


def test_words_that_deny_all_that_was_said():
    assert nothing("“Nothing of the kind happened,”") and nothing("That is a complete lie")
    assert nothing("they did not") and not nothing("they did not cross the river")
    assert not nothing("Nothing else is known") and not nothing("the claim")


def test_a_denial_is_of_the_nearest_claim_of_somebody_else():
    first, own = assertion(MAYOR, 0), assertion(MINISTRY, 20)
    denial = assertion(MINISTRY, 40, Side.AGAINST, None)
    assert pointed_at(denial, (first, own), own=False) is first
    assert pointed_at(denial, (own,), own=False) is None
    assert pointed_at(replace(denial, span=Span(5000, 5010)), (first,), own=False) is None


def test_a_withdrawal_is_of_ones_own_words():
    first, own = assertion(MAYOR, 0), assertion(MINISTRY, 20)
    assert pointed_at(assertion(MAYOR, 40, Side.AGAINST, None), (first, own), own=True) is first


def test_who_denies_a_denial_is_for_what_was_denied():
    denied = assertion(MINISTRY, 0, Side.AGAINST)
    mayor = assertion(MAYOR, 20, Side.AGAINST, None)
    found = pointed_at(mayor, (denied,), own=False, said="the ministry's account as a fairy tale")
    assert found is denied
    made = about(mayor, denied)
    assert (made.side, made.type, made.words, made.kind) == (Side.FOR, EventType.ASSAULT, ("shell",), ClaimKind.EVENT)
    assert (made.id, made.chain, made.text) == (mayor.id, mayor.chain, mayor.text)
    assert pointed_at(mayor, (denied,), own=False, said="the army's account") is None


@pytest.mark.parametrize("said", ["they did before dawn", "They did", "it had", "they did ahead of dawn"])
def test_who_says_they_did_is_for_what_somebody_denied(said):
    denied = assertion(MINISTRY, 0, Side.AGAINST)
    mayor = assertion(MAYOR, 20)
    assert affirmed(mayor, (denied,), said) is denied
    assert about(mayor, denied).side is Side.FOR
    assert affirmed(assertion(MINISTRY, 20), (denied,), said) is None
    assert affirmed(mayor, (replace(denied, side=Side.FOR),), said) is None


@pytest.mark.parametrize(
    "said", ["they did not", "they had shelled the town", "it was old", "they did the work at dawn"]
)
def test_words_that_say_more_than_that_they_did(said):
    assert affirmed(assertion(MAYOR, 20), (assertion(MINISTRY, 0, Side.AGAINST),), said) is None
