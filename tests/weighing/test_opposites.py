from dataclasses import replace

import pytest

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Role, Stance
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Modality, Side, Taking, Teller
from sayso.weighing.opposites import opposed

ARTICLE = Teller("v0", VoiceKind.ARTICLE, None)
ARMY = Teller("v1", VoiceKind.ORGANISATION, "army", "rm")
MAYOR = Teller("v2", VoiceKind.PERSON, "Ada Venn", "vn")


def assertion(
    by: Teller, at: int, words: str, type_: EventType | None = EventType.ASSAULT, **fields: object
) -> Assertion:
    made = Assertion(
        f"c{at}", "d", 0, ClaimKind.EVENT, words, Span(at, at + 10), type_, None, None, Side.FOR,
        Modality.DEED, Certainty.HIGH, Stance.NONE, 0.9, (ARTICLE, by), words=tuple(words.split()),
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


BURST = assertion(ARMY, 0, "enemi blow dam", trigger="blow", taking=(Taking(Role.ACTOR, "Enemy pilots"),))


def answered(
    said: str, before: Assertion = BURST, beside: str = "", by: Teller = MAYOR, at: int = 40
) -> Assertion | None:
    return opposed(assertion(by, at, "", EventType.STATE), (before,), said, beside)


def test_what_stands_was_not_blown_up() -> None:
    assert answered("the town was quiet and the dam was standing") is BURST
    assert answered("the dam is still intact") is BURST
    assert answered("the mayor is standing by") is None  # of something else
    assert answered("the dam was long") is None
    assert answered("the dam was standing", by=ARMY) is None  # nobody answers himself
    assert answered("the dam was standing", at=5000) is None


def test_who_is_alive_was_not_killed_and_the_other_way_round() -> None:
    killed = assertion(ARMY, 0, "kill general marl", trigger="kill")
    assert answered("General Marl is alive and well", killed) is killed
    whole = assertion(ARMY, 0, "genuin letter", None, type=EventType.STATE)
    assert answered("the letter is a crude forgery", whole) is whole


def test_only_what_is_claimed_is_answered() -> None:
    assert answered("the dam is standing", replace(BURST, side=Side.AGAINST)) is None
    assert answered("the dam is standing", replace(BURST, kind=ClaimKind.OPINION)) is None
    threat = assertion(MAYOR, 40, "", EventType.THREATEN)
    assert opposed(threat, (BURST,), "the dam is standing", "") is None


@pytest.mark.parametrize(
    ("said", "beside", "expected"),
    [
        ("What the town had suffered from was old pipes", "The mayor spoke of an invention.", True),
        ("It was rust that caused it", "The city contradicts.", True),
        ("Guilty was the rain", "The other side denied this.", True),
        ("What the town had suffered from was old pipes", "Then the mayor spoke.", False),  # answers nobody
        ("It was pilots of the enemy that did it", "The city contradicts.", False),  # the same cause
        ("The rain fell", "The city denied it.", False),
    ],
)
def test_another_cause_answers_an_accusation(said: str, beside: str, expected: bool) -> None:
    assert (answered(said, beside=beside) is BURST) is expected


def test_who_denies_and_names_another_cause_is_against_what_is_denied() -> None:
    denied = replace(BURST, side=Side.AGAINST, chain=(ARTICLE, MAYOR))
    found = answered("What happened was an accident at the old mill", denied, "The mayor rejects the accusation.")
    assert found == replace(denied, side=Side.FOR)
