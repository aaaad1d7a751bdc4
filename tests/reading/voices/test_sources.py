from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.sources import read_source
from sayso.reading.voices.speaker import NOBODY, Form, Speaker
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span


def read(text: str, lexicon: Lexicon, names: tuple[Name, ...] = ()) -> Speaker:
    return read_source(text, (Span(0, len(text)),), names, lexicon)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("he", Form.PRONOUN),
        ("she herself", Form.PRONOUN),
        ("one of them", Form.PART),
        ("The other", Form.PART),
        ("One of the officers", Form.PART),
        ("one officer", Form.DESCRIPTION),
        ("the officers themselves", Form.DESCRIPTION),
    ],
)
def test_forms(lexicon: Lexicon, text: str, form: Form) -> None:
    assert read(text, lexicon).form is form


def test_no_source(lexicon: Lexicon) -> None:
    assert read_source("rain", (), (), lexicon) == NOBODY
    assert read("…", lexicon) == NOBODY


def test_a_name_with_its_kind_and_nouns(lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Marta Lund, adviser to the leader"
    found = read(text, lexicon, named(text, persons=["Marta Lund"]))
    assert (found.kind, found.name, found.gender) == (VoiceKind.PERSON, Span(0, 10), "f")
    assert "adviser" in found.nouns
    assert found.public


def test_a_ministry_keeps_its_country(lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Norrin’s Foreign Ministry"
    found = read(text, lexicon, named(text, organisations=["Foreign Ministry"]))
    assert found.name is not None
    assert found.name.of(text) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a gang leader known as Ti-Blan", "Ti-Blan"),
        ("its spokesman, who goes by the name of Abu Talib", "Abu Talib"),
        ("A colonel giving his name as Yves Tarro", "Yves Tarro"),
    ],
)
def test_aliases(lexicon: Lexicon, text: str, name: str) -> None:
    found = read(text, lexicon)
    assert found.kind is VoiceKind.PERSON
    assert found.name is not None
    assert found.name.of(text) == name
