"""Descriptions that pronouns go back to, through the public function."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.resolve import resolve
from sayso.text.sentences import sentences
from sayso.types.document import Document
from sayso.types.raw import RawAttribution
from sayso.types.reading import Mention

CASES = [
    ("Colonel Ivan Roth came. The colonel should go. {1s:He} {1q:said} {1c:no}.", ["Ivan Roth"], "Ivan Roth"),
    ("A widow sold her boat. {1s:She} {1q:said} {1c:no}.", [], "widow"),
    ("The government blamed the rebels. {1s:They} {1q:denied} {1c:it}.", [], "rebels"),
    ("The coalition blamed the Houthis. {1s:They} {1q:denied} {1c:it}.", [], "Houthis"),
    ("The police found nothing. {1s:They} {1q:said} {1c:no}.", [], "police"),
    ("{2s:A call} {2q:records} {2c:a sergeant of the 3rd Regiment}. In it {1s:the man} {1q:said} {1c:no}.", [], None),
    ("Dermod Quayle rang his wife, {1s:she} {1q:said}{1c: once}.", ["Dermod Quayle"], "his wife"),
]


@pytest.mark.parametrize(("text", "persons", "name"), CASES)
def test_whoever_is_only_described_is_found(
    text: str,
    persons: list[str],
    name: str | None,
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
    mention: Callable[..., tuple[Mention, ...]],
) -> None:
    plain, raw = marked(text)
    _, attributions, _ = resolve(document(plain), sentences(plain), mention(plain, persons=persons), raw, lexicon)
    found = next(a for a in attributions if a.source == raw[0].source)
    assert found.voice.name == (name or "sergeant of the 3rd Regiment")


@pytest.mark.parametrize(
    ("text", "persons", "name"),
    [
        ("{2s:Marta Lund} {2q:said} {2c:a widow left}. {1s:She} {1q:added} {1c:no}.", ["Marta Lund"], "Marta Lund"),
        ("The general's boat left. {1s:She} {1q:said} {1c:no}.", [], "She"),
        ("{2s:Two men} {2q:said} {2c:the rebels left}. {1s:They} {1q:added} {1c:no}.", [], "Two men"),
    ],
)
def test_speakers_come_before_those_who_are_only_described(
    text: str,
    persons: list[str],
    name: str,
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
    mention: Callable[..., tuple[Mention, ...]],
) -> None:
    plain, raw = marked(text)
    _, attributions, _ = resolve(document(plain), sentences(plain), mention(plain, persons=persons), raw, lexicon)
    assert next(a for a in attributions if a.source == raw[0].source).voice.name == name
