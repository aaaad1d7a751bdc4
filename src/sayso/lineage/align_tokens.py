"""Two aligned passages token by token: which tokens stay, and which stretches differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, zip_longest

from rapidfuzz.distance import Levenshtein

from sayso.lineage.words import WORD, units
from sayso.types.lineage import Passage
from sayso.types.span import Span

# Words as in ``WORD``, and every other mark that is not white space by itself.
TOKEN = re.compile(WORD.pattern + r"|\S")
# A table of edits has one bit per pair of tokens; above this many pairs a stretch is one difference as a whole.
MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, or a whole sentence that is the same in both texts, at its place in the text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of both sides that face each other; ``same`` when they are equal, one by one."""

    same: bool
    first: tuple[Token, ...]
    second: tuple[Token, ...]


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``span``; together they hold all that is not white space."""
    return tuple(Token(Span(m.start(), m.end()), m[0]) for m in TOKEN.finditer(text, span.begin, span.end))


def stretches(first: str, second: str, passage: Passage) -> tuple[Stretch, ...]:
    """A passage as stretches that are the same or differ, in order; each token stands in exactly one.

    The fewest words are changed (Levenshtein 1966), sentence by sentence where both sides have as many, as passages
    do that ``align`` found. Takes linear time.
    """
    out: list[Stretch] = []
    for a, b in _sentences(first, second, passage):
        if a and b and a.of(first) == b.of(second):
            out.append(Stretch(True, (Token(a, a.of(first)),), (Token(b, b.of(second)),)))
            continue
        out += edits(tokens(first, a) if a else (), tokens(second, b) if b else ())
    return tuple(out)


def edits(first: tuple[Token, ...], second: tuple[Token, ...]) -> list[Stretch]:
    """The same of two rows of tokens."""
    a, b = [t.text for t in first], [t.text for t in second]
    if a == b or not a or not b or len(a) * len(b) > MOST_PAIRS:
        return [Stretch(a == b, first, second)] if a or b else []
    out: list[Stretch] = []
    for op in Levenshtein.opcodes(a, b):
        one, other = first[op.src_start : op.src_end], second[op.dest_start : op.dest_end]
        if out and not out[-1].same and op.tag != "equal":
            out[-1] = Stretch(False, out[-1].first + one, out[-1].second + other)
        else:
            out.append(Stretch(op.tag == "equal", one, other))
    return out


def _sentences(first: str, second: str, passage: Passage) -> list[tuple[Span | None, Span | None]]:
    """Pairs of sentences that face each other, or the whole passage where they cannot be paired off."""
    a, b = _within(first, passage.first), _within(second, passage.second)
    if len(a) == len(b):
        return list(zip_longest(a, b))
    if sum(s.end - s.begin for s in a) * sum(s.end - s.begin for s in b) <= MOST_PAIRS * 16:
        return [(passage.first, passage.second)]
    return list(zip_longest(a, b))


def _within(text: str, span: Span) -> list[Span]:
    """``span`` cut where sentences begin, without a gap."""
    begins = [u.span.begin for u in units(text) if span.begin < u.span.begin < span.end]
    cuts = list(chain([span.begin], begins, [span.end]))
    return [Span(a, b) for a, b in zip(cuts, cuts[1:], strict=False)]
