from importlib.resources import files

import pytest

from sayso.reading.voices.lexicon import Lexicon


def test_every_list_is_filled(lexicon: Lexicon) -> None:
    for name in Lexicon.__slots__:
        assert len(getattr(lexicon, name)) > 5, name


def test_nouns_are_found_in_the_plural(lexicon: Lexicon) -> None:
    assert lexicon.role("spokeswomen") == lexicon.role("spokeswoman") == "sf"
    assert lexicon.organisation("ministries") is not None
    assert lexicon.role("ministry") is None


def test_rebels_are_a_body_and_a_rebel_is_not(lexicon: Lexicon) -> None:
    assert lexicon.organisation("rebels") is not None
    assert lexicon.organisation("rebel") is None


@pytest.mark.parametrize("name", ["The New York Times", "israel hayom", "Kestrel News", "Radio Ridge", "AFP"])
def test_outlets(lexicon: Lexicon, name: str) -> None:
    assert lexicon.is_outlet(name)


@pytest.mark.parametrize("name", ["Armed Forces", "News", "Marta Lund", "Ministry of Defence"])
def test_not_outlets(lexicon: Lexicon, name: str) -> None:
    assert not lexicon.is_outlet(name)


def test_stems_match_beginnings_and_whole_words(lexicon: Lexicon) -> None:
    assert lexicon.cue("deny", ["denied"])
    assert not lexicon.cue("deny", ["believes"])
    assert not lexicon.cue("deny", ["said"])


def test_countries_have_capitals_and_people(lexicon: Lexicon) -> None:
    assert {"belarus", "ivory coast", "u.s", "united states"} <= lexicon.countries
    assert {"minsk", "the hague", "kyiv", "kiev"} <= lexicon.capitals
    assert {"belarusian", "ukrainians", "swiss"} <= lexicon.nationalities


def test_data_files_have_no_empty_or_doubled_entries() -> None:
    for file in files("sayso.reading.voices").joinpath("data").iterdir():
        lines = [x for x in file.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
        assert lines, file.name
        if file.name not in ("cues.txt", "synonyms.txt", "first_names.txt"):
            entries = [x.split("\t")[0] for x in lines]
            assert len(entries) == len(set(entries)), file.name
        assert all(x == x.rstrip() or "\t" in x for x in lines), file.name


def test_seats_of_governments_are_capitals(lexicon: Lexicon) -> None:
    assert {"nay pyi taw", "benghazi", "kiev", "kyiv", "minsk"} <= lexicon.capitals
