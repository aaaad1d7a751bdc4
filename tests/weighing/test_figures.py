from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.types.event import Certainty, Occurrence, Phase, Reality, Status
from sayso.types.span import Span
from sayso.weighing.figures import Figure, alike, compared, figures, firmness, sureness
from sayso.weighing.quantities import quantities
from tests.histories import WIRE, known, tells


def read(words: str) -> tuple[Figure, ...]:
    numbers = [q.value for q in quantities(words, Span(0, len(words)))]
    made = tells("d", words, numbers=numbers)
    return figures(made, known([made]))


@pytest.mark.parametrize(
    ("words", "shown", "value", "thing"),
    [
        ("A column of 33 Belarusian military vehicles crossed", "A column of 33 Belarusian military vehicles", "33",
         "vehicle"),
        ("At least 12 civilians died", "At least 12 civilians", "12", "civilian"),
        ("Hundreds of people fled", "Hundreds of people", "100s", "people"),
        ("Two of the three men", "Two of the three men", "2", "men"),
        ("It hit two", "two", "2", ""),
        ("Some 3,000 tonnes of wheat burned", "Some 3,000 tonnes", "3000", "tonne"),
        ("two dozen soldiers were seen", "two dozen soldiers", "24", "soldier"),
    ],
)  # fmt: skip
def test_a_number_has_the_words_that_belong_to_it(words: str, shown: str, value: str, thing: str) -> None:
    first = read(words)[0]
    assert (first.words.text, first.value) == (shown, value)
    assert first.thing == thing or not thing
    assert words[first.words.span.begin : first.words.span.end] == shown


def test_only_numbers_of_the_assertion_count() -> None:
    made = tells("d", "On day 3 two men fled", numbers=("2",))
    assert [f.value for f in figures(made, known([made]))] == ["2"]
    assert figures(made, {}) == () and figures(replace(made, numbers=()), known([made])) == ()


def test_numbers_are_compared_with_those_of_the_same_things() -> None:
    (tanks,) = read("33 tanks rolled")
    before = (*read("two soldiers died"), *read("ten tanks rolled"))
    assert compared(tanks, before) is before[1]
    assert compared(tanks, before[:1]) is before[0]  # the only one there is
    assert compared(tanks, (*read("two soldiers died"), *read("nine villages burned"))) is None
    assert compared(tanks, ()) is None
    assert not alike(tanks, read("33 vehicles rolled")[0]) and alike(tanks, read("33 crossed")[0])
    assert alike(read("four men died")[0], read("four workers died")[0])


def test_hearsay_is_less_sure_than_what_is_told() -> None:
    hearsay = Status(Occurrence.HAPPENED, Phase.PAST, Reality.REPORTED)
    levels = [replace(WIRE, certainty=c) for c in (Certainty.LOW, Certainty.MIDDLE, Certainty.HIGH)]
    assert [firmness(a) for a in levels] == [0, 2, 4]
    assert [firmness(replace(a, status=hearsay)) for a in levels] == [0, 1, 3]
    assert [sureness(a) for a in levels] == ["not sure", "fairly sure", "sure"]
    assert sureness(replace(levels[2], status=hearsay)) == "sure, as hearsay"


@given(st.text("abs 0123,.%-ofthe\n", max_size=60))
def test_places_lie_within_the_words(words: str) -> None:
    if not words:
        return
    for found in read(words):
        assert words[found.words.span.begin : found.words.span.end] == found.words.text
