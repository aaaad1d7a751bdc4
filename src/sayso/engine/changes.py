"""What changed between two versions of an article, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from sayso.text.sentences import sentences

COMPARED: Final = 2000  # sentences of a text that are compared; comparing takes the square of that at worst


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that a later version lacks (``added`` is False) or has for the first time."""

    added: bool
    sentence: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Sentences gone and new, in the order of the texts; white space does not count."""
    old, new = _lines(before), _lines(after)
    found: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [Change(False, line) for line in old[a:b]]
            found += [Change(True, line) for line in new[c:d]]
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [" ".join(s.span.of(text).split()) for s in sentences(text)[:COMPARED]]
