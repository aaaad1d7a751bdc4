"""Words of a text with their places, sentence by sentence, in the form in which the rules compare them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.types.reading import Sentence
from sayso.types.span import Span

# Letters and digits joined by inner dots, hyphens and apostrophes: "U.S", "al-Assad", "N'Djamena".
_WORD = re.compile(r"[^\W_]+(?:[.'’&\-‑][^\W_]+)*")
_BREAK = re.compile(r"[^\s'’\"“”‘.]|\n|\.\s|[\"“”]")
_POSSESSIVE = ("'s", "’s")
LONGEST = 100  # characters of a word that may be a name; longer ones are noise
_IRREGULAR = {
    **{"men": "man", "women": "woman", "people": "person", "children": "child", "wives": "wife", "media": "media"},
    **{"police": "police", "forces": "forces", "corps": "corps", "troops": "troops", "authorities": "authorities"},
    **{"armed forces": "armed forces", "news": "news", "headquarters": "headquarters", "gas": "gas"},
}


class Token(NamedTuple):
    """One word. ``key`` is in lower case without possessive ending; ``apart`` tells that a sign other than a blank,
    a quotation mark or the dot of an abbreviation stands before it."""

    begin: int
    end: int
    key: str
    capital: bool
    possessive: bool
    apart: bool
    sentence: int

    @property
    def span(self) -> Span:
        """The place of the word without its possessive ending."""
        return Span(self.begin, self.end)


def tokens(text: str, sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Words of ``text`` in order. ``end`` lies before a possessive ending."""
    begins = [s.span.begin for s in sentences]
    out: list[Token] = []
    last, sentence = 0, -1
    for found in _WORD.finditer(text):
        begin, end = found.span()
        raw = found.group()
        possessive = raw[-2:].casefold() in _POSSESSIVE and len(raw) > 2
        if possessive:
            end -= 2
        elif raw[-1] in "sSxz" and text[end : end + 1] in ("'", "’"):
            possessive = text[end + 1 : end + 2].isspace()
        now = max(bisect_right(begins, begin) - 1, 0)
        blank = begin - last == 1 and text[last] == " "
        apart = now != sentence or (not blank and _BREAK.search(text, last, begin) is not None)
        key = text[begin:end].casefold() if end - begin <= LONGEST else "?"
        if not key.isascii():
            key = key.replace("’", "'").replace("‑", "-")
        out.append(Token(begin, end, key, text[begin].isupper(), possessive, apart, now))
        last, sentence = found.end(), now
    return tuple(out)


def between(found: Sequence[Token], begin: int, end: int) -> range:
    """Numbers of the words that begin in ``[begin, end)``."""
    low = bisect_left(found, begin, key=lambda t: t.begin)
    return range(low, bisect_left(found, end, lo=low, key=lambda t: t.begin))


@lru_cache(maxsize=8192)
def singular(key: str) -> str:
    """A noun in the singular, by the regular endings of English and a few exceptions."""
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    for plural, single in (("women", "woman"), ("men", "man"), ("people", "person"), ("ies", "y"), ("sses", "ss")):
        if key.endswith(plural) and len(key) > len(plural) + 1:
            return key[: -len(plural)] + single
    if key.endswith(("ches", "shes", "xes")):
        return key[:-2]
    if key.endswith("s") and not key.endswith(("ss", "us", "is")) and len(key) > 3:
        return key[:-1]
    return key
