from __future__ import annotations

import pytest

from sayso.grounding.places.candidates import candidates
from sayso.grounding.places.gazetteer import gazetteer
from sayso.grounding.places.qualifiers import qualifier
from sayso.types.span import Span


def beside(text: str, name: str) -> set[str]:
    """The places that ``text`` names beside the first ``name``."""
    g = gazetteer()
    begin = text.index(name)
    found = qualifier(g, text, Span(begin, begin + len(name)), candidates(g, name).hits)
    return {g.display[place] for place in found.places} if found else set()


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("A fire in Paris, Texas, was put out.", "Paris", "Texas"),
        ("A man from Springfield, Ill., was held.", "Springfield", "Illinois"),
        ("He lives in Paris (Texas) now.", "Paris", "Texas"),
        ("Shells fell on Bogdanovka in Donetsk province.", "Bogdanovka", "Donetsk"),
        ("Fighting near Bogdanovka in eastern Ukraine went on.", "Bogdanovka", "Ukraine"),
        ("The Syrian town of Palmyra was retaken.", "Palmyra", "Syria"),
        ("Ukraine's Bakhmut is in ruins.", "Bakhmut", "Ukraine"),
        ("Palmyra, a Syrian town, was retaken.", "Palmyra", "Syria"),
        ("They met at Paris, Texas", "Paris, Texas", "Texas"),
    ],
)
def test_the_words_beside_a_name_say_where_it_lies(text: str, name: str, place: str) -> None:
    assert place in beside(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leaders of Lebanon, Mexico and Peru met.", "Lebanon"),
        ("Troops left Palmyra in March.", "Palmyra"),
        ("Palmyra fell.", "Palmyra"),
    ],
)
def test_lists_and_other_words_say_nothing(text: str, name: str) -> None:
    assert beside(text, name) == set()
