from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.referents import Referent, nouns_beside, referents
from sayso.types.attribution import VoiceKind

Named = Callable[..., tuple[Name, ...]]


def of(text: str, found: tuple[Referent, ...]) -> list[tuple[str, int]]:
    return [(r.name.of(text), len(r.places)) for r in found]


def test_surnames_join_the_fuller_name(lexicon: Lexicon, named: Named) -> None:
    text = "Lund spoke. Marta Lund, then Lund. Ivo Lund came. Lund left."
    found = referents(text, named(text, persons=["Marta Lund", "Ivo Lund", "Lund"]), (), "", lexicon)
    assert of(text, found) == [("Marta Lund", 3), ("Ivo Lund", 2)]


def test_a_headline_surname_finds_the_name_below(lexicon: Lexicon, named: Named) -> None:
    text = "Lund says no\n\nMarta Lund said no."
    assert of(text, referents(text, named(text, persons=["Marta Lund", "Lund"]), (), "", lexicon)) == [
        ("Marta Lund", 2)
    ]


def test_acronyms(lexicon: Lexicon, named: Named) -> None:
    text = "The Observatory of Rural Life (ORL) and the Joint Chiefs of Staff met. The ORL and the JCS left."
    names = named(text, organisations=["Observatory of Rural Life", "Joint Chiefs of Staff", "ORL", "JCS"])
    assert of(text, referents(text, names, (), "", lexicon)) == [
        ("Observatory of Rural Life", 3),
        ("Joint Chiefs of Staff", 2),
    ]


def test_a_shortened_name_needs_its_article(lexicon: Lexicon, named: Named) -> None:
    text = "The Lowland Republic and North Korea. The Republic spoke. Korea did not."
    names = named(text, organisations=["Lowland Republic", "North Korea", "Republic", "Korea"])
    assert ("Lowland Republic", 2) in of(text, referents(text, names, (), "", lexicon))
    assert ("Korea", 1) in of(text, referents(text, names, (), "", lexicon))


@pytest.mark.parametrize(
    ("text", "name", "nouns"),
    [
        ("adviser Marta Lund said", "Marta Lund", {"adviser"}),
        ("Marta Lund, adviser to X, said", "Marta Lund", {"adviser"}),
        ("the physician of the clinic, Dr. Marta Lund, said", "Marta Lund", {"physician", "dr"}),
        ("Marta Lund, 61, a retired cashier, said", "Marta Lund", {"cashier"}),
        ("Marta Lund is the mayor of X", "Marta Lund", {"mayor"}),
        ("Marta Lund, who commands a brigade", "Marta Lund", {"commander"}),
        ("According to the governor, Marta Lund left", "Marta Lund", set()),
        ("the force blamed the Marta Lund", "Marta Lund", set()),
        ("Minister; The Marta Lund left", "Marta Lund", {"minister"}),
        ("said the general. Marta Lund left", "Marta Lund", set()),
    ],
)
def test_nouns_beside_a_name(lexicon: Lexicon, text: str, name: str, nouns: set[str], named: Named) -> None:
    (found,) = named(text, persons=[name])
    assert nouns_beside(text, found, lexicon) == nouns


def test_a_faction_of_a_front(lexicon: Lexicon, named: Named) -> None:
    text = "a faction of the self-styled Desert Front"
    (found,) = named(text, organisations=["Desert Front"])
    assert nouns_beside(text, found, lexicon) == {"faction"}


def test_the_publisher_is_an_outlet_and_a_ministry_is_not(lexicon: Lexicon, named: Named) -> None:
    text = "Plumbline could not check it. The Ministry of Health could."
    names = named(text, organisations=["Plumbline", "Ministry of Health"])
    found = referents(text, names, (), "Press Office of the Ministry of Health and Plumbline", lexicon)
    assert [r.kind for r in found] == [VoiceKind.OUTLET, VoiceKind.ORGANISATION]


def test_a_bodys_first_word_is_its_name_if_nobody_else_begins_so(lexicon: Lexicon, named: Named) -> None:
    text = "Nordvolt Transmission fell silent. Nordvolt would not say why."
    names = named(text, organisations=["Nordvolt Transmission", "Nordvolt"])
    assert of(text, referents(text, names, (), "", lexicon)) == [("Nordvolt Transmission", 2)]
    text = "Nordvolt Transmission and Nordvolt Solar met. Nordvolt left. Foreign Legion and Foreign Office met."
    names = named(text, organisations=["Nordvolt Transmission", "Nordvolt Solar", "Nordvolt", "Foreign Legion"])
    assert ("Nordvolt", 1) in of(text, referents(text, names, (), "", lexicon))
