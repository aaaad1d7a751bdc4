"""Links each document of a ledger to those it shares words with, and lets families be found in what is linked.

Safe to stop anywhere and to run again: what a document shares is kept at once and the document is not compared again;
families that are touched wait in the ledger until they are found anew. What is found depends on which documents there
are, not on the order in which they came.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

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
    import numpy as np

    from sayso.lineage.sketch import Sketch

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]

# Documents whose links are kept in one transaction: waiting for the disk costs as much for many as for one.
TOGETHER: Final = 16
MOST_VERSIONS: Final = 40  # other articles of one address that an article is compared with

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Postings:
    """What the index says of the features of one text.

    Beside each other ``places`` in ``features`` and ``documents`` that have the feature there; for each feature, how
    many documents it ``led_to`` and whether it ``counted``.
    """

    features: list[int]
    places: Numbers
    documents: Numbers
    led_to: Numbers
    counted: Numbers


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

    postings = _postings(ledger, mine)
    others = (*_candidates(ledger, document, postings), *find_same_address(ledger, document, MOST_VERSIONS))
    found = compared(ledger, (pair_of(document, other) for other in dict.fromkeys(others)))
    if not postings.counted.all():
        found = _without_boilerplate(ledger, document, found, postings)
    return [
        link
        for link in found
        if link.alignment.passages and max(link.alignment.first_share, link.alignment.second_share) >= LEAST_SHARE
    ]


def _postings(ledger: Reader, mine: Sketch) -> _Postings:
    import numpy as np

    from sayso.lineage.candidates import MOST, counting

    features = [int(feature) for feature in mine.features]
    places, documents = (np.array(found, dtype=np.int64) for found in find_postings(ledger, features, MOST))
    led_to = np.bincount(places, minlength=len(features))
    return _Postings(features, places, documents, led_to, counting(led_to))


def _without_boilerplate(ledger: Reader, document: str, links: Iterable[Link], postings: _Postings) -> Iterator[Link]:
    from sayso.lineage.boilerplate import without_boilerplate
    from sayso.lineage.clusters import HOME
    from sayso.lineage.family import flipped

    text = find_text(ledger, document)
    led_to = dict(zip(postings.features, postings.led_to.tolist(), strict=True))
    for link in links:
        if link.pair[0] == document:
            found = without_boilerplate(link.alignment, text, led_to)
        else:
            found = flipped(without_boilerplate(flipped(link.alignment), text, led_to))
        yield Link(link.pair, found, max(found.first_share, found.second_share) >= HOME)


def _candidates(ledger: Reader, document: str, found: _Postings) -> list[str]:
    """Documents worth comparing with one, the best first, by the same rule as ``sayso.lineage.candidates.Index``."""
    import numpy as np

    from sayso.lineage.candidates import LIMIT, is_candidate, rarity, score

    kept = found.counted[found.places]
    if not kept.any():
        return []
    numbers, which, shared = np.unique(found.documents[kept], return_inverse=True, return_counts=True)
    weights = np.array([rarity(int(count)) for count in found.led_to])[found.places[kept]]
    evidence = np.bincount(which, weights=weights)
    several = {int(numbers[k]): (int(shared[k]), float(evidence[k])) for k in np.flatnonzero(shared > 1)}
    rows = []
    for number, other in find_sketched(ledger, several).items():
        common, weight = several[number]
        sizes = (len(found.features), other.size)
        if other.document != document and is_candidate(common, weight, sizes):
            rows.append((-score(common, weight, sizes), number, other.document))
    return [id for _, _, id in sorted(rows)[:LIMIT]]
