"""What was decided about claims, with what has become of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.engine.meant import meant_by
from sayso.engine.reviewing import find_named, find_reviewed, is_turned
from sayso.export.trace_words import PRIVATE
from sayso.store.assertions import find_weighed_articles
from sayso.store.connection import Reader
from sayso.store.reviews import (
    find_homes,
    find_latest_reviews,
    find_left_documents,
    find_review,
    find_reviews,
    find_reviews_of,
)
from sayso.types.attribution import VoiceKind
from sayso.types.review import Decision, Fate, ListedReview, Spot
from sayso.types.weighing import Assertion, Side
from sayso.weighing.reviewed import NOTHING, Reviewed, plain, tellers, telling

OTHER: Final = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.OPEN: Side.OPEN}


def find_history(ledger: Reader, claim: str | None = None) -> Iterator[ListedReview]:
    """All that was decided, or what was decided about one claim, the earliest first. Raises ``UsageError``."""
    if claim is None:
        yield from _all_listed(ledger, find_reviews(ledger))
    else:
        meant = meant_by(ledger, claim)
        yield from find_decided(ledger, [meant.one.id] if meant.one else [a.id for a in meant.claim.assertions])


def find_latest(ledger: Reader, limit: int, skip: int = 0, by: str | None = None) -> Iterator[ListedReview]:
    """What was decided last, the latest first; by this person only, where one is named."""
    yield from _all_listed(ledger, find_latest_reviews(ledger, limit, skip, by))


def find_decided(ledger: Reader, assertions: Iterable[str]) -> Iterator[ListedReview]:
    """What was decided about any of these assertions, the earliest first."""
    yield from _all_listed(ledger, find_reviews_of(ledger, assertions))


def _all_listed(ledger: Reader, decisions: Iterable[Decision]) -> Iterator[ListedReview]:
    found = tuple(decisions)
    sided = any(decision.side is not None for decision in found)  # what alone depends on all others that hold
    reviewed = find_reviewed(ledger) if sided else NOTHING
    for decision in found:
        yield listed(ledger, decision, reviewed)


def listed(ledger: Reader, decision: Decision, reviewed: Reviewed) -> ListedReview:
    """A decision with what has become of it; ``reviewed`` is what all that hold come to."""
    homes = find_homes(ledger, decision.about)
    undone = find_review(ledger, decision.undone_by) if decision.undone_by else None
    claim = next((homes[id] for id in decision.about if homes.get(id)), None)
    row = ledger.execute("SELECT text FROM propositions WHERE id = ?", (claim,)).fetchone()
    side = decision.side
    if side is not None and claim is not None and is_turned(ledger, claim, reviewed):
        side = OTHER[side]
    return ListedReview(
        number=decision.number,
        at=decision.at,
        by=decision.by,
        action=decision.action,
        target=decision.target,
        fate=_fate(ledger, decision, homes.keys()),
        claim=claim,
        text=str(row[0]) if row else None,
        side=side,
        words=decision.words,
        origins=_origins(ledger, decision),
        about=decision.about,
        into=decision.into,
        leaves=decision.leaves,
        undoes=decision.undoes,
        undone_at=undone.at if undone else None,
        undone_by=undone.by if undone else None,
    )


def _fate(ledger: Reader, decision: Decision, here: Iterable[str]) -> Fate:
    if decision.undone_by is not None:
        return Fate.UNDONE
    if not decision.about or set(here):
        return Fate.HOLDS
    return Fate.REREAD if find_left_documents(ledger, decision.number) else Fate.FORGOTTEN


def _origins(ledger: Reader, decision: Decision) -> tuple[str, ...]:
    """Names of the origins that a decision points at; of private persons only that they are such."""
    if not decision.one:
        return ()
    known = find_named(ledger, [decision])
    return tuple(_name(ledger, spots, known) for spots in (decision.one, decision.other) if spots)


def _name(ledger: Reader, spots: Sequence[Spot], known: Mapping[str, Assertion]) -> str:
    told = [t for _, t in tellers(spots, known) if t.name]
    if told:
        best = max(told, key=telling)
        return PRIVATE if best.kind is VoiceKind.PERSON and not best.public else plain(best.name)
    alone = [known[s.assertion].document for s in spots if s.place == 0 and s.assertion in known]
    outlets = {a.outlet for a in find_weighed_articles(ledger, alone).values() if a.outlet}
    return min(outlets, default="an origin that is not here any more")
