"""What ``text`` says of a wording that a spinner probably swapped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.export.flow import Piece, flow, paint
from sayso.export.format import View
from sayso.export.older_text import NONE, Olders, unexplained
from sayso.export.visible import prose
from sayso.export.words import confidence, number
from sayso.types.reading import Reading, RespunPhrase, Wording

LIKELY: Final = 0.5  # the same as in reading: phrases are told from there on


def headline(wording: Wording) -> str:
    """``wording respun: likely, 0.93 (41 phrases, listed below)``."""
    if wording.respun < LIKELY:
        return f"wording respun: unlikely, {confidence(wording.respun)}"
    listed = f" ({number(len(wording.phrases), 'phrase')}, listed below)" if wording.phrases else ""
    return f"wording respun: likely, {confidence(wording.respun)}{listed}"


def phrase_lines(reading: Reading, view: View, olders: Olders = NONE) -> Iterator[str]:
    """Each phrase that was probably put in, with its place and what may have stood there.

    Left out are those of which ``olders`` know what stood there.
    """
    phrases = unexplained(reading.wording.phrases, olders)
    if not phrases:
        return
    yield paint("Words that probably were others", "title", view.colour)
    for phrase in phrases:
        yield from flow(_pieces(phrase, reading.document.text), view.width, "  ", "    ", view.colour)


def _pieces(phrase: RespunPhrase, text: str) -> list[Piece]:
    line = text.count("\n", 0, phrase.span.begin) + 1
    facts = [f"line {line}, chars {phrase.span.begin}-{phrase.span.end}", confidence(phrase.probability)]
    found = [Piece(f"“{prose(phrase.span.of(text))}”", "alarm")]
    if phrase.originals:
        found.append(Piece("perhaps " + " or ".join(f"“{prose(words)}”" for words in phrase.originals)))
    return [*found, Piece(f"· {' · '.join(facts)}", "dim")]
