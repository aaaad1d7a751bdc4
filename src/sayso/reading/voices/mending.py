"""Repair of one frequent slip of the model: whoever is cited taken for a part of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import words, words_of
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

LONGEST = 14  # words of a noun phrase that names who is cited
CLAUSE = frozenset({"that", "who", "which", "said", "say", "says", "as"})


def mended(text: str, raw: Sequence[RawAttribution], lexicon: Lexicon) -> tuple[RawAttribution, ...]:
    """Attributions in which "X reported, citing Y, that P" has Y as the source of "citing" and P as its content.

    Only where the model has X, the subject of "citing", as the source, or none, and Y at the head of the content.
    """
    return tuple(_mended(text, r, lexicon) for r in raw)


def _mended(text: str, raw: RawAttribution, lexicon: Lexicon) -> RawAttribution:
    keys = [w.key for w in words_of(text, raw.cue)]
    active = bool(keys) and keys[0].endswith("ing") and lexicon.cue("basis", keys)
    if not active or not raw.content or (raw.source and raw.source[0].begin > raw.cue[0].begin):
        return raw
    end = raw.cue[-1].end
    first = next((s for s in raw.content if s.begin >= end), None)
    if first is None or text[end : first.begin].strip(' “"‘'):
        return raw
    found = words(text, first.begin, first.end)
    stop = next((k for k, w in enumerate(found) if k and (w.comma or w.key in CLAUSE)), len(found))
    if not 0 < stop <= LONGEST:
        return raw
    cited = Span(found[0].begin, found[stop - 1].end)
    rest = tuple(s for s in raw.content if s != first)
    if stop < len(found):
        rest = tuple(sorted((*rest, Span(found[stop].begin, first.end))))
    return replace(raw, source=(cited,), content=rest) if rest else raw
