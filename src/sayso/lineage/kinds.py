"""What became of a text on its way into another one, by what the two share."""

from __future__ import annotations

import re

from sayso.lineage.align_tokens import stretches
from sayso.lineage.outlets import outlet_key
from sayso.text.ranges import merged
from sayso.types.document import Document
from sayso.types.lineage import Alignment, Kind, QuotedAgain

# Shares and likenesses from which a kind begins; a signature or an advertisement may stand beside a whole copy.
WHOLE, MOSTLY, IN_ORDER = 0.9, 0.8, 0.9
SAME_WORDS, FEW_CHANGED, SWAPPED = 0.998, 0.9, 0.5
ALL_QUOTED = 0.8
OWN_WORDS = 40  # beyond which a text has matter of its own
ALIKE = 0.85  # of the words of two versions of one outlet
# A spinner puts a few words in the place of a few; of the words that differ, its copies have .64 and more in such
# places (99 copies of the rewrites), a person who rewrites hardly any.
PUT_IN, LONGEST_SWAP, UNEVEN = 0.5, 4, 2
WORD = re.compile(r"\w+")


def same_address(first: Document, second: Document) -> bool:
    """Whether both stood under one address, however it is written."""
    return bool(first.url and second.url and _address(first.url.value) == _address(second.url.value))


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/+$", "", url.strip())


def same_outlet(first: Document, second: Document) -> bool:
    """Whether both are of one outlet, known by name."""
    if first.publisher is None or second.publisher is None:
        return False
    key = outlet_key(first.publisher.value)
    return bool(key) and key == outlet_key(second.publisher.value)


def kind(alignment: Alignment, first: Document, second: Document, quotes: tuple[QuotedAgain, ...]) -> Kind:
    """How ``second`` was made from ``first``, its parent; ``quotes`` are the quotations of the second found there."""
    if _version(alignment, first, second):
        return Kind.VERSION
    if not alignment.passages:
        return Kind.QUOTATION if quotes else Kind.REWRITE
    if _own_words(alignment, second) > OWN_WORDS and alignment.second_share < MOSTLY:
        return Kind.QUOTATION if _all_quoted(alignment, quotes) else Kind.PARTIAL
    if alignment.wording < SWAPPED:
        return Kind.REWRITE
    if alignment.wording < FEW_CHANGED:
        return Kind.RESPUN if swapped(alignment, first.text, second.text) >= PUT_IN else Kind.REWRITE
    if alignment.order < IN_ORDER:
        return Kind.REORDERED
    if alignment.first_share < WHOLE and _beginning(alignment):
        return Kind.CUT
    if alignment.wording < SAME_WORDS or alignment.first_share < WHOLE or any(q.alteration for q in quotes):
        return Kind.LIGHT_EDIT
    return Kind.VERBATIM


def swapped(alignment: Alignment, first: str, second: str) -> float:
    """Share of the differing words that stand where a few words were put in the place of a few, in [0, 1]."""
    put_in = differing = 0
    for passage in alignment.passages:
        for place in stretches(first, second, passage):
            sizes = len(place.first), len(place.second)
            if not place.same:
                differing += max(sizes)
                few = min(sizes) > 0 and max(sizes) <= LONGEST_SWAP and abs(sizes[0] - sizes[1]) <= UNEVEN
                put_in += max(sizes) * few
    return put_in / differing if differing else 0.0


def _version(alignment: Alignment, first: Document, second: Document) -> bool:
    """One address, or one outlet and nearly the same text."""
    if same_address(first, second):
        return True
    whole = min(alignment.first_share, alignment.second_share) >= MOSTLY
    return same_outlet(first, second) and whole and alignment.wording >= ALIKE


def _own_words(alignment: Alignment, second: Document) -> float:
    inside = merged(p.second for p in alignment.passages)
    return len(WORD.findall(second.text)) - sum(len(WORD.findall(s.of(second.text))) for s in inside)


def _all_quoted(alignment: Alignment, quotes: tuple[QuotedAgain, ...]) -> bool:
    spans = merged(p.second for p in alignment.passages)
    quoted = merged(q.child for q in quotes)
    shared = sum(s.overlap(q) for s in spans for q in quoted)
    return shared >= ALL_QUOTED * sum(s.end - s.begin for s in spans)


def _beginning(alignment: Alignment) -> bool:
    """Whether the passages run through the parent from near its beginning without a large gap."""
    spans = merged(p.first for p in alignment.passages)
    covered = sum(s.end - s.begin for s in spans)
    return covered >= MOSTLY * spans[-1].end
