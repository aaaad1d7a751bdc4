from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.grounding.places.find import find


def found(text: str) -> list[str]:
    return [span.of(text) for span in find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shelling was reported near Bakhmut and Chasiv Yar.", ["Bakhmut", "Chasiv Yar"]),
        ("Troops crossed the Kerch Strait into Crimea.", ["Kerch Strait", "Crimea"]),
        ("Aid reached Khan Younis in the Gaza Strip on Monday.", ["Khan Younis", "Gaza Strip"]),
        ("The U.S. sent aid to Rostov-on-Don.", ["U.S.", "Rostov-on-Don"]),
        ("Ukraine's army left Avdiivka.", ["Ukraine", "Avdiivka"]),
        ("They drove from Deir ez-Zor to al-Hasakah.", ["Deir ez-Zor", "al-Hasakah"]),
        ("He left for Donetsk Oblast.", ["Donetsk Oblast"]),
    ],
)
def test_names_of_places_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton arrived late.",
        "Mr London spoke at length.",
        "The Bank of Georgia closed its doors.",
        "Kabul University reopened.",
        "Washington said it would not yield.",
        "Ukrainian and Syrian officials spoke.",
        "In March the police may be reading the news.",
        "",
    ],
)
def test_persons_bodies_voices_and_peoples_are_not(text: str) -> None:
    assert found(text) == []


@given(st.text(max_size=200))
def test_spans_are_sorted_apart_and_inside_the_text(text: str) -> None:
    spans = find(text)
    assert all(a.end <= b.begin for a, b in zip(spans, spans[1:], strict=False))
    assert all(span.end <= len(text) for span in spans)
