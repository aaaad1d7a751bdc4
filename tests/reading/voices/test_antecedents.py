"""Single rules of resolution through the public function; the fuller cases are in ``cases/``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.resolve import resolve
from sayso.text.sentences import sentences
from sayso.types.document import Basis, Document, Known
from sayso.types.raw import RawAttribution
from sayso.types.reading import Mention


@pytest.mark.parametrize(
    ("text", "persons", "name", "rule"),
    [
        ("Marta Lund came. {1s:She} {1q:said} {1c:no}.", ["Marta Lund"], "Marta Lund", "rule:pronoun"),
        (
            "Marta Lund met Ivan Roth. {1s:He} {1q:said} {1c:no}.",
            ["Marta Lund", "Ivan Roth"],
            "Ivan Roth",
            "rule:pronoun",
        ),
        ("Ivan Roth met Abel Kay. {1s:He} {1q:said} {1c:no}.", ["Ivan Roth", "Abel Kay"], "Ivan Roth", "rule:pronoun"),
        ("{1s:He} {1q:said} {1c:no}. Ivan Roth came.", ["Ivan Roth"], "He", None),
        ("112 survivors, {1s:most of whom} {1q:blamed} {1c:him}", [], "survivors", "rule:relative"),
        ("Ivan Roth, {1s:who} {1q:said} {1c:no}", ["Ivan Roth"], "Ivan Roth", "rule:relative"),
        ("{2s:Two men} {2q:said} {2c:no}. {1s:They} {1q:added} {1c:more}.", [], "Two men", "rule:pronoun"),
        ("{2s:The court} {2q:said} {2c:no}. {1s:It} {1q:added} {1c:more}.", [], "court", "rule:pronoun"),
        ("{2s:The court} {2q:said} {2c:no}. {1s:A spokesman} {1q:added} {1c:it}.", [], "court", "rule:spokesperson"),
        (
            "{2s:a source in the police} {2q:said} {2c:no}. {1s:The source} {1q:added} {1c:it}.",
            [],
            "source in the police",
            "rule:description",
        ),
        (
            "{2s:A member of the crew} {2q:said} {2c:no}. {1s:The source} {1q:added} {1c:it}.",
            [],
            "member of the crew",
            "rule:last-speaker",
        ),
        ("Editor Ivan Roth left. {1s:The other editor} {1q:stayed}{1c: on}.", ["Ivan Roth"], "other editor", None),
        (
            "Roth sold a dog to Lech Adler. {1s:The latter} {1q:said} {1c:no}",
            ["Roth", "Lech Adler"],
            "Lech Adler",
            "rule:the-latter",
        ),
    ],
)
def test_antecedents(
    text: str,
    persons: list[str],
    name: str,
    rule: str | None,
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
    mention: Callable[..., tuple[Mention, ...]],
) -> None:
    plain, raw = marked(text)
    _, attributions, _ = resolve(document(plain), sentences(plain), mention(plain, persons=persons), raw, lexicon)
    found = next(a for a in attributions if a.source == raw[0].source)
    assert (found.voice.name, found.resolution and found.resolution.rule) == (name, rule)


def test_we_is_the_publisher_outside_and_the_speaker_inside_a_quotation(
    lexicon: Lexicon,
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
) -> None:
    text, raw = marked(
        "The Harbour Post. {1s:We} {1q:deny} {1c:it}. {2s:Ann Roe} {2q:said} {2c:{3s:we} {3q:think} {3c:so}}"
    )
    made = document(text, publisher=Known("The Harbour Post", Basis.METADATA))
    _, attributions, _ = resolve(made, sentences(text), (), raw, lexicon)
    assert [a.voice.name for a in attributions] == ["Harbour Post", "Ann Roe", "Ann Roe"]
