"""Whom the assertions of a copy name, in the words of its original: a spinner makes two names of one.

Where "the harbour authority" became "the port authority" on the way, an assertion of which nothing was read in the
original would rest on somebody whom nobody has heard of. Its tellers are those that stand at the same place there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.types.lineage import Derivation, Kind
from sayso.types.weighing import Assertion, Teller
from sayso.weighing.carried import OUTSIDE, Ground, ground

# Of these texts one word does not stand for one; in a later version a name was changed on purpose.
FREE: Final = (Kind.REWRITE, Kind.VERSION)
ALL: Final = 0.99  # of a name; shares are sums


def reworded(
    child: Sequence[Assertion],
    parents: Mapping[str, Sequence[Assertion]],
    derivations: Sequence[Derivation],
    texts: Mapping[str, str],
) -> tuple[Assertion, ...]:
    """The assertions of a document with its tellers as its parents name them, in the same order.

    Arguments are those of ``carried``. Of a teller whose name faces other words of a parent, name, key, office and what
    else makes it known are those of the parent's teller there; where nobody speaks there, the name is what the words
    say, without a key. ``mention`` and ``cue`` stay places in the document itself.
    """
    grounds = [
        ground(d, tuple(parents.get(d.parent, ())), texts)
        for d in sorted(derivations, key=lambda d: (d.kind in OUTSIDE, d.parent, d.kind))
        if d.kind not in FREE and d.parent in texts and d.child in texts
    ]
    return tuple(replace(a, chain=tuple(_older(teller, grounds) for teller in a.chain)) for a in child)


def _older(teller: Teller, grounds: Sequence[Ground]) -> Teller:
    if teller.mention is None or teller.name is None:
        return teller
    for found in grounds:
        region, share = found.region(teller.mention)
        if region is None or share < ALL:
            continue
        words = " ".join(region.of(found.text).split())
        if words.casefold() == " ".join(teller.mention.of(found.child).split()).casefold():
            return teller
        there = [t for a in found.parents for t in a.chain if t.mention is not None and t.mention.overlap(region)]
        if not there:
            return replace(teller, name=words, key=None)
        best = max(there, key=lambda t: (t.mention.overlap(region) if t.mention else 0, t.name or "", t.voice_id))
        return replace(best, voice_id=teller.voice_id, mention=teller.mention, cue=teller.cue, name=best.name or words)
    return teller
