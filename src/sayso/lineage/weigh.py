"""The evidence within one family, laid out for the search of its tree: features of each pair and of each root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.lineage.evidence import Circle, Features, Text, circle, pair_features, root_features
from sayso.lineage.parents import NEVER, Matrix, score
from sayso.types.lineage import Alignment

# Every pair is weighed in families up to this size; in larger ones each member's closest only, so that a thousand
# copies take a thousand times as long as one.
SMALL_FAMILY, CLOSEST = 24, 10
Links = Mapping[tuple[str, str], Alignment]


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Members by number in the order of their ids, with the features of each pair (parent, child) and each root."""

    members: tuple[Text, ...]
    around: Circle
    pairs: Mapping[tuple[int, int], Features]
    roots: tuple[Features, ...]

    def scores(self, by: Mapping[str, float]) -> tuple[Matrix, Matrix]:
        """Scores of pairs (``NEVER`` where there is no link) and of roots under the weights ``by``."""
        edges = np.full((len(self.members), len(self.members)), NEVER)
        for (h, m), found in self.pairs.items():
            edges[h, m] = score(found, by)
        return edges, np.array([score(found, by) for found in self.roots])


def weigh(members: Iterable[Text], links: Links) -> Weighed:
    """The evidence among ``members``. ``links`` are those among them, from the lower to the higher id."""
    ordered = tuple(sorted(members, key=lambda t: t.id))
    number = {t.id: k for k, t in enumerate(ordered)}
    around = circle(ordered, links)
    kept = sorted(links) if len(ordered) <= SMALL_FAMILY else _closest(ordered, links)
    pairs: dict[tuple[int, int], Features] = {}
    for a, b in kept:
        i, j = number[a], number[b]
        pairs[i, j] = pair_features(ordered[i], ordered[j], links[a, b], around, flip=False)
        pairs[j, i] = pair_features(ordered[j], ordered[i], links[a, b], around, flip=True)
    return Weighed(ordered, around, pairs, tuple(root_features(t, around) for t in ordered))


def _closest(members: Sequence[Text], links: Links) -> list[tuple[str, str]]:
    """The links of each member to those it is most like, and what else it takes to connect all (Kruskal 1956)."""
    strength = {pair: f.wording * max(f.first_share, f.second_share) for pair, f in links.items()}
    best_first = sorted(links, key=lambda pair: (-strength[pair], pair))
    above = {t.id: t.id for t in members}
    taken = dict.fromkeys(above, 0)
    kept: set[tuple[str, str]] = set()

    def top(id: str) -> str:
        while above[id] != id:
            above[id] = above[above[id]]
            id = above[id]
        return id

    for a, b in best_first:
        if top(a) != top(b):
            above[top(b)] = top(a)
            kept.add((a, b))
        elif min(taken[a], taken[b]) >= CLOSEST:
            continue
        kept.add((a, b))
        taken[a] += 1
        taken[b] += 1
    return sorted(kept)
