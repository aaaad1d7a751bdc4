"""Two texts side by side, sentence by sentence: each with what became of its words, for a page of two columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sayso.export.lineage_diff import gaps, kept_words, within
from sayso.text.sentences import sentences
from sayso.types.lineage import ChangeKind, Comparison, Passage
from sayso.types.span import Span

NEAR: Final = 8  # changes behind the beginning of a sentence that are looked at for where it begins in the other text


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one side. ``change`` is what became of them, ``None`` where both sides have them."""

    span: Span
    change: ChangeKind | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A stretch of both texts, or of one of them: then the other side has no runs."""

    first: tuple[Run, ...]
    second: tuple[Run, ...]


def sides(found: Comparison) -> tuple[Side, ...]:
    """Both texts in the order of the second.

    What only the first has stands before what follows it in the first, or at the end where nothing shared does.
    """
    passages = found.alignment.passages
    rows: list[tuple[int, int, Side]] = []
    for gap in gaps(found.first.text, [p.first for p in passages]):
        following = min((p for p in passages if p.first.begin >= gap.end), key=lambda p: p.first.begin, default=None)
        place = following.second.begin if following else len(found.second.text)
        rows.append((place, 0, Side((Run(gap, ChangeKind.OMITTED),), ())))
    for gap in gaps(found.second.text, [p.second for p in passages]):
        rows.append((gap.begin, 1, Side((), (Run(gap, ChangeKind.ADDED),))))
    begins = [s.span.begin for s in sentences(found.second.text)]
    for passage in passages:
        rows += [(row_at, 2, row) for row_at, row in _passage(found, passage, begins)]
    return tuple(row for _, _, row in sorted(rows, key=lambda r: (r[0], r[1])))


def _passage(found: Comparison, passage: Passage, begins: Sequence[int]) -> Iterator[tuple[int, Side]]:
    """The sentences of a passage, each with its place in the second text."""
    inside = [c for c in found.changes if within(c, passage)]
    firsts = sorted((c.first, c.kind) for c in inside if c.first is not None)
    seconds = sorted((c.second, c.kind) for c in inside if c.second is not None)
    old = kept_words(found.first.text, passage.first, (span for span, _ in firsts))
    new = kept_words(found.second.text, passage.second, (span for span, _ in seconds))
    both = sorted((c.second, c.first) for c in inside if c.second is not None and c.first is not None)
    cuts = [(passage.first.begin, passage.second.begin)]
    for begin in begins[bisect_right(begins, passage.second.begin) : bisect_left(begins, passage.second.end)]:
        k = bisect_left(seconds, begin, key=lambda change: change[0].end)
        if k < len(seconds) and seconds[k][0].begin < begin < seconds[k][0].end:
            continue
        before = bisect_right(new, begin, key=lambda word: word.end)
        least = max(cuts[-1][0], old[before - 1].end if 0 < before <= len(old) else 0)
        cut = old[before].begin if before < len(old) else passage.first.end
        later = both[bisect_left(both, begin, key=lambda pair: pair[0].begin) :]
        cut = min([cut, *(first.begin for _, first in later[:NEAR] if first.begin >= least)])
        cut = _with_marks(found.first.text, cut, least)
        if cut > cuts[-1][0]:
            cuts.append((cut, begin))
    cuts.append((passage.first.end, passage.second.end))
    for (at, place), (end, upto) in pairwise(cuts):
        yield place, Side(_runs(at, end, found.first.text, firsts), _runs(place, upto, found.second.text, seconds))


def _with_marks(text: str, cut: int, least: int) -> int:
    """A cut in front of a word, put in front of the marks that stand before the word, too."""
    while cut > least and not text[cut - 1].isspace():
        cut -= 1
    return cut


def _runs(begin: int, end: int, text: str, changed: Sequence[tuple[Span, ChangeKind]]) -> tuple[Run, ...]:
    """A stretch of a text, cut at what was changed; white space between two changes of one kind goes with them."""
    out: list[Run] = []
    at = begin
    for span, kind in changed[bisect_left(changed, begin, key=lambda change: change[0].begin) :]:
        if span.end > end:
            break
        if span.begin < at:
            continue
        if out and out[-1].change is kind and not text[at : span.begin].strip():
            out[-1] = Run(Span(out[-1].span.begin, span.end), kind)
        else:
            out += [Run(Span(at, span.begin))] if at < span.begin else []
            out.append(Run(span, kind))
        at = span.end
    return (*out, *([Run(Span(at, end))] if at < end else []))
