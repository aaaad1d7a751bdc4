"""What differs between two aligned texts, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sayso.lineage.align_tokens import Stretch, Token, stretches
from sayso.lineage.words import MOST_CHARACTERS, WORD, units
from sayso.lineage.words_weight import bare, denied, name_like, numbers
from sayso.text.sentences import OPENERS
from sayso.types.lineage import Alignment, Change, ChangeKind
from sayso.types.span import Span


@dataclass(frozen=True, slots=True)
class Names:
    """What tells names from words that have a capital because a sentence begins with them."""

    opening: tuple[frozenset[int], frozenset[int]]  # where sentences begin, in the first and the second text
    small: frozenset[str]  # words that either text writes in small letters
    inside: frozenset[str]  # words that either text writes with a capital inside a sentence


def changes(first: str, second: str, alignment: Alignment) -> tuple[Change, ...]:
    """Every difference within the passages of ``alignment``, in their order.

    Each token (word, number or mark) that differs stands in exactly one change, and ``first`` is found again by
    putting the changes into ``second``; only white space may differ without being a change. Where a stretch of
    changed words holds more than one of a negation, a number and a name, it is taken word by word, so that none
    hides another. Takes linear time.
    """
    names = _names(first, second)
    out: list[Change] = []
    for passage in alignment.passages:
        for stretch in stretches(first, second, passage):
            if not stretch.same:
                out += _of(stretch, names)
    return tuple(out)


def _of(stretch: Stretch, names: Names) -> Iterator[Change]:
    kinds = _weighty(stretch.first, stretch.second, names)
    if len(kinds) < 2:
        yield _change(stretch.first, stretch.second, kinds)
        return
    for a, b in zip_longest(stretch.first, stretch.second):
        one, other = (a,) if a else (), (b,) if b else ()
        yield _change(one, other, _weighty(one, other, names))


def _change(first: Sequence[Token], second: Sequence[Token], kinds: list[ChangeKind]) -> Change:
    if kinds:
        kind = kinds[0]
    elif first and second:
        kind = ChangeKind.SUBSTITUTED
    else:
        kind = ChangeKind.OMITTED if first else ChangeKind.ADDED
    return Change(kind, _span(first), _span(second))


def _span(row: Sequence[Token]) -> Span | None:
    return Span(row[0].span.begin, row[-1].span.end) if row else None


def _weighty(first: Sequence[Token], second: Sequence[Token], names: Names) -> list[ChangeKind]:
    """The kinds that a reader must not miss and that fit, the weightiest first."""
    a, b = [t.text for t in first], [t.text for t in second]
    fits = {
        ChangeKind.NEGATION: denied(a, b),
        ChangeKind.NUMBER: numbers(a) != numbers(b),
        ChangeKind.NAME: _renamed(first, second, names),
    }
    return [kind for kind, fit in fits.items() if fit]


def _renamed(first: Sequence[Token], second: Sequence[Token], names: Names) -> bool:
    rows = [[t for t in row if name_like(t.text)] for row in (first, second)]
    sure, open_ = [Counter[str](), Counter[str]()], [Counter[str](), Counter[str]()]
    for side, row in enumerate(rows):
        for token in row:
            word = bare(token.text)
            at_begin = token.span.begin in names.opening[side]
            common = word in names.small or word in OPENERS
            if not at_begin or (word in names.inside and not common):
                sure[side][word] += 1
            elif not common:
                open_[side][word] += 1
    # A word that opens a sentence is a name by the company it keeps: another word with a capital in its place.
    both = [sure[0] + open_[0], sure[1] + open_[1]]
    return (sure[0] != sure[1] and both[0] != both[1]) or (bool(open_[0]) and bool(open_[1]) and both[0] != both[1])


def _names(first: str, second: str) -> Names:
    opening, small, inside = [], set[str](), set[str]()
    for text in (first, second):
        begins = set[int]()
        for unit in units(text):
            found = WORD.search(text, unit.span.begin, unit.span.end)
            if found:
                begins.add(found.start())
        opening.append(frozenset(begins))
        for m in WORD.finditer(text, 0, MOST_CHARACTERS):
            if m[0][:1].islower():
                small.add(bare(m[0]))
            elif m.start() not in begins and name_like(m[0]):
                inside.add(bare(m[0]))
    return Names((opening[0], opening[1]), frozenset(small), frozenset(inside))
