"""Quotations of one text that stand in another one, and what was done to them on the way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from sayso.lineage.align_tokens import Token, stretches
from sayso.lineage.words import MOST_CHARACTERS, WORD
from sayso.lineage.words_weight import denied, numbers
from sayso.text.quotes import Quotation, quotations
from sayso.types.lineage import Alignment, Alteration, QuotedAgain
from sayso.types.span import Span

# Outside of passages a quotation is known again by its own words: at least so many, and so many of them alike.
LEAST_WORDS = 5
ALIKE = 0.6
# At one place of an alignment this share of the shorter one's words is enough; for quotations of a few words, all
# of which a spinner may have swapped, that much of the place itself.
RELATED = 0.3
FEW = 8
SAME_PLACE = 0.7
# Outside of passages no more pairs of quotations than this are compared.
MOST_PAIRS = 10_000
# Words left out in one place are a cut when there are more of them than this.
SHORT_CUT = 3
MOST_WORDS = 2_000
# Ways of writing that a copy editor changes without touching the wording.
GROUPS = re.compile(r"(?<=\d),(?=\d{3})")
HOUSE = {"%": "percent", "us": "united states", "uk": "united kingdom", "over": "more than", "about": "approximately"}


def quoted_again(first: str, second: str, alignment: Alignment) -> tuple[QuotedAgain, ...]:
    """Every outermost quotation of ``second`` whose words stand in ``first``, in the order of ``second``.

    ``parent`` is the quotation of ``first`` that it was made of, or where ``first`` has no quotation marks there,
    the words. Spans of quotations hold their marks.
    """
    theirs, ours = _quotations(first), _quotations(second)
    out: list[QuotedAgain] = []
    rest: list[Quotation] = []
    places = _places(first, second, alignment)
    for quotation in ours:
        region = _region(places, quotation.span)
        if region is None:
            rest.append(quotation)
            continue
        parent = max((q.span for q in _overlapping(theirs, region)), key=region.overlap, default=region)
        said = _words(quotation.span.of(second))
        if _related(_words(parent.of(first)), said) or (len(said) <= FEW and _at_one_place(region, parent)):
            out.append(QuotedAgain(parent, quotation.span, alteration(parent.of(first), quotation.span.of(second))))
        else:
            rest.append(quotation)
    out += _by_wording(first, second, theirs, rest)
    return tuple(sorted(out, key=lambda q: q.child))


def alteration(parent: str, child: str) -> Alteration | None:
    """What was done to the quotation ``parent`` to make it ``child``; ``None`` where no word differs.

    Small and capital letters, punctuation and the shape of apostrophes do not count. A cut with a mark ("…", "...",
    "[...]") that says so is no alteration.
    """
    a, b = _words(parent), _words(child)
    if a == b:
        return None
    head = _shared(a, b)
    tail = _shared(a[head:][::-1], b[head:][::-1])
    gone, new = a[head : len(a) - tail], b[head : len(b) - tail]
    if not new and len(gone) > SHORT_CUT:
        return _cut(head, tail, child)
    kind = _weighty(a, b)
    if kind is None and _in_house_style(a) == _in_house_style(b):
        kind = Alteration.EDITED
    if kind is None and not new:
        return _cut(head, tail, child)
    return kind or _reworded(_differences(a, b))


def _weighty(a: list[str], b: list[str]) -> Alteration | None:
    """A negation or number that differs, other than by a long cut."""
    for gone, new in _differences(a, b):
        if not new and len(gone) > SHORT_CUT:
            continue
        if denied(gone, new):
            return Alteration.NEGATION
        if numbers(gone) != numbers(new):
            return Alteration.NUMBER
    return None


def _reworded(differences: list[tuple[list[str], list[str]]]) -> Alteration:
    if not any(new for _, new in differences):
        return Alteration.SPLICED
    swapped = [(gone, new) for gone, new in differences if gone and new]
    if any(_in_house_style(x) != _in_house_style(y) for x, y in swapped):
        return Alteration.RESPUN
    return Alteration.EDITED


def _cut(head: int, tail: int, child: str) -> Alteration | None:
    if "…" in child or "..." in child:
        return None
    return Alteration.SPLICED if head and tail else Alteration.TRUNCATED


def _at_one_place(region: Span, parent: Span) -> bool:
    return region.overlap(parent) >= SAME_PLACE * max(region.end - region.begin, parent.end - parent.begin)


def _related(a: list[str], b: list[str]) -> bool:
    """Whether two quotations at one place of an alignment may be the same: words in common, or both are as short."""
    if max(len(a), len(b)) <= SHORT_CUT:
        return len(a) == len(b)
    shorter = min(len(a), len(b))
    return shorter > 0 and LCSseq.similarity(a[:MOST_WORDS], b[:MOST_WORDS]) >= RELATED * shorter


def _words(quotation: str) -> list[str]:
    return [m[0].lower().replace("’", "'") for m in WORD.finditer(quotation)]


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    return next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _in_house_style(words: list[str]) -> list[str]:
    """``words`` with contractions written out and variants of one wording made one."""
    out = " ".join(words).replace("can't", "can not").replace("won't", "will not").replace("n't", " not")
    for variant, full in HOUSE.items():
        out = f" {out} ".replace(f" {variant} ", f" {full} ").strip()
    return GROUPS.sub("", out.replace("per cent", "percent").replace("percent", "")).split()


def _differences(a: list[str], b: list[str]) -> list[tuple[list[str], list[str]]]:
    """Pairs of differing stretches of words, in order."""
    if len(a) > MOST_WORDS or len(b) > MOST_WORDS:
        return [(a, b)]
    out: list[tuple[list[str], list[str]]] = []
    near = False
    for op in Levenshtein.opcodes(a, b):
        if op.tag == "equal":
            near = False
            continue
        gone, new = a[op.src_start : op.src_end], b[op.dest_start : op.dest_end]
        if near:
            out[-1] = (out[-1][0] + gone, out[-1][1] + new)
        else:
            out.append((gone, new))
        near = True
    return out


def _quotations(text: str) -> list[Quotation]:
    return [q for q in quotations(text[:MOST_CHARACTERS]) if not q.depth]


def _places(first: str, second: str, alignment: Alignment) -> list[tuple[Span, Span, bool]]:
    """Where what stands in passages of ``second`` stands in ``first``, and whether it is the same."""
    out: list[tuple[Span, Span, bool]] = []
    for passage in alignment.passages:
        for s in stretches(first, second, passage):
            if s.same:
                out += [(b.span, a.span, True) for a, b in zip(s.first, s.second, strict=True)]
            elif s.first and s.second:
                out.append((_around(s.second), _around(s.first), False))
    return out


def _around(row: Sequence[Token]) -> Span:
    return Span(row[0].span.begin, row[-1].span.end)


def _region(places: list[tuple[Span, Span, bool]], span: Span) -> Span | None:
    """Where in ``first`` the characters of ``span`` stand, by the words that stayed and by those between them."""
    k = bisect_left(places, span.begin + 1, key=lambda p: p[0].end)
    begins, ends = list[int](), list[int]()
    while k < len(places) and places[k][0].begin < span.end:
        here, there, same = places[k]
        begins.append(there.begin + (max(0, span.begin - here.begin) if same else 0))
        ends.append(there.end - (max(0, here.end - span.end) if same else 0))
        k += 1
    return Span(min(begins), max(ends)) if begins else None


def _overlapping(quotes: list[Quotation], region: Span) -> list[Quotation]:
    k = bisect_left(quotes, region.begin + 1, key=lambda q: q.span.end)
    out: list[Quotation] = []
    while k < len(quotes) and quotes[k].span.begin < region.end:
        out.append(quotes[k])
        k += 1
    return out


def _by_wording(first: str, second: str, theirs: list[Quotation], ours: list[Quotation]) -> list[QuotedAgain]:
    """Quotations outside of passages, each with the most similar one of ``first``."""
    parents = [(q.span, _words(q.span.of(first))) for q in theirs]
    out: list[QuotedAgain] = []
    left = MOST_PAIRS
    for quotation in ours:
        words = _words(quotation.span.of(second))
        if len(words) < LEAST_WORDS or len(words) > MOST_WORDS or left < len(parents):
            continue
        left -= len(parents)
        near = [
            (Indel.normalized_similarity(theirs_, words), -span.begin, span)
            for span, theirs_ in parents
            if LEAST_WORDS <= len(theirs_) <= MOST_WORDS
        ]
        best = max(near, default=None)
        if best is not None and best[0] >= ALIKE:
            out.append(QuotedAgain(best[2], quotation.span, alteration(best[2].of(first), quotation.span.of(second))))
    return out
