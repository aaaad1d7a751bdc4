"""Links each document of a ledger to those it shares words with, and lets families be found in what is linked.

Safe to stop anywhere and to run again: what a document shares is kept at once and the document is not compared again;
families that are touched wait in the ledger until they are found anew. What is found depends on which documents there
are, not on the order in which they came.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sayso.engine.families import compared, pair_of, settle
from sayso.store.connection import Reader, Writer
from sayso.store.lineage import (
    Link,
    find_postings,
    find_same_address,
    find_sketched,
    find_text,
    find_unlinked,
    save_linked,
)
from sayso.types.document import Document
from sayso.types.lineage import Comparison

if TYPE_CHECKING:
    from sayso.lineage.sketch import Sketch

# Documents whose links are kept in one transaction: waiting for the disk costs as much for many as for one.
TOGETHER: Final = 16
MOST_VERSIONS: Final = 40  # other articles of one address that an article is compared with

logger = logging.getLogger(__name__)


def link_new(ledger: Writer) -> Iterator[str]:
    """Link every document that was not linked yet, the earliest published first, and give its id once it is kept.

    Behind the last one the families concerned are found anew. Raises ``LedgerError``.
    """
    while waiting := find_unlinked(ledger.read):
        for k in range(0, len(waiting), TOGETHER):
            group = waiting[k : k + TOGETHER]
            with ledger.transaction():
                for document in group:
                    _link(ledger, document)
            yield from group
    settle(ledger)


def compare(first: Document, second: Document) -> Comparison:
    """What two texts share and in what they differ."""
    from sayso.lineage.align import align
    from sayso.lineage.changes import changes
    from sayso.lineage.quoted import quoted_again

    alignment = align(first.text, second.text)
    found = changes(first.text, second.text, alignment)
    return Comparison(first, second, alignment, found, quoted_again(first.text, second.text, alignment))


def _link(ledger: Writer, document: str) -> None:
    from sayso.lineage.sketch import sketch

    try:
        mine = sketch(find_text(ledger.read, document))
        features = [int(feature) for feature in mine.features]
        links = _links(ledger.read, document, mine)
    except (ArithmeticError, LookupError, TypeError, ValueError):  # a fault in one document must not stop the others
        logger.debug("linking of %s failed", document, exc_info=True)
        features, links = [], []
    save_linked(ledger, document, features, links)


def _links(ledger: Reader, document: str, mine: Sketch) -> list[Link]:
    from sayso.lineage.family import LEAST_SHARE

    others = (*_candidates(ledger, document, mine), *find_same_address(ledger, document, MOST_VERSIONS))
    found = compared(ledger, (pair_of(document, other) for other in dict.fromkeys(others)))
    return [
        link
        for link in found
        if link.alignment.passages and max(link.alignment.first_share, link.alignment.second_share) >= LEAST_SHARE
    ]


def _candidates(ledger: Reader, document: str, mine: Sketch) -> list[str]:
    """Documents worth comparing with one, the best first, by the same rule as ``sayso.lineage.candidates.Index``."""
    import numpy as np

    from sayso.lineage.candidates import LIMIT, MOST, counting, is_candidate, rarity, score

    places, found = map(np.array, find_postings(ledger, [int(feature) for feature in mine.features], MOST))
    if not len(found):
        return []
    led_to = np.bincount(places, minlength=mine.size)
    kept = counting(led_to)[places]
    places, found = places[kept], found[kept]
    numbers, which, shared = np.unique(found, return_inverse=True, return_counts=True)
    weights = np.array([rarity(int(count)) for count in led_to])[places]
    evidence = np.bincount(which, weights=weights)
    several = {int(numbers[k]): (int(shared[k]), float(evidence[k])) for k in np.flatnonzero(shared > 1)}
    rows = []
    for number, other in find_sketched(ledger, several).items():
        common, weight = several[number]
        sizes = (mine.size, other.size)
        if other.document != document and is_candidate(common, weight, sizes):
            rows.append((-score(common, weight, sizes), number, other.document))
    return [id for _, _, id in sorted(rows)[:LIMIT]]
