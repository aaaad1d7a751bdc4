"""Clusters of assertions from how likely pairs of them are about one proposition, without chaining.

Average linkage, in rounds: all clusters that are each other's nearest are joined at once, which gives what joining the
nearest two one after the other gives, and takes few rounds (Sumengen and others 2021, "Scaling hierarchical
agglomerative clustering to billion-sized datasets"). Everything is counted in whole numbers and ties are broken by what
is in a cluster, so that the order in which assertions and matches are handed in changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.types.weighing import Match

Ints = NDArray[np.int64]

UNIT = 10_000  # a probability of 1
JOINS = 0.22  # mean probability at which two clusters are one; chosen on dev stories and ECB+ dev
UNSEEN, UNSEEN_WEIGHT = 0.05, 1.0  # what a pair counts as that was not compared, and how much beside one that was
NEVER = 0.0005  # below this a match says that two are never one
APART = -(10**12)  # added for such a pair


def cluster(
    ids: Iterable[str],
    matches: Iterable[Match],
    joined: Iterable[tuple[str, str]] = (),
    kinds: Mapping[str, str] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Parts of ``ids``, each sorted, in the order of their first: one for each proposition.

    ``joined`` are pairs that lineage found to be the same words: they are one whatever their match says, except that
    nothing joins two of different ``kinds`` (their modality, by id; one that is missing is a kind of its own kind).
    Matches of ids that are not in ``ids`` are left out. A match of probability 0 keeps its two apart for good.
    """
    names = sorted(set(ids))
    number = {name: k for k, name in enumerate(names)}
    kind = [kinds.get(name, "") if kinds else "" for name in names]
    group = _united(len(names), [(number[a], number[b]) for a, b in joined if a in number and b in number], kind)
    found: dict[tuple[int, int], int] = {}
    for m in matches:
        a, b = number.get(m.first), number.get(m.second)
        if a is None or b is None or kind[a] != kind[b] or group[a] == group[b]:
            continue
        value = APART if m.probability < NEVER else round(m.probability * UNIT)
        pair = (min(a, b), max(a, b))
        found[pair] = max(found.get(pair, APART), value)
    parts: dict[int, list[str]] = {}
    for name, label in zip(names, _merged(names, group, found), strict=True):
        parts.setdefault(label, []).append(name)
    return tuple(sorted(tuple(part) for part in parts.values()))


def _united(count: int, pairs: Sequence[tuple[int, int]], kind: Sequence[str]) -> list[int]:
    """For each of ``count``, the lowest number that ``pairs`` of one kind lead to."""
    parent = list(range(count))

    def top(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for a, b in pairs:
        if kind[a] == kind[b]:
            a, b = top(a), top(b)
            parent[max(a, b)] = min(a, b)
    return [top(k) for k in range(count)]


def _merged(names: Sequence[str], group: Sequence[int], found: Mapping[tuple[int, int], int]) -> list[int]:
    """The cluster of each name: ``group`` to begin with, joined by average linkage."""
    label = np.array(group, dtype=np.int64)
    # The same words count once, however many copies tell them: else a thousand copies would thin out what speaks for
    # a claim, or weigh it down.
    once = np.zeros(len(names))
    once[label] = 1
    if not found:
        return [int(k) for k in label]
    mark = np.array([crc32(name.encode("utf-8", "surrogatepass")) for name in names], dtype=np.int64)
    ends = np.array(list(found), dtype=np.int64)
    total = np.array(list(found.values()), dtype=np.int64)
    count = np.ones(len(total), dtype=np.int64)
    a, b = label[ends[:, 0]], label[ends[:, 1]]
    while True:
        a, b, total, count = _summed(a, b, total, count, len(names))
        size = np.bincount(label, weights=once, minlength=len(names)).astype(np.int64)
        link = _links(total, count, size[a] * size[b])
        wanted = link >= round(JOINS * UNIT)
        if not wanted.any():
            return [int(k) for k in label]
        to = _nearest(a[wanted], b[wanted], link[wanted], mark, len(names))
        label, a, b = to[label], to[a], to[b]
        kept = a != b
        a, b, total, count = a[kept], b[kept], total[kept], count[kept]


def _summed(a: Ints, b: Ints, total: Ints, count: Ints, size: int) -> tuple[Ints, Ints, Ints, Ints]:
    """One edge for each two clusters, the lower one first."""
    key = np.minimum(a, b) * size + np.maximum(a, b)
    own, place = np.unique(key, return_inverse=True)
    sums = np.zeros(len(own), dtype=np.int64)
    counts = np.zeros(len(own), dtype=np.int64)
    np.add.at(sums, place, total)
    np.add.at(counts, place, count)
    return own // size, own % size, sums, counts


def _links(total: Ints, count: Ints, pairs: Ints) -> Ints:
    """Mean probabilities of edges; pairs that were not compared count little, and for no more than those that were."""
    unseen = UNSEEN_WEIGHT * np.clip(pairs - count, 0, count)
    return np.asarray(np.floor((total + unseen * UNSEEN * UNIT) / (count + unseen)), dtype=np.int64)


def _nearest(a: Ints, b: Ints, link: Ints, mark: Ints, size: int) -> Ints:
    """For each cluster the lower one of it and its nearest, where each is the other's nearest; else itself."""
    ends, others = np.concatenate([a, b]), np.concatenate([b, a])
    # Ties are broken by a number that both ends know, or else equal copies would be joined one by one.
    tie = (np.concatenate([mark[a] ^ mark[b]] * 2) * 2654435761) % (1 << 31)
    order = np.lexsort((others, tie, np.concatenate([link, link]), ends))
    ends, others = ends[order], others[order]
    last = np.append(ends[1:] != ends[:-1], True)
    best = np.arange(size, dtype=np.int64)
    best[ends[last]] = others[last]
    own = np.arange(size, dtype=np.int64)
    mutual = best[best] == own
    return np.where(mutual, np.minimum(own, best), own)
