"""What stands behind one proposition: origins, steps that lead to them, bounds for each side, and the standing.

docs/independence.md defines what is done here; each rule of that page is one step below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.types.weighing import Article, Assertion, Bounds, Carried, Side, Weighed
from sayso.weighing.bounds import Count, count
from sayso.weighing.explain import reasons
from sayso.weighing.known import NOTHING, Known
from sayso.weighing.ledger import Ledger
from sayso.weighing.origins import Found, find, made
from sayso.weighing.standing import stand
from sayso.weighing.steps import steps


def weigh(
    assertions: Sequence[Assertion],
    articles: Mapping[str, Article],
    carried: Sequence[Carried],
    known: Known = NOTHING,
) -> Weighed:
    """Weigh the assertions about one proposition.

    ``side`` of each is meant of this proposition. ``articles`` are looked up by the ids of documents; one that is
    missing is an article of which nothing is known. ``carried`` may name assertions and documents that are not here.
    ``known`` is what other claims of the ledger tell of those who are named in these: their offices, other spellings.
    The order of all changes nothing. Time grows little faster than the number of assertions.
    """
    ledger = Ledger(assertions, articles, carried, known)
    found, ways = find(ledger)
    ayes, noes = count(found, Side.FOR), count(found, Side.AGAINST)
    stands = stand(found, ayes, noes, ledger)
    return Weighed(
        origins=made(found, ledger),
        steps=steps(ledger, ways, {o.identity: o for o in found}),
        support=_bounds(ayes, found, ledger),
        against=_bounds(noes, found, ledger),
        standing=stands.standing,
        standing_reason=stands.reason,
        standing_since=ledger.told[stands.since].published if stands.since is not None else None,
    )


def _bounds(one: Count, found: Sequence[Found], ledger: Ledger) -> Bounds:
    return Bounds(one.least, one.most, reasons(one, found, ledger))
