"""The older wording of a text: where each stretch of it stood in the text that it was made from, whatever the words.

What ``sayso.lineage.changes`` tells as differences is here a way back: from any characters of a copy to the characters
of its parent that stood at their place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from sayso.lineage.align_tokens import Token, stretches
from sayso.lineage.words import WORD, units
from sayso.text.swapped import SMALL as SMALL_WORDS
from sayso.text.swapped import facing
from sayso.types.lineage import Alignment, Substitution
from sayso.types.span import Span

# More characters than this between two stretches that the copy has side by side are not part of the older wording.
LEFT_OUT = 40
# Words of a name on either side of those that were replaced: with a capital, and small ones between two of them.
SMALL = r"(?:(?:of|for|and|in|de|al|la|von|van|bin|ibn)[ ](?:the[ ])?)?"
NAME_BEFORE = re.compile(rf"(?:(?<![\w.’'-])[A-Z][\w’'-]*[ ]{SMALL})+$")
NAME_BEHIND = re.compile(rf"(?:[ ]{SMALL}[A-Z][\w-]*)+")
NAME = re.compile(r"[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*)+")
LONGEST_NAME = 80
BESIDE = re.compile(r"(?:['’]s?)?\s{0,2}")
HYPHENS = "-‐‑"
# A word that stands so many changes further on, or back, may be the same one at another place of its sentence.
# Where at least this share of the changed words around did so, it is no chance.
NEAR, LEAST_MOVED = 4, 0.2
# A sentence of which no word of content and less than this share of the characters was kept is another sentence.
LEAST_KEPT = 0.3
LOOKED_AT = 16  # of the same words
POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the copy, ``here``, and where it stood; ``None`` for what was put in. ``same``: letter by letter."""

    here: Span
    there: Span | None
    same: bool


def places(first: str, second: str, alignment: Alignment) -> tuple[Place, ...]:
    """Where the words of ``second`` within passages of ``alignment`` stood in ``first``, in the order of ``second``.

    The stretches do not overlap; one that replaces others is as short as can be told. Where words have only changed
    their order, as in a rewrite, what stands between them faces nothing. Takes linear time.
    """
    out: list[Place] = []
    for passage in alignment.passages:
        rows = stretches(first, second, passage)
        same = ((a, b) for row in rows if row.same for a, b in zip(row.first, row.second, strict=True))
        found = [Place(b.span, a.span, True) for a, b in same]
        found += _changed([(_words(row.first), _words(row.second)) for row in rows if not row.same])
        out += _believed(sorted(found, key=lambda p: p.here), second)
    return tuple(sorted(out, key=lambda p: p.here))


def _believed(found: Sequence[Place], second: str) -> Iterator[Place]:
    """The places without those of sentences that were put in the place of others and share nothing but small words."""
    begins = [unit.span.begin for unit in units(second)]
    for _, group in groupby(found, key=lambda p: bisect_right(begins, p.here.begin)):
        row = list(group)
        kept = sum(p.here.end - p.here.begin for p in row if p.same)
        words = (p.here.of(second).lower() for p in row if p.same)
        alike = any(WORD.search(word) and word not in SMALL_WORDS for word in words)
        alike = alike or kept >= LEAST_KEPT * sum(p.here.end - p.here.begin for p in row)
        yield from row if alike else (replace(p, there=p.there if p.same else None) for p in row)


def _changed(rows: Sequence[tuple[list[Token], list[Token]]]) -> Iterator[Place]:
    """Places of the words of stretches that differ, in order."""
    moved = _moved(rows)
    gone = set(moved.values())
    for first, second in rows:
        if any(t.span in moved for t in second) or any(t.span in gone for t in first):
            for token in second:
                yield Place(token.span, moved.get(token.span), token.span in moved)
            continue
        for i, j, k, n in facing([t.text for t in first], [t.text for t in second]):
            if i < j and k < n:
                yield from _apart(first[i:j], second[k:n])
            elif k < n:
                yield Place(_around(second[k:n]), None, False)


def _moved(rows: Sequence[tuple[list[Token], list[Token]]]) -> dict[Span, Span]:
    """Words of content that only changed their place: where they stand here, and where they stood.

    Where few words around are like this, it is chance: a spinner may well put one word in and take it out nearby.
    """
    waiting: dict[str, deque[tuple[int, Span]]] = {}
    for number, (first, _) in enumerate(rows):
        for token in first:
            if token.text.lower() not in SMALL_WORDS:
                waiting.setdefault(token.text, deque()).append((number, token.span))
    found: list[dict[Span, Span]] = []
    for number, (_, second) in enumerate(rows):
        found.append({})
        for token in second:
            rest = waiting.get(token.text, deque())
            while rest and rest[0][0] < number - NEAR:
                rest.popleft()
            near = [row for row in islice(rest, LOOKED_AT) if row[0] <= number + NEAR]
            if near:
                best = min(near, key=lambda row: (abs(row[0] - number), row[1]))
                rest.remove(best)
                found[-1][token.span] = best[1]
    out: dict[Span, Span] = {}
    for number, here in enumerate(found):
        around = slice(max(0, number - NEAR), number + NEAR + 1)
        if sum(map(len, found[around])) >= LEAST_MOVED * sum(len(second) for _, second in rows[around]):
            out |= here
    return out


def _apart(first: list[Token], second: list[Token]) -> Iterator[Place]:
    """One piece; a possessive ending that both have stands apart: it was not replaced."""
    here, there = _around(second), _around(first)
    mine, theirs = POSSESSIVE.search(second[-1].text), POSSESSIVE.search(first[-1].text)
    if mine is None or theirs is None:
        yield Place(here, there, False)
        return
    a, b = len(mine[0]), len(theirs[0])
    yield Place(Span(here.begin, here.end - a), Span(there.begin, there.end - b), False)
    yield Place(Span(here.end - a, here.end), Span(there.end - b, there.end), mine[0] == theirs[0])


def _words(row: tuple[Token, ...]) -> list[Token]:
    """The words of a row, those with a hyphen between them as one."""
    out: list[Token] = []
    joined = False
    for token in row:
        if not WORD.match(token.text):
            joined = bool(out) and token.text in HYPHENS and token.span.begin == out[-1].span.end
        elif joined and token.span.begin == out[-1].span.end + 1:
            before = out.pop()
            out.append(Token(Span(before.span.begin, token.span.end), f"{before.text}-{token.text}"))
            joined = False
        else:
            out.append(token)
            joined = False
    return out


def _around(row: list[Token]) -> Span:
    return Span(row[0].span.begin, row[-1].span.end)


def pieces(found: Sequence[Place], span: Span) -> tuple[Span, ...]:
    """Where the words of ``span`` stood, as stretches: apart where the copy left out more than ``LEFT_OUT`` between.

    In the order of ``span``; none where nothing of it stood there.
    """
    out: list[Span] = []
    for there in _there(found, span):
        if out and -1 <= there.begin - out[-1].end <= LEFT_OUT:
            out[-1] = Span(out[-1].begin, max(there.end, out[-1].end))
        elif not out or not out[-1].covers(there):
            out.append(there)
    return tuple(out)


def substitutions(first: str, second: str, found: Sequence[Place]) -> tuple[Substitution, ...]:
    """What was replaced, as whole phrases: words that were replaced side by side, with the rest of their name.

    "Basic Workers" for "General Staff" is told as "Chief of the Basic Workers" for "Chief of the General Staff".
    """
    out: list[Substitution] = []
    for here, there in _replaced(first, second, found):
        if any(word[:1].isupper() for span, text in ((here, second), (there, first)) for word in span.of(text).split()):
            here, there = _named(here, there, first, second)
        if out and out[-1].here.end >= here.begin:
            before = out.pop()
            here = Span(min(before.here.begin, here.begin), max(before.here.end, here.end))
            there = Span(min(before.there.begin, there.begin), max(before.there.end, there.end))
        out.append(Substitution(here, there))
    return tuple(out)


def _replaced(first: str, second: str, found: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    """Replaced words, those side by side together, also with a possessive ending between them.

    A name of several words ends where words without a capital follow.
    """
    row: tuple[Span, Span] | None = None
    for place in found:
        if place.same or place.there is None:
            continue
        here, there = place.here, place.there
        beside = row is not None and _beside(second, row[0], here) and _beside(first, row[1], there)
        if row is not None and beside and not (NAME.fullmatch(row[0].of(second)) and second[here.begin].islower()):
            row = Span(row[0].begin, here.end), Span(row[1].begin, there.end)
            continue
        if row is not None:
            yield row
        row = here, there
    if row is not None:
        yield row


def _beside(text: str, one: Span, other: Span) -> bool:
    return one.end <= other.begin and BESIDE.fullmatch(text, one.end, other.begin) is not None


def _named(here: Span, there: Span, first: str, second: str) -> tuple[Span, Span]:
    """Both with the words around them that are the same and belong to a name."""
    before, behind = _common(first[: there.begin], second[: here.begin]), 0
    head = NAME_BEFORE.search(before)
    tail = NAME_BEHIND.match(second, here.end)
    if tail and first.startswith(tail[0], there.end):
        behind = len(tail[0])
    ahead = len(head[0]) if head else 0
    return Span(here.begin - ahead, here.end + behind), Span(there.begin - ahead, there.end + behind)


def _common(first: str, second: str) -> str:
    """What both end in, up to so many characters as a name may have."""
    k = 0
    while k < min(len(first), len(second), LONGEST_NAME) and first[-1 - k] == second[-1 - k]:
        k += 1
    shared = second[len(second) - k :]
    cut = k < min(len(first), len(second)) and WORD.match(shared) is not None
    return shared[shared.find(" ") :] if cut and " " in shared else "" if cut else shared


def older(found: Sequence[Place], span: Span) -> Span | None:
    """Where the characters of ``span`` stood in the older text, whole words where words were replaced.

    ``None`` where none of them stood there.
    """
    there = _there(found, span)
    return Span(min(s.begin for s in there), max(s.end for s in there)) if there else None


def share(found: Sequence[Place], span: Span) -> float:
    """How much of what ``span`` covers, white space aside, stood in the older text in whatever words, in [0, 1]."""
    here = sum(p.here.overlap(span) for p in _within(found, span))
    there = sum(p.here.overlap(span) for p in _within(found, span) if p.there is not None)
    return there / here if here else 0.0


def kept(found: Sequence[Place], span: Span) -> float:
    """How much of what ``span`` covers, white space aside, stood there letter by letter, in [0, 1]."""
    here = sum(p.here.overlap(span) for p in _within(found, span))
    same = sum(p.here.overlap(span) for p in _within(found, span) if p.same)
    return same / here if here else 0.0


def _there(found: Sequence[Place], span: Span) -> list[Span]:
    out: list[Span] = []
    for place in _within(found, span):
        if place.there is not None:
            begin = place.there.begin + (max(0, span.begin - place.here.begin) if place.same else 0)
            end = place.there.end - (max(0, place.here.end - span.end) if place.same else 0)
            out.append(Span(begin, end))
    return out


def _within(found: Sequence[Place], span: Span) -> Iterator[Place]:
    k = bisect_left(found, span.begin + 1, key=lambda p: p.here.end)
    while k < len(found) and found[k].here.begin < span.end:
        yield found[k]
        k += 1
