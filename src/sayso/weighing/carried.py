"""Which assertions of a copy were taken over from its original, and from which assertion there.

A claim is taken over where the words that make it face words of the parent. The parent's assertion is the one that
those words make: above all, the one whose event stands where the claim's own event stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.types.lineage import Derivation, Kind, Passage
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Carried, Teller
from sayso.weighing.facing import WORD, facing
from sayso.weighing.stems import content_stems, stem

# A claim of which less than this share of the words faces the parent's is the child's own.
LEAST_SHARE: Final = 0.6
# A claim that kept no word of content, and less than this share of its words, is another one; of few words all may go.
LEAST_KEPT, FEW = 0.3, 5
# Passages of another text: what the child has from a parent of its own family comes first.
OUTSIDE: Final = (Kind.PARTIAL, Kind.QUOTATION)
# What adds no words of its own.
COPIES: Final = (Kind.VERBATIM, Kind.CUT, Kind.LIGHT_EDIT, Kind.REORDERED, Kind.RESPUN)
# A quotation that a passage covers to this share is in it already.
COVERED: Final = 0.5
# Readings of the same words may take another word for that of the event. So much of the place must then be the same,
# or, for an event of the same type, half of the one within the other and so many of the words of content of the
# shorter one, of at least so many.
SAME_CLAUSE, HALF, SAME_WORDS, LEAST_WORDS = 0.8, 0.5, 0.8, 3
# Where no word has the very stem, as in one with a hyphen, so many letters of it decide.
STEM_ENDING, STEM = 2, 3
# An event's word of the same stem that stands elsewhere says so much of what one at the same place says.
SAME_STEM: Final = 0.5
# What agrees, and how much it says. The place of the event's word says most: it outlives a spinner that swapped it.
TRIGGER, PLACE, TYPE, WORDS, CHAIN, SIDE, KIND, MODE = 4.0, 2.0, 1.5, 1.5, 1.5, 1.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Ground:
    """A parent with its assertions, and the child's words (sorted) with the parent's that each of them faces."""

    derivation: Derivation
    parents: tuple[Assertion, ...]
    words: tuple[Span, ...]
    faced: tuple[Span | None, ...]
    passages: tuple[int, ...]  # the number of the passage that each word stands in
    text: str
    child: str

    def facing(self, span: Span) -> dict[int, list[Span]]:
        """What the words within ``span`` face, by passages."""
        k = bisect_left(self.words, span.begin + 1, key=lambda w: w.end)
        out: dict[int, list[Span]] = {}
        while k < len(self.words) and self.words[k].begin < span.end:
            found = self.faced[k]
            if found is not None:
                out.setdefault(self.passages[k], []).append(found)
            k += 1
        return out

    def region(self, span: Span) -> tuple[Span | None, float]:
        """Where the words of ``span`` stood, in the passage with most of them, and which share of all has a place."""
        rows = self.facing(span)
        count = sum(1 for _ in WORD.finditer(self.child, span.begin, span.end))
        if not rows or not count or not self._alike(span):
            return None, 0.0
        most = max(rows.values(), key=lambda row: (len(row), -row[0].begin))
        region = Span(min(s.begin for s in most), max(s.end for s in most))
        return region, min(1.0, sum(map(len, rows.values())) / count)

    def _alike(self, span: Span) -> bool:
        """Whether ``span`` kept a word of content, or many small ones: else it was put in the place of another.

        Of a few words all may be swapped; then those around them decide.
        """
        k = bisect_left(self.words, span.begin + 1, key=lambda w: w.end)
        n = bisect_left(self.words, span.end, key=lambda w: w.begin)
        if n - k < FEW:
            k, n = max(0, k - FEW), min(len(self.words), n + FEW)
        kept = [word for j in range(k, n) if (word := self.words[j].of(self.child).lower()) == self._faced(j)]
        return len(kept) >= LEAST_KEPT * (n - k) or any(map(_of_content, kept))

    def _faced(self, j: int) -> str:
        faced = self.faced[j]
        return faced.of(self.text).lower() if faced else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A claim's place in one parent, and the assertion there. The lowest ``order`` is the best."""

    order: tuple[bool, bool, float, str]
    carried: Carried


def carried(
    child: Sequence[Assertion],
    parents: Mapping[str, Sequence[Assertion]],
    derivations: Sequence[Derivation],
    texts: Mapping[str, str],
) -> tuple[Carried, ...]:
    """Each assertion of a document that was taken over, with where it stood, in the order of ``child``.

    ``parents`` has the assertions of each parent by its id, ``texts`` the texts of the child and of its parents;
    ``derivations`` have the child's document as ``child``. A parent without a text is passed over. At most one parent
    is given for an assertion: one where the same words make an assertion before one where nothing was read, then one
    of the same family before one of which there are passages only. The order of no argument changes what is found.
    Time grows with the length of the texts and with the number of assertions of a passage, squared.
    """
    grounds = [
        ground(d, tuple(parents.get(d.parent, ())), texts)
        for d in sorted(derivations, key=lambda d: (d.parent, d.kind))
        if d.parent in texts and d.child in texts
    ]
    out: list[Carried] = []
    for assertion in child:
        found = [f for one in grounds if (f := _found(assertion, one)) is not None]
        if found:
            out.append(min(found, key=lambda f: f.order).carried)
    return tuple(out)


def ground(derivation: Derivation, parents: tuple[Assertion, ...], texts: Mapping[str, str]) -> Ground:
    """A derivation with what each word of the child within its passages faces. ``texts`` hold both of its texts."""
    first, second = texts[derivation.parent], texts[derivation.child]
    rows: list[tuple[Span, Span | None, int]] = []
    for number, passage in enumerate(_passages(derivation)):
        found = facing(first, second, passage)
        rows += [(word, faced, number) for word, faced in zip(found.second, found.faced, strict=True)]
    rows.sort(key=lambda row: (row[0], row[1] is None, row[2]))
    kept = [next(same) for _, same in groupby(rows, key=lambda row: row[0])]
    return Ground(
        derivation=derivation,
        parents=tuple(sorted(parents, key=lambda a: (a.span, a.place, a.id))),
        words=tuple(row[0] for row in kept),
        faced=tuple(row[1] for row in kept),
        passages=tuple(row[2] for row in kept),
        text=first,
        child=second,
    )


def _of_content(word: str) -> bool:
    return word[:1].isdigit() or bool(content_stems(word, (Span(0, len(word)),)))


def _passages(derivation: Derivation) -> list[Passage]:
    """The passages of a derivation, and its quotations that stand in none."""
    out = list(derivation.alignment.passages)
    for quote in derivation.quotes:
        inside = sum(p.second.overlap(quote.child) for p in derivation.alignment.passages)
        if inside < COVERED * (quote.child.end - quote.child.begin):
            out.append(Passage(quote.parent, quote.child))
    return sorted(out, key=lambda p: (p.second, p.first))


def _found(assertion: Assertion, ground: Ground) -> Found | None:
    region, share = ground.region(assertion.span)
    if region is None or share < LEAST_SHARE:
        return None
    best: tuple[float, int, str] | None = None
    for other in ground.parents:
        score = _agreement(assertion, other, region, ground)
        if score is not None:
            key = (-score, abs(other.place - assertion.place), other.id)
            best = key if best is None else min(best, key)
    parent = best[2] if best else _of_those_words(assertion, region, ground)
    outside = ground.derivation.kind in OUTSIDE
    order = (parent is None, outside, -share, ground.derivation.parent)
    return Found(order, Carried(assertion.id, parent, ground.derivation.parent, region))


def _of_those_words(child: Assertion, region: Span, ground: Ground) -> str | None:
    """The parent's assertion in the same words where none is plainly the same, and the words are no one's own.

    A model reads other events in a spun sentence than in its original. What it reads there was not said by the
    original, nor by the spinner: it goes with what the original says in that place.
    """
    if ground.derivation.kind not in COPIES:
        return None
    there = [
        (region.overlap(a.span), a.type is child.type, _likeness(child.words, a.words), -a.place, a.id)
        for a in ground.parents
        if a.modality is child.modality
    ]
    best = max(there, default=None)
    return best[-1] if best and best[0] >= HALF * (region.end - region.begin) else None


def _agreement(child: Assertion, parent: Assertion, region: Span, ground: Ground) -> float | None:
    """How much speaks for two assertions being the same words; ``None`` where that is not to be believed."""
    common = region.overlap(parent.span)
    if not common:
        return None
    place = common / (max(region.end, parent.span.end) - min(region.begin, parent.span.begin))
    words = _likeness(child.words, parent.words)
    type_ = child.type is not None and child.type == parent.type
    within = max(common / (s.end - s.begin) for s in (region, parent.span))
    stem_there = child.trigger == parent.trigger != "" and within >= HALF
    trigger = 1.0 if _same_trigger(child, parent, ground) else SAME_STEM * stem_there
    if not trigger and not _without_trigger(child, parent, place, within):
        return None
    return (
        TRIGGER * trigger
        + PLACE * place
        + TYPE * type_
        + MODE * (type_ and child.mode == parent.mode)
        + WORDS * words
        + CHAIN * _same_chain(child, parent, ground)
        + SIDE * (child.side == parent.side and child.modality == parent.modality)
        + KIND * (child.kind == parent.kind)
    )


def _without_trigger(child: Assertion, parent: Assertion, place: float, within: float) -> bool:
    """Whether two may be the same although the word of the event is not at the same place, or there is none.

    ``place`` is how much of both is at the same place, ``within`` how much of one of them is.
    """
    if place >= SAME_CLAUSE:
        return True
    if child.type is not None and parent.type is not None and child.type != parent.type:
        return False
    few = min(len(set(child.words)), len(set(parent.words)))
    common = len(set(child.words) & set(parent.words))
    alike = few >= LEAST_WORDS and common >= SAME_WORDS * few
    return (alike and within >= HALF) or (within >= SAME_CLAUSE and not (child.trigger and parent.trigger))


def _same_trigger(child: Assertion, parent: Assertion, ground: Ground) -> bool:
    theirs = _standing(parent.trigger, parent.span, ground.text)
    ours = _standing(child.trigger, child.span, ground.child)
    return any(
        faced.overlap(place)
        for word in ours
        for row in ground.facing(word).values()
        for faced in row
        for place in theirs
    )


def _standing(trigger: str, span: Span, text: str) -> list[Span]:
    """Where a word of this stem stands within ``span``."""
    head = trigger[: max(STEM, len(trigger) - STEM_ENDING)].lower()
    if not head:
        return []
    words = [Span(*m.span()) for m in WORD.finditer(text, span.begin, span.end)]
    exact = [word for word in words if stem(word.of(text)) == trigger]
    return exact or [word for word in words if word.of(text).lower().startswith(head)]


def _likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """How many of the different words of both are in both, in [0, 1]; 1 for two empty rows."""
    a, b = set(first), set(second)
    return len(a & b) / len(a | b) if a or b else 1.0


def _same_chain(child: Assertion, parent: Assertion, ground: Ground) -> float:
    """How much of the way to the source is the same: its length, and where the source is named."""
    if not child.chain or not parent.chain:
        return float(not child.chain and not parent.chain)
    length = min(len(child.chain), len(parent.chain)) / max(len(child.chain), len(parent.chain))
    return (length + _same_teller(child.chain[-1], parent.chain[-1], ground)) / 2


def _same_teller(child: Teller, parent: Teller, ground: Ground) -> float:
    if child.mention is None or parent.mention is None:
        return float(child.mention is None and parent.mention is None and child.kind == parent.kind)
    if child.key is not None and child.key == parent.key:
        return 1.0
    region, _ = ground.region(child.mention)
    return float(region is not None and region.overlap(parent.mention) > 0)
