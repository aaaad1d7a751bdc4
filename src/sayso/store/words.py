"""What somebody types into a search, as a query that FTS5 takes: nothing typed can be an error of syntax."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST: Final = 60  # words and phrases of one search; the others are passed over
# A phrase in straight or curly quotation marks, or a word; either may end with "*". A mark that is never closed
# belongs to its word.
PART: Final = re.compile(r'["“”„]([^"“”„]*)["“”„](\*?)|(\S+)')


def match(words: str) -> str | None:
    """The query for texts that hold all these words; ``"..."`` is a phrase, ``*`` ends a word that may go on.

    ``None`` when no letter or digit is left.
    """
    parts = []
    for found in PART.finditer(words):
        phrase, star, word = found[1], bool(found[2]), found[3]
        if word is not None:
            star = word.endswith("*")
            phrase = word
        if any(_held(char) for char in phrase):
            parts.append(quoted(phrase) + (" *" if star else ""))
    return " AND ".join(parts[:MOST]) or None


def quoted(phrase: str) -> str:
    """One string of FTS5: words that stand next to each other."""
    safe = "".join(" " if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in phrase)
    return '"' + safe.replace('"', '""') + '"'


def within(column: str, query: str) -> str:
    """The query, asked of one column only."""
    return f"{{{column}}} : ({query})"


def _held(char: str) -> bool:
    """Whether the index holds this character: the tokenizer takes letters and figures for words."""
    return unicodedata.category(char)[0] in "LN"
