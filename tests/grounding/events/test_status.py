from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.grounding.events.status import changed, plain, revised
from sayso.grounding.events.wording import Change
from sayso.types.attribution import Polarity
from sayso.types.event import Certainty, EventMention, EventType, Occurrence, Phase, Reality, Role, Status
from tests.grounding.events.support import HAPPENED, attribution, mention, reading


def one(text: str, trigger: str, kind: EventType = EventType.ASSAULT, **values: object) -> EventMention:
    (found,) = revised(reading(text), [mention(text, trigger, kind, **values)])
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "status", "rule"),
    [
        ("The army has not shelled Brenn.", "shelled", (Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED), "has-not"),
        ("They are yet to deploy.", "deploy", (Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED), "yet-to"),
        ("It plans to attack.", "attack", (Occurrence.HAPPENED, Phase.PLANNED, Reality.ASSERTED), "plans-to"),
        ("If they attack, we leave.", "attack", (Occurrence.HAPPENED, Phase.PLANNED, Reality.CONDITIONAL), "if"),
        ("Nine allegedly died.", "died", (Occurrence.HAPPENED, Phase.PAST, Reality.REPORTED), "allegedly"),
        (
            "A report that they shelled the mill was false.",
            "shelled",
            (Occurrence.HAPPENED, Phase.PAST, Reality.DENIED),
            "called-false",
        ),
        (
            "The men refused to march.",
            "march",
            (Occurrence.HAPPENED, Phase.PLANNED, Reality.CONDITIONAL),
            "refused-to",
        ),
    ],
)
def test_words_correct_a_status_that_contradicts_them(
    text: str, trigger: str, status: tuple[Occurrence, Phase, Reality], rule: str
) -> None:
    found = one(text, trigger)
    assert found.status == Status(*status)
    assert found.producers[-1].name == f"rule:{rule}"


def test_a_status_that_agrees_is_left_alone() -> None:
    planned = replace(HAPPENED, phase=Phase.PLANNED)
    text = "It plans to attack. The army shelled Brenn."
    given = [mention(text, "attack", EventType.ASSAULT, status=planned), mention(text, "shelled", EventType.ASSAULT)]
    assert list(revised(reading(text), given)) == given


def test_the_words_of_doubt_become_evidence() -> None:
    text = "The raid could not be independently verified. Guards reportedly fled."
    raid = one(text, "raid")
    assert (raid.status.reality, raid.certainty) == (Reality.REPORTED, Certainty.LOW)
    fled = one(text, "fled", EventType.FLEE)
    assert fled.certainty is Certainty.MIDDLE
    assert [a.span.of(text) for a in fled.arguments if a.role is Role.EVIDENCE] == ["reportedly"]


def test_a_denied_act_is_denied_but_the_accusation_was_made() -> None:
    text = "The army denied that it had shelled Brenn. It denied the accusation."
    said = (
        attribution(text, "denied", "that it had shelled Brenn", Polarity.DENIED),
        attribution(text, "denied", "the accusation", Polarity.DENIED),
    )
    given = [mention(text, "shelled", EventType.ASSAULT), mention(text, "accusation", EventType.ACCUSE)]
    shelled, accusation = revised(reading(text, attributions=said), given)
    assert shelled.status.reality is Reality.DENIED
    assert accusation.status == HAPPENED


def test_what_is_demanded_has_not_happened_by_that() -> None:
    text = "The council demanded a withdrawal and the garrison withdrew. It praised a truce."
    demanded = mention(text, "demanded", EventType.REQUEST, about="withdrawal")
    inner = mention(text, "withdrawal", EventType.RETREAT)
    done = mention(text, "withdrew", EventType.RETREAT)
    found = revised(reading(text), [demanded, inner, done])
    assert [plain(m.status) for m in found] == [True, False, True]
    assert found[1].producers[-1].name == "rule:inner-event"


@pytest.mark.parametrize("change", [*Change])
def test_a_change_never_makes_an_open_event_a_plain_one(change: Change) -> None:
    for occurrence in Occurrence:
        for phase in Phase:
            for reality in Reality:
                status = Status(occurrence, phase, reality)
                if not plain(status):
                    assert not plain(changed(status, change))


def test_a_text_without_sentences_is_read() -> None:
    found = one("x" * 300 + " not", "not")
    assert found.status == HAPPENED


def test_one_who_did_not_heed_was_urged_all_the_same() -> None:
    assert plain(one("The speaker urged him to go; he did not.", "urged", EventType.REQUEST).status)
    assert not plain(one("A paper said she was expelled; she was not.", "expelled", EventType.COERCE).status)


def test_what_has_yet_to_happen_is_no_plan() -> None:
    planned = Status(Occurrence.HAPPENED, Phase.PLANNED, Reality.ASSERTED)
    assert changed(planned, Change.NOT_YET) == Status(Occurrence.DID_NOT, Phase.ONGOING, Reality.ASSERTED)
