"""What people decided, looked up for those who find and weigh claims."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.store.assertions import find_assertions_of, number_of
from sayso.store.connection import Reader
from sayso.store.matches import find_ids
from sayso.store.reviews import find_side, find_standing_reviews
from sayso.types.review import Decision
from sayso.types.weighing import Assertion
from sayso.weighing.reviewed import NOTHING, Reviewed, apply, fold, tied


def find_reviewed(ledger: Reader) -> Reviewed:
    """What all decisions that hold come to today."""
    decisions = find_standing_reviews(ledger)
    return fold(decisions, find_named(ledger, decisions)) if decisions else NOTHING


def find_named(ledger: Reader, decisions: Iterable[Decision]) -> dict[str, Assertion]:
    """The assertions whose tellers decisions point at, by id; those that are here."""
    numbers = {number_of(spot.assertion) for d in decisions for spot in (*d.one, *d.other)}
    return {a.id: a for _, a in find_assertions_of(ledger, numbers)} if numbers else {}


def find_put_together(ledger: Reader, numbers: Iterable[int], reviewed: Reviewed) -> set[int]:
    """What people put together with assertions, all by number."""
    if not reviewed.together:
        return set()
    return {number_of(id) for id in tied(find_ids(ledger, numbers).values(), reviewed)}


def is_turned(ledger: Reader, claim: str, reviewed: Reviewed) -> bool:
    """Whether a claim across articles is that something did not happen, so that its sides are the other way round."""
    found = find_side(ledger, claim)
    if found is None:
        return False
    read, shown = found
    (decided,) = apply([read], reviewed)
    return decided.side is not shown
