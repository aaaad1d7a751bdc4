"""Passages that two texts share because everybody has them: advertisements, addresses, lines on how a paper works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.lineage.candidates import MOST
from sayso.lineage.sketch import sketch
from sayso.types.lineage import Alignment, Passage

# Of the features of a passage, so many lead to a crowd of documents where it is boilerplate.
CROWDED = 0.5


def without_boilerplate(found: Alignment, first: str, led_to: Mapping[int, int]) -> Alignment:
    """The alignment without passages that a crowd of documents has.

    ``first`` is the text on the first side, ``led_to`` says of each feature of its sketch how many documents have it,
    ``MOST`` standing for all larger numbers. Both shares shrink as the characters in passages do, which is near enough
    for passages of one kind of prose.
    """
    kept = tuple(p for p in found.passages if not _is_boilerplate(p, first, led_to))
    if len(kept) == len(found.passages):
        return found
    part = _characters(kept) / _characters(found.passages)
    return replace(found, passages=kept, first_share=found.first_share * part, second_share=found.second_share * part)


def _is_boilerplate(passage: Passage, first: str, led_to: Mapping[int, int]) -> bool:
    known = [led_to[f] for f in map(int, sketch(passage.first.of(first)).features) if f in led_to]
    return bool(known) and sum(n >= MOST for n in known) >= CROWDED * len(known)


def _characters(passages: tuple[Passage, ...]) -> int:
    return sum(p.second.end - p.second.begin for p in passages)
