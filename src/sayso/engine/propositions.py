"""Finds which claims of a ledger's articles are about one thing, and weighs on whose word each of them is.

Safe to stop anywhere and to run again: what waits stands in the ledger. What is found depends on which articles there
are, not on the order in which they came. Copies stay cheap: an assertion whose words were taken over from another
article is not compared with others but goes where that one goes.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.engine import failing
from sayso.engine.settling import settle_claims
from sayso.engine.version import version
from sayso.errors import LedgerError
from sayso.store.assertions import (
    day_of,
    find_assertions,
    find_assertions_of,
    find_unasserted,
    find_unmatched,
    find_weighed_articles,
    hashed,
    save_assertions,
    save_rekinned,
)
from sayso.store.connection import Reader, Writer
from sayso.store.families import find_parents
from sayso.store.faults import find_place, save_document_fault, save_tried_again
from sayso.store.lineage import find_text
from sayso.store.matches import Edge, Placed, find_candidates, find_sisters, save_blocks, save_matched
from sayso.store.readings import find_report
from sayso.types.lineage import Derivation
from sayso.types.weighing import Article, Assertion, Carried, Teller

# Documents that are kept in one transaction: waiting for the disk costs as much for many as for one.
TOGETHER: Final = 16
WAITING: Final = 4_096  # documents that are asked for together
# Keys of an assertion by which others are found, those that say most first.
MOST_KEYS: Final = 18
# Below this two assertions are as good as not compared; from RELATED on, those of two modalities are of one event.
FLOOR: Final = 0.1
RELATED: Final = 0.5
REMEMBERED: Final = 5_000  # assertions of other articles that are kept at hand

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Known:
    """Assertions and articles that were looked up before."""

    ledger: Reader
    assertions: dict[int, Assertion] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)

    def look(self, numbers: Iterable[int]) -> Mapping[int, Assertion]:
        """At least these assertions, and their articles."""
        if len(self.assertions) > REMEMBERED:
            self.assertions.clear()
            self.articles.clear()
        self.add(dict(find_assertions_of(self.ledger, set(numbers) - self.assertions.keys())))
        return self.assertions

    def add(self, found: Mapping[int, Assertion]) -> None:
        """Remember these."""
        self.assertions |= found
        documents = {a.document for a in found.values()} - self.articles.keys()
        if documents:
            self.articles |= find_weighed_articles(self.ledger, documents)


def weigh_new(ledger: Writer) -> Iterator[str]:
    """Compare the claims of every article that waits for it with those of others, and give its id once that is kept.

    Behind the last one the claims across articles that are concerned are found anew. Raises ``LedgerError``.
    """
    save_rekinned(ledger)
    save_tried_again(ledger, version())
    while waiting := find_unasserted(ledger.read, TOGETHER):
        with ledger.transaction():
            for document in waiting:
                _assert(ledger, document)
    known = _Known(ledger.read)
    while waiting := find_unmatched(ledger.read, WAITING):
        for k in range(0, len(waiting), TOGETHER):
            group = waiting[k : k + TOGETHER]
            with ledger.transaction():
                for document in group:
                    _match(ledger, document, known)
            yield from group
    settle_claims(ledger)


def _assert(ledger: Writer, document: str) -> None:
    from sayso.weighing.assertions import assertions

    made: tuple[Assertion, ...] = ()
    named: Sequence[Teller] = ()
    why = None
    try:
        report = find_report(ledger.read, document)
        made = assertions(report) if report is not None else ()
        named = _named(made)
    except (LedgerError, sqlite3.Error):
        raise
    except Exception as error:  # any fault in one document must not stop the others
        logger.debug("assertions of %s failed", document, exc_info=True)
        why = failing.unclaimed(find_place(ledger.read, document), error)
    save_assertions(ledger, document, made, named)
    save_document_fault(ledger, document, "claims-failed", why, version())


def _named(made: Sequence[Assertion]) -> Sequence[Teller]:
    from sayso.weighing.known import learn

    return learn(made).tellers


def _match(ledger: Writer, document: str, known: _Known) -> None:
    mine = find_assertions(ledger.read, document)
    known.articles.pop(document, None)
    known.add(mine)
    carried: tuple[Carried, ...] = ()
    edges: list[Edge] = []
    why = None
    try:
        carried, own = _carried(ledger.read, mine)
        told, first = placed(own, known.articles), lead(own, known.articles)
        save_blocks(ledger, document, (*told, *first))
        failed: list[Exception] = []
        edges += _edges(told, first, mine, known, failed)
        why = failing.uncompared(find_place(ledger.read, document), failed[0]) if failed else None
    except (LedgerError, sqlite3.Error):
        raise
    except Exception as error:  # as above; what was found before the fault is kept
        logger.debug("matching of %s failed", document, exc_info=True)
        why = failing.uncompared(find_place(ledger.read, document), error)
    save_matched(ledger, document, carried, edges)
    save_document_fault(ledger, document, "matching-failed", why, version())


def _carried(ledger: Reader, mine: Mapping[int, Assertion]) -> tuple[tuple[Carried, ...], dict[int, Assertion]]:
    """What a document has from its parents, and those of its assertions that have to be compared with others."""
    from sayso.weighing.carried import COPIES, carried

    documents = {a.document for a in mine.values()}
    derivations = [by for id in documents for by in find_parents(ledger, id)]
    if not derivations:
        return (), dict(mine)
    parents = {by.parent: tuple(find_assertions(ledger, by.parent).values()) for by in derivations}
    found = carried(tuple(mine.values()), parents, derivations, _texts(ledger, derivations))
    modality = {a.id: a.modality for those in parents.values() for a in those}
    gone = {c.child: modality.get(c.parent or "") for c in found}
    # What is read in a copy's words and not in its original's is compared with nobody: however many copies there are,
    # they do not bring claims of others together.
    copied = {by.parent for by in derivations if by.kind in COPIES}
    idle = {c.child for c in found if c.source in copied}
    own = {number: a for number, a in mine.items() if a.id not in idle and gone.get(a.id) is not a.modality}
    return found, own


def _texts(ledger: Reader, derivations: Sequence[Derivation]) -> dict[str, str]:
    return {id: find_text(ledger, id) for by in derivations for id in (by.child, by.parent)}


def placed(own: Mapping[int, Assertion], articles: Mapping[str, Article]) -> tuple[Placed, ...]:
    """The blocks of assertions of one article, by number; ``articles`` by id."""
    from sayso.weighing.matching import blocks

    out = []
    for number, assertion in own.items():
        article = articles.get(assertion.document)
        keys = frozenset(map(hashed, blocks(assertion, article.title if article else None)[:MOST_KEYS]))
        out.append(Placed(number, day_of(article.published if article else None), keys))
    return tuple(out)


def lead(own: Mapping[int, Assertion], articles: Mapping[str, Article]) -> tuple[Placed, ...]:
    """The blocks of an article as a whole, in which its first assertion stands for it."""
    from sayso.weighing.matching import article_keys

    if not own:
        return ()
    number, first = min(own.items(), key=lambda item: (item[1].place, item[0]))
    article = articles.get(first.document)
    keys = frozenset(map(hashed, article_keys(own.values(), article)))
    return (Placed(number, day_of(article.published if article else None), keys),)


def _edges(
    told: Sequence[Placed],
    first: Sequence[Placed],
    mine: Mapping[int, Assertion],
    known: _Known,
    failed: list[Exception],
) -> Iterator[Edge]:
    """How likely each assertion is about the same as each of its candidates; those of one event in two modalities.

    A pair that cannot be compared is left out, and ``failed`` says why.
    """
    from sayso.weighing.matching import match, related

    candidates = {p.number: find_candidates(known.ledger, p) for p in told}
    sisters = {number for p in first for number in find_sisters(known.ledger, p)}
    sisters = (sisters - mine.keys()) | candidates.keys()
    others = known.look({number for found in candidates.values() for number in found} | sisters)
    known.add(mine)
    for number, other in _near(candidates.keys(), sisters, others):
        candidates[number].add(other)
    for number, found in candidates.items():
        for other in sorted(found):
            if other in candidates and other < number and number in candidates[other]:
                continue  # both are of this document: that pair was compared
            a, b = mine[number], others[other]
            apart = a.modality is not b.modality
            try:
                edge = Edge((related if apart else match)(a, b, known.articles), apart)
            except Exception as error:  # a fault in one pair must not stop the others
                logger.debug("matching of %s with %s failed", a.id, b.id, exc_info=True)
                failed.append(error)
                continue
            if edge.match.probability >= (RELATED if apart else FLOOR):
                yield edge


def _near(own: Iterable[int], sisters: Iterable[int], known: Mapping[int, Assertion]) -> Iterator[tuple[int, int]]:
    """Assertions with those of articles about the same that mean something like them, by number."""
    from sayso.weighing.matching import near

    mine, others = sorted(own), sorted(n for n in sisters if n in known)
    for i, j in near([known[n] for n in mine], [known[n] for n in others]):
        if mine[i] != others[j]:
            yield mine[i], others[j]
