"""Which texts are worth comparing: an index of the features of sketches, and the score of what two share.

A database does the same. It keeps a table ``(feature INTEGER, number INTEGER, PRIMARY KEY (feature, number)) WITHOUT
ROWID``, a row for each feature of a sketch (all fit a signed 64-bit integer, in six bytes), and the size of each sketch
beside its document. For a new text it reads, for each of its features, at most ``MOST`` documents, always those with
the lowest numbers::

    SELECT number FROM features WHERE feature = ? ORDER BY number LIMIT 64

Where the number of a document comes from its id and not from the order of intake, neither does the answer. ``shared``
of a document is how many features led to it, its ``evidence`` the sum of ``rarity(n)`` over these, ``n`` being how many
documents the feature led to. ``counting`` says which features are left out of both, ``is_candidate`` and ``score``
say the rest.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from hashlib import blake2b
from math import exp, log2

import numpy as np
from numpy.typing import NDArray

from sayso.lineage.sketch import Hashes, Sketch

Places = NDArray[np.int64]
# A feature leads to so many documents at most: the boilerplate of ten thousand articles costs no more than that.
MOST = 64
MOSTLY = 0.5
# What a text is compared with at most, the best first.
LIMIT = 40
# Set on the development set of rewrites among 20,000 unrelated texts (python -m bench.candidates).
ENOUGH_EVIDENCE, ENOUGH_CONTAINED = 1.25, 0.2
SCALE = 4.0  # features worth of evidence that make a score of 0.63
NUMBER_BITS = 24  # 16.7 million documents
NUMBER_MASK = (1 << NUMBER_BITS) - 1
FRESH = 512  # documents that wait in a table of their own until they are sorted in
GROWTH = 4  # a run is merged into the one before it unless that is so many times as long
CHUNK = 1 << 22


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that shares features with the one asked for; ``score`` in [0, 1] is no probability."""

    id: str
    score: float
    shared: int


def rarity(documents: int) -> float:
    """Weight in [0, 1] of a feature that ``documents`` have: the inverse document frequency of Spärck Jones (1972).

    It is 1 for a feature of one document and 0 for one of ``MOST`` or more, which is boilerplate, or the text of
    copies so many that they share enough without it.
    """
    return 1.0 - log2(max(1, min(documents, MOST))) / log2(MOST)


def counting(found: Places) -> NDArray[np.bool_]:
    """Which features of a text say anything of where it comes from; ``found`` is how many documents each led to.

    Features that lead to ``MOST`` documents are boilerplate, unless they are most of the text: then it is one of very
    many copies.
    """
    crowded = found >= MOST
    return ~crowded if crowded.sum() < MOSTLY * len(found) else np.ones(len(found), dtype=bool)


RARITIES = np.array([rarity(n) for n in range(MOST + 1)])


def score(shared: int, evidence: float, sizes: tuple[int, int]) -> float:
    """How much two texts look related, in [0, 1].

    ``shared`` features they have in common, whose ``rarity`` sums up to ``evidence``; ``sizes`` are the numbers of
    features of both sketches. It grows with the share of the smaller sketch found in the other (containment, Broder
    1997) and with the rarity of what is shared; either may be enough. Both texts may change places.
    """
    smaller = min(sizes)
    if smaller < 1:
        return 0.0
    contained = min(1.0, shared / smaller)
    return 1.0 - (1.0 - contained) * exp(-evidence / SCALE)


def is_candidate(shared: int, evidence: float, sizes: tuple[int, int]) -> bool:
    """Whether two texts are worth aligning; arguments as for ``score``. One feature alone is chance."""
    return shared > 1 and (evidence >= ENOUGH_EVIDENCE or shared >= ENOUGH_CONTAINED * min(sizes))


class Index:
    """Sketches in memory, for benchmarks and for blocks of documents that are looked at together.

    A posting is one number, the feature's 40 bits above the document's 24, in sorted arrays that are merged as they
    grow (the log-structured merge of O'Neil et al., 1996): 8 bytes each, and no object of Python for any of them.
    Answers depend on what was added and not on the order.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._sizes = array("H")
        self._orders = array("Q")
        self._fresh: dict[int, list[int]] = {}
        self._settled = 0
        self._runs: list[Hashes] = []

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def bytes(self) -> int:
        """Memory of the postings and of what is kept beside them, ids apart."""
        fresh = sum(map(len, self._fresh.values()))
        return sum(run.nbytes for run in self._runs) + 8 * fresh + 10 * len(self._ids)

    def add(self, id: str, sketch: Sketch) -> None:
        """Take in a document; each id once. Raises ``OverflowError`` behind 16.7 million documents."""
        number = len(self._ids)
        if number > NUMBER_MASK:
            raise OverflowError("the index is full")
        self._ids.append(id)
        self._sizes.append(sketch.size)
        self._orders.append(int.from_bytes(blake2b(id.encode("utf-8", "replace"), digest_size=8).digest(), "big"))
        for feature in sketch.features.tolist():
            self._fresh.setdefault(feature, []).append(number)
        if len(self._ids) - self._settled >= FRESH:
            self._settle()

    def query(self, sketch: Sketch, limit: int = LIMIT, without: str | None = None) -> tuple[Candidate, ...]:
        """At most ``limit`` documents worth comparing with a text, the best first, ``without`` itself."""
        features, documents = self._postings(sketch.features)
        if not len(documents):
            return ()
        found = np.bincount(features, minlength=sketch.size)
        kept = counting(found)[features]
        features, documents, weights = features[kept], documents[kept], RARITIES[found]
        numbers, place, shared = np.unique(documents, return_inverse=True, return_counts=True)
        evidence = np.bincount(place, weights=weights[features])
        out = []
        for at in np.flatnonzero(shared > 1).tolist():
            number, count, weight = int(numbers[at]), int(shared[at]), float(evidence[at])
            sizes = (sketch.size, self._sizes[number])
            if is_candidate(count, weight, sizes) and self._ids[number] != without:
                out.append((-score(count, weight, sizes), self._orders[number], number, count))
        out.sort()
        return tuple(Candidate(self._ids[n], -negative, count) for negative, _, n, count in out[:limit])

    def _postings(self, wanted: Hashes) -> tuple[Places, Places]:
        """(place of the feature in ``wanted``, number of the document), at most ``MOST`` documents of each feature."""
        found = [self._waiting(wanted), *(_matches(run, wanted) for run in self._runs)]
        features = np.concatenate([f for f, _ in found])
        documents = np.concatenate([d for _, d in found])
        if len(features) <= MOST or int(np.bincount(features).max()) <= MOST:
            return features, documents
        kept = self._lowest(features, documents)
        return features[kept], documents[kept]

    def _waiting(self, wanted: Hashes) -> tuple[Places, Places]:
        """As ``_matches``, for what is not sorted in yet."""
        places: list[int] = []
        documents: list[int] = []
        for place, feature in enumerate(wanted.tolist()):
            if numbers := self._fresh.get(feature):
                places += [place] * len(numbers)
                documents += numbers
        return np.array(places, dtype=np.int64), np.array(documents, dtype=np.int64)

    def _lowest(self, features: Places, documents: Places) -> Places:
        """Which postings stay when each feature keeps the ``MOST`` documents that come first by their ids' hashes."""
        orders = np.fromiter((self._orders[n] for n in documents.tolist()), dtype=np.uint64, count=len(documents))
        sorting = np.lexsort((orders, features))
        rank = np.arange(len(sorting)) - np.searchsorted(features[sorting], features[sorting])
        return np.sort(sorting[rank < MOST])

    def _settle(self) -> None:
        """Sort what waits into a run of its own, and merge runs of like length."""
        waiting = [feature << NUMBER_BITS | number for feature, numbers in self._fresh.items() for number in numbers]
        self._fresh, self._settled = {}, len(self._ids)
        self._runs.append(self._thinned(np.sort(np.array(waiting, dtype=np.uint64))))
        while len(self._runs) > 1 and len(self._runs[-2]) < GROWTH * len(self._runs[-1]):
            merged = np.concatenate((self._runs.pop(-2), self._runs.pop()))
            merged.sort(kind="stable")  # two sorted stretches: one pass
            self._runs.append(self._thinned(merged))

    def _thinned(self, run: Hashes) -> Hashes:
        """A sorted run without the postings that no answer will name: those of crowded features behind ``MOST``."""
        crowded: list[Hashes] = []
        for begin in range(0, len(run) - MOST, CHUNK):
            low = run[begin : min(begin + CHUNK, len(run) - MOST)]
            apart = low ^ run[begin + MOST : begin + MOST + len(low)]
            crowded.append(np.unique(low[apart <= NUMBER_MASK] >> np.uint64(NUMBER_BITS)))
        wanted = np.unique(np.concatenate(crowded)) if crowded else np.empty(0, dtype=np.uint64)
        if not len(wanted):
            return run
        keep = np.ones(len(run), dtype=bool)
        for feature in wanted:
            features, documents = _matches(run, feature[None])
            begin = int(np.searchsorted(run, feature << np.uint64(NUMBER_BITS)))
            keep[begin : begin + len(features)] = False
            keep[begin + self._lowest(features, documents)] = True
        return run[keep]


def _matches(run: Hashes, wanted: Hashes) -> tuple[Places, Places]:
    """(place in ``wanted``, number of the document) of each posting of a sorted run."""
    low = wanted << np.uint64(NUMBER_BITS)
    begin = np.searchsorted(run, low)
    lengths = np.searchsorted(run, low | np.uint64(NUMBER_MASK), side="right") - begin
    places = np.repeat(np.arange(len(wanted)), lengths)
    at = np.arange(len(places)) + np.repeat(begin - (np.cumsum(lengths) - lengths), lengths)
    return places, (run[at] & np.uint64(NUMBER_MASK)).astype(np.int64)
