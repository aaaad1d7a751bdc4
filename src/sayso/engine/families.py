"""Finds the families anew that wait for it in a ledger: a pure function of the documents and their links.

A family is found together with the families that it shares passages with, so that one document more or less gives the
same answer as all documents at once. A crowd of copies stays cheap: its earliest members are found as any family is,
and each later one is weighed against those of them that it is most like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from sayso.store.connection import Reader, Writer
from sayso.store.families import find_family, find_home, find_parents, find_relatives, save_families
from sayso.store.lineage import (
    Link,
    Pair,
    Tie,
    find_alignments,
    find_compared,
    find_text,
    find_ties,
    find_unsettled,
    find_unsettled_among,
    save_links,
)
from sayso.store.taken import find_document
from sayso.types.lineage import Derivation, Family

# Documents whose families are found together: what they share passages with is looked at once.
TOGETHER: Final = 64
# In a family everybody is compared with so many of the earliest: a copy of a copy may look like no other.
EARLIEST: Final = 8
# A family of more members than this is a crowd; a later member is weighed against so many of the earliest.
CROWD: Final = 64
CLOSEST: Final = 6
# Ties with other families that count, the strongest of each document; families around one that are looked at whole.
OUTWARD: Final = 24
AROUND: Final = 100
# Not to be surpassed even by a ledger that was made to: what is larger is found in parts.
MOST_MEMBERS: Final = 20_000

Ties = Mapping[str, Sequence[Tie]]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The members of a large family: the earliest, and the others in the order of their ids."""

    early: tuple[str, ...]
    late: tuple[str, ...]


def settle(ledger: Writer) -> None:
    """Find the families anew that wait for it, some at a time in one transaction. Raises ``LedgerError``."""
    while waiting := find_unsettled(ledger.read, TOGETHER):
        _settle(ledger, waiting)


def compared(ledger: Reader, pairs: Iterable[Pair]) -> Iterator[Link]:
    """What documents share, those of each pair aligned; ``pairs`` hold the lower id first."""
    from sayso.lineage.align import align
    from sayso.lineage.clusters import HOME

    texts: dict[str, str] = {}
    for pair in pairs:
        for id in pair:
            if id not in texts:
                texts[id] = find_text(ledger, id)
        found = align(texts[pair[0]], texts[pair[1]])
        yield Link(pair, found, max(found.first_share, found.second_share) >= HOME)


def pair_of(one: str, other: str) -> Pair:
    """Two ids as links have them."""
    return (one, other) if one < other else (other, one)


def _settle(ledger: Writer, waiting: Sequence[str]) -> None:
    ties: dict[str, list[Tie]] = {}
    crowds: list[_Crowd] = []
    found: list[Family] = []
    unsettled: set[str] = set()
    core: set[str] = set()  # whose families are found here: all but the later ones of a crowd
    for document in waiting:
        if document in ties or len(core) >= TOGETHER:
            continue
        members = _component(ledger.read, document)
        order = _by_date(ledger.read, members)
        ties |= _completed(ledger, members, order[:EARLIEST])
        crowd = _Crowd(tuple(order[:CROWD]), tuple(sorted(order[CROWD:])))
        if crowd.late:
            crowds.append(crowd)
        unsettled |= find_unsettled_among(ledger.read, members)
        stored = _as_before(ledger.read, crowd, ties, unsettled)
        found += stored
        core.update(() if stored else crowd.early)
    found += [family for family in _families(ledger.read, core, ties) if set(family.members) <= core]
    for crowd in crowds:
        found = _with_late(ledger.read, crowd, ties, found, unsettled)
    save_families(ledger, ties, found)


def _component(ledger: Reader, document: str) -> dict[str, list[Tie]]:
    """The documents that are one text with this one, through others too, each with all its ties."""
    found: dict[str, list[Tie]] = {}
    waiting = [document]
    while waiting and len(found) < MOST_MEMBERS:
        id = waiting.pop()
        if id not in found:
            found[id] = find_ties(ledger, id)
            waiting += [other for tie in found[id] if tie.joins for other in tie.pair if other not in found]
    return found


def _by_date(ledger: Reader, ids: Iterable[str]) -> list[str]:
    """These documents, the earliest published first; undated ones come last."""
    known = find_relatives(ledger, ids).values()
    return [r.id for r in sorted(known, key=lambda r: (r.published is None, r.published or "", r.id))]


def _completed(ledger: Writer, ties: dict[str, list[Tie]], first: Sequence[str]) -> dict[str, list[Tie]]:
    """The ties, with those to the first documents that had not been looked for yet."""
    wanted = {pair_of(id, one) for id in ties for one in first if id != one}
    missing = sorted(wanted - find_compared(ledger.read, wanted))
    if not missing:
        return ties
    with ledger.transaction():
        save_links(ledger, compared(ledger.read, missing))
    return ties | {id: find_ties(ledger.read, id) for pair in missing for id in pair}


def _families(ledger: Reader, core: set[str], ties: Ties) -> tuple[Family, ...]:
    """The families of ``core``, and what is seen from there of those around it."""
    known = {id: _counting(ties[id], core) for id in core}
    around = sorted({id for found in known.values() for tie in found for id in tie.pair} - core)
    for document in around:
        if document not in known and len(known) < len(core) + AROUND:
            members = _component(ledger, document)
            kept = {id: members[id] for id in _by_date(ledger, members)[:CROWD]} | {document: members[document]}
            known |= {id: _counting(found, set(kept)) for id, found in kept.items() if id not in known}
    pairs = {tie.pair for found in known.values() for tie in found}
    return _found(ledger, pairs)


def _counting(found: Sequence[Tie], own: set[str]) -> list[Tie]:
    """The ties of a document that count: all within its family, the strongest of the others."""
    inside = [tie for tie in found if set(tie.pair) <= own]
    outside = [tie for tie in found if not set(tie.pair) <= own and not tie.joins]
    return inside + sorted(outside, key=lambda tie: (-tie.strength, tie.pair))[:OUTWARD]


def _found(ledger: Reader, pairs: Iterable[Pair]) -> tuple[Family, ...]:
    from sayso.lineage.family import families

    wanted = sorted(pairs)
    ids = sorted({id for pair in wanted for id in pair})
    documents = [document for id in ids if (document := find_document(ledger, id)) is not None]
    return families(documents, find_alignments(ledger, wanted))


def _as_before(ledger: Reader, crowd: _Crowd, ties: Ties, waiting: set[str]) -> list[Family]:
    """The families of the earliest as they were found before, where only later members are new; none otherwise."""
    early = frozenset(crowd.early)
    if not crowd.late or early & waiting or not _one_without(crowd, ties, waiting):
        return []
    firsts = {find_home(ledger, id) for id in early}
    if not firsts <= early:  # also where one has no family
        return []
    found = [find_family(ledger, first, early) for first in sorted(filter(None, firsts))]
    return [family for family in found if family is not None]


def _one_without(crowd: _Crowd, ties: Ties, waiting: set[str]) -> bool:
    """Whether the members that are not new are one text without those that are."""
    wanted = {*crowd.early, *crowd.late} - waiting
    left, reached = [crowd.early[0]], set[str]()
    while left:
        id = left.pop()
        if id not in reached:
            reached.add(id)
            left += [other for tie in ties[id] if tie.joins for other in tie.pair if other in wanted]
    return reached == wanted


def _with_late(ledger: Reader, crowd: _Crowd, ties: Ties, found: Sequence[Family], waiting: set[str]) -> list[Family]:
    """The families of a crowd with its later members. What is known of them stays while the earlier are the same."""
    early = set(crowd.early)
    kept = not early & waiting
    home = {id: family.first for family in found for id in family.members}
    members: dict[str, list[str]] = {}
    derivations: dict[str, list[Derivation]] = {}
    alone: list[Family] = []
    for id in crowd.late:
        first, by = _stored(ledger, id, home) if kept and id not in waiting else (None, ())
        if first is None:
            first, by = _weighed(ledger, id, ties[id], early, home)
        if first is None:
            alone.append(Family(id, (id,), by))
        else:
            members.setdefault(first, []).append(id)
            derivations.setdefault(first, []).extend(by)
    return [
        replace(
            family,
            members=tuple(sorted((*family.members, *members.get(family.first, ())))),
            derivations=(*family.derivations, *derivations.get(family.first, ())),
        )
        for family in found
    ] + alone


def _stored(ledger: Reader, id: str, home: Mapping[str, str]) -> tuple[str | None, tuple[Derivation, ...]]:
    """The family of a later member, and what it derives from, as they were found before."""
    first = find_home(ledger, id)
    return (first, find_parents(ledger, id)) if first is not None and home.get(first) == first else (None, ())


def _weighed(
    ledger: Reader, id: str, ties: Sequence[Tie], early: set[str], home: Mapping[str, str]
) -> tuple[str | None, tuple[Derivation, ...]]:
    """The family of a later member by those of the earliest that it is most like, and what it derives from."""
    inside = [tie for tie in ties if early & set(tie.pair)]
    closest = sorted(inside, key=lambda tie: (-tie.strength, tie.pair))[:CLOSEST]
    near = {other for tie in closest for other in tie.pair} - {id}
    among = set(combinations(sorted(near), 2))
    outside = [tie for tie in _counting(ties, early | {id}) if not early & set(tie.pair)]
    found = _found(ledger, among | {tie.pair for tie in (*closest, *outside)})
    family = next((f for f in found if id in f.members), None)
    if family is None:
        return None, ()
    first = next((home[other] for other in sorted(family.members) if other in near and other in home), None)
    return first, tuple(d for d in family.derivations if d.child == id)
