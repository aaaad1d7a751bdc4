from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.places.resolve import NO_SUCH_NAME, NOT_A_NAME, Setting, resolve
from sayso.types.place import Place, Precision
from sayso.types.span import Span


def read(text: str, *names: str, outlet: str | None = None, home: str | None = None) -> tuple[Place, ...]:
    """Places of all occurrences of ``names``, in the order of the text."""
    spans = sorted(Span(*m.span()) for name in names for m in re.finditer(re.escape(name), text))
    return resolve(spans, Setting(text, outlet, home))


def countries(*places: Place) -> list[str | None]:
    return [p.location.country if p.location else None for p in places]


@pytest.mark.parametrize(
    ("name", "identifier", "country", "precision"),
    [
        ("Kiev", "geonames:703448", "UA", Precision.POINT),
        ("Artemivsk", "geonames:713174", "UA", Precision.POINT),
        ("Ukraine", "geonames:690791", "UA", Precision.COUNTRY),
        ("Ohio", "geonames:5165418", "US", Precision.REGION),
        ("Black Sea", "sayso:black-sea", None, Precision.AREA),
    ],
)
def test_a_name_alone(name: str, identifier: str, country: str | None, precision: Precision) -> None:
    (place,) = read(name, name)
    assert place.location is not None
    assert (place.location.id, place.location.country, place.location.precision) == (identifier, country, precision)
    assert place.name == name
    assert place.rule


def test_a_disputed_place_names_all_who_claim_it_and_no_single_country() -> None:
    (place,) = read("Shots were heard in the Golan Heights.", "Golan Heights")
    assert place.location is not None
    assert place.location.countries == ("SY", "IL")
    assert place.location.country is None


@pytest.mark.parametrize("name", ["Vorkhanivka", "Umm Zafrouk", "Krasnobaltiysk"])
def test_a_name_that_does_not_exist_is_not_guessed(name: str) -> None:
    (place,) = read(f"Shells fell on {name} in Ukraine.", name)
    assert place.location is None
    assert place.reason == NO_SUCH_NAME


def test_marks_are_no_name() -> None:
    (place,) = read("He said ... nothing.", "...")
    assert place.reason == NOT_A_NAME


def test_words_beside_a_name_decide_and_are_named_as_the_rule() -> None:
    (paris, _) = read("A fire broke out in Paris, Texas, at noon.", "Paris", "Texas")
    assert countries(paris) == ["US"]
    assert paris.rule is not None and "beside" in paris.rule


def test_one_sense_per_discourse() -> None:
    places = read("Paris was calm. The mayor of Paris, Texas, said so. In Paris shops opened.", "Paris")
    assert countries(*places) == ["US"] * 3


def test_two_senses_where_the_text_tells_them_apart() -> None:
    places = read("A flight from Paris, France, to Paris, Texas, was late.", "Paris")
    assert countries(*places) == ["FR", "US"]


def test_other_names_decide() -> None:
    text = "From Tripoli the convoy went on to Beirut and Sidon."
    assert countries(*read(text, "Tripoli", "Beirut", "Sidon")) == ["LB"] * 3
    text = "From Tripoli the convoy went on to Misrata and Benghazi."
    assert countries(*read(text, "Tripoli", "Misrata", "Benghazi")) == ["LY"] * 3


def test_the_outlet_decides() -> None:
    assert countries(*read("Cambridge was quiet.", "Cambridge", outlet="orvalherald.co.uk")) == ["GB"]
    assert countries(*read("Cambridge was quiet.", "Cambridge", home="US")) == ["US"]


def test_a_close_second_is_given() -> None:
    (place,) = read("Springfield was quiet.", "Springfield", home="US")
    assert place.candidates > 10
    assert place.alternatives
    assert place.location not in place.alternatives


def test_the_order_of_the_spans_is_kept() -> None:
    text = "Homs, Hama, Nowhereville-Zqx"
    spans = [Span(12, 28), Span(6, 10), Span(0, 4)]
    found = resolve(spans, Setting(text))
    assert [p.span for p in found] == spans
    assert countries(*found) == [None, "SY", "SY"]


def test_no_names_no_places() -> None:
    assert resolve((), Setting("Nothing here.")) == ()


@given(st.text(alphabet="Paris, Txin'’.()of\n", min_size=1, max_size=60), st.data())
def test_any_spans_of_any_text_are_answered(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    (place,) = resolve([Span(begin, end)], Setting(text))
    assert place.name == text[begin:end]
    assert (place.location is None) != (place.reason is None)
    assert resolve([Span(begin, end)], Setting(text)) == (place,)
