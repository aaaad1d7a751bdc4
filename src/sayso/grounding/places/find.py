"""Marks names of places by rule: the longest run of capitalised words that the gazetteer knows, with precautions.

It serves texts whose names no model has marked. What looks like a person ("Paris Hilton"), an organisation ("Bank of
Georgia", "Washington Post") or a government that speaks ("Washington said") is left out, and so are peoples ("Syrian").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sayso.grounding.places.gazetteer import Gazetteer, How, gazetteer
from sayso.grounding.places.names import fold
from sayso.types.span import Span

DATA = Path(__file__).parent / "data"
TOKEN = re.compile(r"(?:[A-Za-zÀ-ɏ]\.){2,}|[^\W\d_](?:[\w]|['’ʼ.-](?=\w))*\.?|[.!?:;\n\"“”()]|\S")
# What may stand between the words of one name.
GAP = re.compile(r"[ \u00a0-]+|, (?=D\.?C\.?)")
ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|e[lsrz])[-'’][A-Z]")  # "al-Hasakah" is a capitalised word
LONGEST = 5  # words of a name
SHORTEST = 4  # letters of a word in capitals that is more likely a name than an abbreviation
LETTERS = frozenset("UK US UAE EU DRC NSW USA".split())  # other short words in capitals are too often something else
# log10 of inhabitants below which a single word is taken for a place only beside a place that holds it.
SMALLEST = 3.9
SMALLEST_OPENING = 5.0  # the same for the first word of a sentence, which is capitalised anyway
OPENERS = frozenset('.!?:;\n"“”(')
# "Donetsk Oblast" is one name, though only its first word is listed.
KIND_WORDS = frozenset(
    "province region oblast governorate county district raion krai prefecture parish township".split()
)
JOINERS = frozenset("of and the al el de la del da do du na on upon sur am di le les".split())


class _Token(NamedTuple):
    text: str
    begin: int
    end: int
    opens: bool  # first word of a sentence
    after_comma: bool  # "Springfield, Ill."

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or (self.text[:1] in "ae" and bool(ARTICLE.match(self.text)))


@dataclass(frozen=True, slots=True)
class _Words:
    """Lists of ``finder.tsv``, by their name."""

    people: frozenset[str]  # titles and first names: the name behind them is a person's
    bodies: frozenset[str]  # words of organisations: the name before them, or behind "of", is theirs
    says: frozenset[str]  # verbs of speaking: the name before them is a government
    common: frozenset[str]  # words that are seldom places though the gazetteer has one of that name
    given: frozenset[str]  # places that are also first names: before another name they are a person's


@cache
def _words() -> _Words:
    lists: dict[str, frozenset[str]] = {}
    for line in (DATA / "finder.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition("\t")
            lists[name] = frozenset(words.split())
    return _Words(**lists)


def find(text: str, known: Gazetteer | None = None) -> tuple[Span, ...]:
    """Spans of names of places in ``text``, sorted, without overlap.

    ``known`` is the gazetteer to look in, by default that of the package. Raises ``ModelError`` when that cannot be
    read.
    """
    g = known or gazetteer()
    tokens = tuple(_tokens(text))
    out: list[tuple[Span, str]] = []
    persons: set[str] = set()
    k = 0
    while k < len(tokens):
        size = _longest(g, text, tokens, k) if _starts(tokens[k]) else 0
        if size:
            end = tokens[k + size - 1].end
            span = Span(tokens[k].begin, end - _overhang(g, text[tokens[k].begin : end]))
            bar = _bar(text, tokens, k, k + size)
            if bar == "surname" and size == 1:
                persons.add(fold(span.of(text)))
            elif bar is None:
                out.append((span, fold(span.of(text))))
        k += max(1, size)
    return tuple(span for span, key in out if key not in persons)


def _starts(token: _Token) -> bool:
    return token.capital and token.text != "The"


def _tokens(text: str) -> Iterator[_Token]:
    opens, comma = True, False
    for match in TOKEN.finditer(text):
        word = match[0]
        begin, end = match.span()
        if word[-2:] in ("'s", "’s"):
            word, end = word[:-2], end - 2
        yield _Token(word, begin, end, opens, comma)
        comma = word == ","
        opens = word in OPENERS or (word.endswith(".") and len(word) > 5)


def _overhang(g: Gazetteer, written: str) -> int:
    """1 when ``written`` ends in the full stop of its sentence rather than of an abbreviation."""
    if not written.endswith(".") or written.count(".") > 1:
        return 0
    if written[:-1] in LETTERS:
        return 1
    return 0 if any(hit.how is How.SHORT for hit in g.exact(fold(written))) else 1


def _longest(g: Gazetteer, text: str, tokens: tuple[_Token, ...], k: int) -> int:
    """The number of words from ``k`` on that are one known name, 0 for none."""
    end = k + 1
    while end < min(len(tokens), k + LONGEST) and _goes_on(text, tokens, end):
        end += 1
    for stop in range(end, k, -1):
        if tokens[stop - 1].capital:
            if _is_place(g, text[tokens[k].begin : tokens[stop - 1].end], tokens[k], stop - k):
                kind = stop < end and tokens[stop].capital and tokens[stop].text.lower().rstrip(".") in KIND_WORDS
                return stop - k + kind
    return 0


def _goes_on(text: str, tokens: tuple[_Token, ...], k: int) -> bool:
    gap = text[tokens[k - 1].end : tokens[k].begin]
    return bool(GAP.fullmatch(gap)) and (tokens[k].capital or tokens[k].text in JOINERS)


def _is_place(g: Gazetteer, written: str, first: _Token, words: int) -> bool:
    key = fold(written)
    hits = g.exact(key)
    if any(h.how is How.PEOPLE for h in hits):
        return False
    if words > 1:
        return bool(hits) and first.text.lower() not in _words().people
    bare = written.rstrip(".")
    if bare.isupper() and len(bare) <= SHORTEST and "." not in bare:
        return bare in LETTERS
    if any(h.how is How.SHORT for h in hits):
        return written.count(".") > 1 or (written.endswith(".") and first.after_comma)
    if key in _words().common | _words().people or len(key) < SHORTEST - 1:
        return False
    sizes = [float(g.population[h.place]) - 0.5 * (h.how is not How.MAIN) for h in hits]
    return bool(sizes) and max(sizes) >= (SMALLEST_OPENING if first.opens else SMALLEST)


def _bar(text: str, tokens: tuple[_Token, ...], begin: int, end: int) -> str | None:
    """What the words around tokens ``begin`` to ``end`` make of the name, ``None`` when it stays a place's."""
    words = _words()
    before = tokens[begin - 1] if begin else None
    after = tokens[end] if end < len(tokens) else None
    if before is not None and text[before.end : tokens[begin].begin] == " ":
        low = before.text.lower().rstrip(".")
        if low in words.people and before.capital:
            return "surname"
        if low == "of" and begin > 1 and tokens[begin - 2].capital and tokens[begin - 2].text.lower() in words.bodies:
            return "body"
    if after is not None and text[tokens[end - 1].end : after.begin] == " ":
        low = after.text.lower().rstrip(".")
        if low in words.says:
            return "voice"
        if after.capital and low in words.bodies:
            return "body"
        if end - begin == 1 and after.capital and after.text.isalpha() and fold(tokens[begin].text) in words.given:
            return "first name"
    return None
