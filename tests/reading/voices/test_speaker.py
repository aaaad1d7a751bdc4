import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.speaker import gender_of, is_human


@pytest.mark.parametrize(
    ("name", "flags", "gender"),
    [
        ("Marta Lund", [], "f"),
        ("Ivan Petrov", [], "m"),
        ("Qx Zy", ["pf"], "f"),
        ("Qx Borisova", [], "f"),
        ("Qx Zy", [], ""),
    ],
)
def test_gender(lexicon: Lexicon, name: str, flags: list[str], gender: str) -> None:
    assert gender_of(name, flags, lexicon) == gender


def test_nouns_for_persons(lexicon: Lexicon) -> None:
    assert [n for n in ("watchman", "beekeeper", "letter", "chancellery", "adviser") if is_human(n, lexicon)] == [
        "watchman",
        "beekeeper",
        "adviser",
    ]
