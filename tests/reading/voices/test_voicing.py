from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.resolve import resolve
from sayso.reading.voices.voicing import RULES
from sayso.text.sentences import sentences
from sayso.types.attribution import VoiceKind
from sayso.types.document import Document
from sayso.types.raw import RawAttribution


def test_rules_are_in_the_open() -> None:
    assert len(RULES) == len(set(RULES))
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{1s:The court} {1q:denied} {1c:it}, {2q:saying} {2c:nobody came}.", "court"),
        ("{1s:The court} {1q:said} {1c:no} but {2q:warned} {2c:of more}.", "court"),
        ("{1s:The court} {1q:said} {1c:no}, and {2q:it is said} {2c:so}.", None),
        ("{1s:The court} {1q:said} {1c:no}. {2q:Allegedly}, {2c:he ran}.", None),
        ("{1s:The court} {1q:said} {1c:no}. And {2q:added} {2c:more}.", None),
    ],
)
def test_a_cue_without_source(
    text: str,
    name: str | None,
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
) -> None:
    plain, raw = marked(text)
    _, attributions, _ = resolve(document(plain), sentences(plain), (), raw, lexicon)
    found = next(a for a in attributions if not a.source)
    assert found.voice.name == name
    assert found.voice.kind is (VoiceKind.UNNAMED if name is None else VoiceKind.ORGANISATION)


def test_a_spokesman_behind_a_statement(
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
) -> None:
    text, raw = marked("{1s:A statement by a spokesman for the navy} {1q:said} {1c:no}.")
    _, (found,), _ = resolve(document(text), sentences(text), (), raw, lexicon)
    assert (found.voice.kind, found.voice.name) == (VoiceKind.ORGANISATION, "navy")


def test_a_letter_that_was_written_is_the_root_behind_its_author(
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
) -> None:
    text = "{1s:General Ivo Marn} {1q:wrote a letter stating} {1c:that he would go}. {2s:He} {2q:said} {2c:no more}."
    plain, raw = marked(text)
    _, (wrote, said), _ = resolve(document(plain), sentences(plain), (), raw, lexicon)
    assert (wrote.root.kind, wrote.root.name) == (VoiceKind.DOCUMENT, "letter")
    assert wrote.voice.name == "Ivo Marn"
    assert wrote.chain[-2:] == (wrote.voice.id, wrote.root.id)
    assert said.root.name == "Ivo Marn"
