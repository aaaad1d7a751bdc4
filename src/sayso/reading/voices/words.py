"""Words of a stretch of text with their places, in the form the rules compare."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sayso.types.span import Span

# Letters and digits, joined by inner dots, hyphens, slashes and apostrophes ("U.N.", "ship-tracker", "Sana'a").
WORD = re.compile(r"[^\W_]+(?:[.'’/&\-‑][^\W_]+)*")
# What ends a part of a phrase between two words; the comma of "40,000" does not.
PARTING = re.compile(r"[;()\[\]:–—]|[,-].*\s|\s.*[,-]", re.DOTALL)
APOSTROPHES = "'’"
IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "persons": "person",
    "children": "child",
    "wives": "wife",
    "media": "media",
    "news": "news",
    "police": "police",
    "forces": "forces",
    "headquarters": "headquarters",
    "corps": "corps",
    "troops": "troops",
    "press": "press",
    "sources": "source",
}


class Word(NamedTuple):
    """One word: ``key`` is its lower-case form without possessive ending and final dot."""

    begin: int
    end: int
    key: str
    capital: bool
    possessive: bool
    comma: bool  # a comma, dash, bracket or semicolon stands between this word and the one before

    @property
    def span(self) -> Span:
        """The place of the word."""
        return Span(self.begin, self.end)


def words(text: str, begin: int, end: int) -> tuple[Word, ...]:
    """Words of ``text[begin:end]`` in order, offsets into ``text``."""
    out: list[Word] = []
    last = begin
    for found in WORD.finditer(text, begin, end):
        start, stop = found.span()
        raw = key = found.group()
        if raw[-1] in "sS" and raw[-2:-1] in APOSTROPHES and len(raw) > 2:
            key = raw[:-2]
        elif raw[-1] in "sS" and stop < end and text[stop] in APOSTROPHES:
            raw += text[stop]  # "the drivers' union"
        lower = key.casefold()
        if not lower.isascii():
            lower = lower.replace("’", "'").replace("‑", "-")
        gap = text[last:start]
        comma = bool(out) and gap != " " and PARTING.search(gap) is not None
        capital = raw[0].isupper() or raw[0].isdigit()
        out.append(Word(start, stop, lower, capital, key != raw, comma))
        last = stop
    return tuple(out)


def words_of(text: str, spans: Iterable[Span]) -> tuple[Word, ...]:
    """Words of several spans, one after the other; each span begins a new part."""
    out: list[Word] = []
    for span in spans:
        found = words(text, span.begin, span.end)
        if out and found:
            found = (found[0]._replace(comma=True), *found[1:])
        out += found
    return tuple(out)


def singular(key: str) -> str:
    """A noun in the singular, by the regular endings of English and a few exceptions."""
    if key in IRREGULAR:
        return IRREGULAR[key]
    for plural, single in (("women", "woman"), ("men", "man"), ("people", "person")):
        if key.endswith(plural) and len(key) > len(plural) + 2:
            return key[: -len(plural)] + single
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "ches", "shes", "xes")):
        return key[:-2]
    if key.endswith("s") and not key.endswith(("ss", "us", "is")) and len(key) > 3:
        return key[:-1]
    return key


def is_plural(key: str) -> bool:
    """True when ``key`` looks like a plural noun."""
    return singular(key) != key or key in ("media", "police", "troops", "forces", "sources")
