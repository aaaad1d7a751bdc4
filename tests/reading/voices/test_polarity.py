from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.polarity import polarity_of
from sayso.types.attribution import Polarity
from sayso.types.raw import RawAttribution

Marked = Callable[[str], tuple[str, tuple[RawAttribution, ...]]]
AFFIRMED, DENIED, WITHHELD = Polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("{1s:X} {1q:said} {1c:it did not deny it}", AFFIRMED),
        ("{1s:X} {1q:said} {1c:nothing would change}", AFFIRMED),
        ("{1s:X} {1q:did not only say} {1c:it}", AFFIRMED),
        ("{1s:X} {1q:believes} {1c:it}", AFFIRMED),
        ("{1s:X} {1q:has no doubt} {1c:it rained}", AFFIRMED),
        ("{1s:X} {1q:called} {1c:the attack a tragedy}", AFFIRMED),
        ("{1s:X} {1q:denied} {1c:it}", DENIED),
        ("{1s:X} {1q:has flatly denied} {1c:that}", DENIED),
        ("{1s:X} {1q:rejected claims} {1c:that}", DENIED),
        ("{1s:X} {1q:dismissed} {1c:reports of rain}", DENIED),
        ("{1s:X} {1q:ruled out} {1c:rain}", DENIED),
        ("{1s:X} {1q:called} {1c:the report a lie}", DENIED),
        ("{1s:X} {1q:does not believe} {1c:it}", DENIED),
        ("{1s:X} {1q:refuted} {1c:it}", DENIED),
        ("{1s:X} {1q:has repudiated} {1c:stories}", DENIED),
        ("{1s:X} {1q:did rebuff} {1c:the losses}", DENIED),
        ("{1s:X} did not {1q:say} {1c:whether}", WITHHELD),
        ("{1s:X} {1q:did not say} {1c:whether}", WITHHELD),
        ("{1s:X} {1q:declined to comment on} {1c:it}", WITHHELD),
        ("{1s:X} {1q:refused to confirm} {1c:it}", WITHHELD),
        ("{1s:X} {1q:neither confirmed nor denied} {1c:it}", WITHHELD),
        ("{1s:X} {1q:did not deny} {1c:it}", WITHHELD),
        ("{1s:X} {1q:could not verify} {1c:it}", WITHHELD),
        ("{1c:It} {1q:could not be independently verified}", WITHHELD),
        ("{1s:X} {1q:has not commented on} {1c:it}", WITHHELD),
        ("{1s:X} {1q:has yet to confirm} {1c:it}", WITHHELD),
        ("{1s:X} {1q:kept silent about} {1c:it}", WITHHELD),
        ("{1s:X} {1q:stopped short of saying} {1c:it}", WITHHELD),
        ("{1s:X} {1q:gives} {1c:no figure}", WITHHELD),
        ("{1s:Neither paper} {1q:could verify} {1c:it}", WITHHELD),
        ("{1c:Neither number} {1q:could be checked}", WITHHELD),
        ("{1s:X} {1q:abstained from remarking on} {1c:it}", WITHHELD),
        ("{1s:X} {1q:didn’t say} {1c:whether}", WITHHELD),
    ],
)
def test_polarity(text: str, polarity: Polarity, lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked(text)
    assert polarity_of(plain, raw[0], lexicon)[0] is polarity


def test_a_negation_of_another_clause_is_not_taken(lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked("It was not, {1s:X} {1q:said}, {1c:so}. {2c:He did not} {2q:say}")
    assert polarity_of(plain, raw[0], lexicon)[0] is AFFIRMED
    assert polarity_of(plain, raw[1], lexicon)[0] is AFFIRMED


def test_the_model_decides_where_the_lists_do_not(lexicon: Lexicon, marked: Marked) -> None:
    plain, raw = marked("{1s:X} {1q:scoffs} {1c:it}")
    assert polarity_of(plain, replace(raw[0], polarity_score=0.9), lexicon) == (DENIED, "polarity:model")
    assert polarity_of(plain, replace(raw[0], polarity_score=0.1), lexicon) == (AFFIRMED, "polarity:default")
    plain, raw = marked("{1s:X} {1q:denied} {1c:it}")
    assert polarity_of(plain, replace(raw[0], polarity_score=0.0), lexicon) == (DENIED, "polarity:cue")
