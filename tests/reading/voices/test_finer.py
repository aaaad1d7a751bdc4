from collections.abc import Callable

import pytest

from sayso.reading.voices.finer import finer
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import words
from sayso.types.reading import EntityType, Mention

Find = Callable[..., tuple[Mention, ...]]


def types(text: str, mentions: tuple[Mention, ...], lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    found = finer(text, words(text, 0, len(text)), mentions, lexicon, "1")
    return {m.span.of(text): (m.type.value, m.coarse.value) for m in found}


def test_the_models_types_become_finer(lexicon: Lexicon, mention: Find) -> None:
    text = "Ukraine, Kharkiv, the Third Brigade, the Coast Guard and the Ministry of Defence"
    names = mention(
        text, places=["Ukraine", "Kharkiv"], organisations=["Third Brigade", "Coast Guard", "Ministry of Defence"]
    )
    assert types(text, names, lexicon) == {
        "Ukraine": ("COUNTRY", "PLACE"),
        "Kharkiv": ("PLACE", "PLACE"),
        "Third Brigade": ("MILITARY", "ORG"),
        "Coast Guard": ("MILITARY", "ORG"),
        "Ministry of Defence": ("ORG", "ORG"),
    }


def test_nationalities_countries_and_titles_are_added(lexicon: Lexicon, mention: Find) -> None:
    text = "Belarusian officers in South Sudan, Deputy Prime Minister Marta Lund and Colonel Roth of the US; the turkey"
    found = types(text, mention(text, persons=["Marta Lund", "Roth"]), lexicon)
    assert found == {
        "Belarusian": ("NORP", "NORP"),
        "South Sudan": ("COUNTRY", "PLACE"),
        "Deputy Prime Minister": ("TITLE", "TITLE"),
        "Marta Lund": ("PERSON", "PERSON"),
        "Colonel": ("TITLE", "TITLE"),
        "Roth": ("PERSON", "PERSON"),
        "US": ("COUNTRY", "PLACE"),
    }


@pytest.mark.parametrize("text", ["Georgia's", "Georgia’s"])
def test_the_possessive_stays_outside(text: str, lexicon: Lexicon) -> None:
    assert types(text, (), lexicon) == {"Georgia": ("COUNTRY", "PLACE")}


def test_each_names_who_found_it(lexicon: Lexicon, mention: Find) -> None:
    text = "Ukraine"
    (found,) = finer(text, words(text, 0, 7), mention(text, places=[text]), lexicon, "7")
    assert [(p.name, p.version) for p in found.producers] == [("rule:country", "7")]
    assert found.type is EntityType.COUNTRY
