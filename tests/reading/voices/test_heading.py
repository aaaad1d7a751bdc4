from collections.abc import Callable

import pytest

from sayso.reading.voices.heading import speaker_name
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.phrase import take_apart
from sayso.reading.voices.words import words


@pytest.mark.parametrize(
    ("source", "persons", "organisations", "name"),
    [
        ("Marta Lund, adviser to X", ["Marta Lund"], [], "Marta Lund"),
        ("the governor, Tewolde Haile", ["Tewolde Haile"], [], "Tewolde Haile"),
        ("Chief of the General Staff Viktor Gulevich", ["Viktor Gulevich"], ["General Staff"], "Viktor Gulevich"),
        ("Minister of Defence Hanna Maliar", ["Hanna Maliar"], [], "Hanna Maliar"),
        ("a spokesman for President Zelensky", ["Zelensky"], [], None),
        ("Putin's spokesman", ["Putin"], [], None),
        ("a healer of the clinic Mercy", ["Mercy"], [], None),
        ("the Kremlin's spokesman", [], ["Kremlin"], None),
        ("Kyiv's", [], ["Kyiv"], "Kyiv"),
        ("the Gulf Lantern newspaper", [], ["Gulf Lantern"], "Gulf Lantern"),
        ("a poll by the institute Vox Neris", ["Vox Neris"], [], None),
        ("images taken by the firm Heliotrope", [], ["Heliotrope"], None),
        ("The neighbouring state of Dorrea", [], ["Dorrea"], "Dorrea"),
        ("the parliament of Dorrea", [], ["Dorrea"], None),
        ("France and its partners", [], ["France"], "France"),
        ("One of the pilots, who gave only his first name, Nasir", ["Nasir"], [], "Nasir"),
        ("the ministry, which Ivan Petrov heads", ["Ivan Petrov"], [], None),
    ],
)
def test_who_heads_the_phrase(
    lexicon: Lexicon,
    named: Callable[..., tuple[Name, ...]],
    source: str,
    persons: list[str],
    organisations: list[str],
    name: str | None,
) -> None:
    names = named(source, persons=persons, organisations=organisations)
    found = speaker_name(take_apart(words(source, 0, len(source)), lexicon), names, lexicon)
    assert (found and found.span.of(source)) == name
