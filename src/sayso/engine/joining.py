"""Why the tellings of a claim are taken to be of one thing: the fewest and likeliest matches that join them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.store.assertions import number_of
from sayso.store.connection import Reader
from sayso.store.matches import find_matches, find_reasons
from sayso.types.weighing import Carried, Joined, Match, Proposition


def find_joined(ledger: Reader, found: Proposition, carried: Iterable[Carried]) -> tuple[Joined, ...]:
    """For each assertion that came to a claim with words of its own, the match that leads to the others."""
    ids = [a.id for a in found.assertions]
    matches = find_matches(ledger, {number_of(id): id for id in ids})
    copied = [(c.child, c.parent) for c in carried if c.parent is not None]
    return tuple(replace(j, reasons=find_reasons(ledger, j.id, j.other)) for j in joining(ids, matches, copied))


def joining(ids: Sequence[str], matches: Iterable[Match], copied: Iterable[tuple[str, str]] = ()) -> tuple[Joined, ...]:
    """A spanning forest (Kruskal) of the likeliest matches, led from the first of ``ids`` on; in their order.

    What is ``copied`` belongs together before any match, and has none here: its words say so.
    """
    above = {id: id for id in ids}
    near: dict[str, list[tuple[str, Match | None]]] = {id: [] for id in ids}
    ties = [(a, b, None) for a, b in copied]
    likeliest = sorted(matches, key=lambda m: (-m.probability, m.first, m.second))
    for a, b, match in (*ties, *((m.first, m.second, m) for m in likeliest)):
        if a not in above or b not in above or _top(above, a) == _top(above, b):
            continue
        above[_top(above, a)] = _top(above, b)
        near[a].append((b, match))
        near[b].append((a, match))
    made: dict[str, Joined | None] = {}
    for id in ids:
        _lead(id, near, made)
    return tuple(found for id in ids if (found := made[id]) is not None)


def _top(above: dict[str, str], id: str) -> str:
    while above[id] != id:
        above[id] = above[above[id]]
        id = above[id]
    return id


def _lead(first: str, near: Mapping[str, Sequence[tuple[str, Match | None]]], made: dict[str, Joined | None]) -> None:
    """Go from ``first`` to all that it holds together, and note for each of them where one came from."""
    if first in made:
        return
    made[first] = None
    waiting = [first]
    while waiting:
        here = waiting.pop()
        for id, match in near[here]:
            if id not in made:
                made[id] = Joined(id, here, match.probability) if match else None
                waiting.append(id)
