"""Passages that came from another family: whether a member borrowed them or lent them, and from whom they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from sayso.lineage.clusters import Tie, Ties, length, shared
from sayso.lineage.evidence import Text
from sayso.text.ranges import merged

NEARLY = 0.9  # as much of a passage as the member that has most of it
COVERED = 0.5  # of a passage is explained by what was found before
# What speaks for having borrowed, in the logarithm of odds: being one of few of one's family with the passage, having
# it where the rest of the family has nothing, being put together from several families, being later, and crediting.
SPREAD, ALIEN, PATCHED, LATER, CREDITS = 2.0, 3.0, 2.0, 1.5, 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """All families as they are known before passages are followed from one to another.

    ``members`` and ``firsts`` are by number of the family, ``family`` by document, ``parents`` within families.
    """

    members: tuple[tuple[str, ...], ...]
    firsts: tuple[str, ...]
    family: Mapping[str, int]
    parents: Mapping[str, str | None]
    tied: Ties
    texts: Mapping[str, Text]


def borrowed(id: str, ground: Ground) -> list[tuple[str, float]]:
    """Documents of other families that ``id`` has passages of, one for each, and how likely that direction is."""
    own, parent = ground.family[id], ground.parents[id]
    if all(ground.family[other] == own for other in ground.tied[id]):
        return []
    others: dict[int, list[Tie]] = {}
    for tie in ground.tied[id].values():
        if ground.family[tie.other] != own:
            others.setdefault(ground.family[tie.other], []).append(tie)
    covered = merged(ground.tied[id][parent].spans) if parent in ground.tied[id] and parent is not None else []
    through = set() if parent is None else {ground.family[t] for t in ground.tied[parent]}
    out: list[tuple[str, float]] = []
    for number, ties in sorted(others.items(), key=lambda item: _strength(item[1], ground)):
        source = _source(ties, ground.firsts[number])
        chance = _chance(own, number, ground)
        if number in through or shared(source.spans, covered) >= COVERED * length(source.spans):
            continue  # it came with the rest of the parent, or from the family before
        if chance > 0.5 or (chance == 0.5 and ground.firsts[number] < ground.firsts[own]):
            out.append((source.other, chance))
            covered = merged((*covered, *source.spans))
    return out


def _strength(ties: Sequence[Tie], ground: Ground) -> tuple[float, float, str]:
    """For sorting: families that have most of a passage, and in which most have it, come first."""
    size = len(ground.members[ground.family[ties[0].other]])
    return (-round(max(t.share for t in ties), 1), -len(ties) / (size + 1), min(t.other for t in ties))


def _source(ties: Sequence[Tie], first: str) -> Tie:
    """Of the members that have the passage the first of their family, unless another has clearly more of it."""
    best = max(t.share for t in ties)
    return min(ties, key=lambda t: (t.other != first or t.share < NEARLY * best, -t.share, t.other))


def _chance(own: int, other: int, ground: Ground) -> float:
    """How likely what two families share came from ``other`` into ``own``."""
    here, there = _linked(own, other, ground), _linked(other, own, ground)
    spread = (len(there) + 1) / (len(ground.members[other]) + 2) - (len(here) + 1) / (len(ground.members[own]) + 2)
    value = SPREAD * spread + PATCHED * (_patched(here, ground) - _patched(there, ground))
    value += ALIEN * (_alien(here, other, ground) - _alien(there, own, ground))
    value += LATER * _later(here, there, ground)
    value += CREDITS * (_credits(here, there, ground) - _credits(there, here, ground))
    return 1.0 / (1.0 + exp(-value))


def _linked(own: int, other: int, ground: Ground) -> list[str]:
    return [m for m in ground.members[own] if any(ground.family[t] == other for t in ground.tied[m])]


def _alien(members: Sequence[str], other: int, ground: Ground) -> float:
    """How much of what ``members`` share with the family ``other`` nobody else of their own family has, in [0, 1]."""
    best = 0.0
    for m in members:
        ties = ground.tied[m].values()
        passages = merged(s for t in ties if ground.family[t.other] == other for s in t.spans)
        inside = merged(s for t in ties if ground.family[t.other] == ground.family[m] for s in t.spans)
        if passages and inside:
            best = max(best, 1.0 - shared(passages, inside) / length(passages))
    return best


def _patched(members: Sequence[str], ground: Ground) -> float:
    """How much of the most patched of ``members`` comes from several other families, in [0, 1]."""
    best = 0.0
    for m in members:
        shares: dict[int, float] = {}
        for t in ground.tied[m].values():
            number = ground.family[t.other]
            if number != ground.family[m]:
                shares[number] = max(shares.get(number, 0.0), t.share)
        if len(shares) > 1:
            best = max(best, min(1.0, sum(shares.values())))
    return best


def _later(here: Sequence[str], there: Sequence[str], ground: Ground) -> float:
    mine, theirs = ([t for m in side if (t := ground.texts[m].minutes) is not None] for side in (here, there))
    if not mine or not theirs or min(mine) == min(theirs):
        return 0.0
    return 1.0 if min(mine) > min(theirs) else -1.0


def _credits(here: Sequence[str], there: Sequence[str], ground: Ground) -> float:
    outlets = {ground.texts[m].outlet for m in there}
    return min(2.0, float(sum(not outlets.isdisjoint(ground.texts[m].credit_keys) for m in here)))
