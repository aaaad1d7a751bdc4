"""Finds the claims across articles anew that wait for it: what belongs together, and how each of them stands.

Assertions that matches or carried words lead to from each other are looked at together; what is not touched by anything
new is left as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations
from operator import attrgetter
from typing import Final

from sayso.engine import failing
from sayso.engine.proposing import propose, whole
from sayso.engine.reviewing import find_put_together, find_reviewed
from sayso.engine.version import version
from sayso.store.assertions import find_namings, find_weighed_articles, named_plainly
from sayso.store.connection import Reader, Writer
from sayso.store.faults import Fault
from sayso.store.matches import STRONG, find_carried, find_copies, find_matches, find_tied, find_unweighed
from sayso.store.propositions import (
    Bare,
    Made,
    find_bare,
    find_bases,
    save_inner,
    save_propositions,
    save_wholes,
)
from sayso.types.document import Rejection
from sayso.types.weighing import Article, Carried, Match, Side
from sayso.weighing.known import Known
from sayso.weighing.reviewed import NOTHING, Reviewed, apply, decided_about, links, own_words, parted

# Assertions whose claims are found together in one transaction.
TOGETHER: Final = 256
# In so small a group every pair is compared, whether it shares a block or not.
EVERY_PAIR: Final = 16
# Larger groups fall apart where only weaker matches hold them together: at each of these once more.
LARGE: Final = 250
STRONGER: Final = (0.7, 0.85, 0.95)
# Not to be surpassed even by a ledger that was made to: what is larger is found in parts.
MOST: Final = 20_000
# Of a claim with more assertions than this, copies from which nobody copied are counted but not looked at.
CROWD: Final = 400
# What of an article and of carried words a claim is found from.
_FACTS: Final = attrgetter("id", "outlet", "published", "title", "url", "text_id")
_TAKEN: Final = attrgetter("parent", "source", "span.begin", "span.end")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Group:
    """Assertions that lead to each other, by id, what they have from others, and what people decided about them."""

    bare: Mapping[str, Bare]
    carried: Mapping[str, Carried]
    articles: Mapping[str, Article]
    named: Mapping[str, bytes]
    ledger: Reader
    reviewed: Reviewed

    def own(self, piece: _Piece) -> int:
        """How many of these say it in words of their own: copies do not make a group large."""
        return sum(id not in self.carried or self.carried[id].parent is None for id in piece.ids)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Assertions of a group that are looked at together, with the matches and carried words among them."""

    ids: Sequence[str]
    matches: Sequence[Match]
    pairs: Sequence[tuple[str, str]]


def settle_claims(ledger: Writer) -> None:
    """Find the claims across articles that wait for it, some at a time in one transaction. Raises ``LedgerError``."""
    reviewed = find_reviewed(ledger.read)
    large: set[int] = set()
    while waiting := find_unweighed(ledger.read, TOGETHER):
        with ledger.transaction():
            done: set[int] = set()
            for number in waiting:
                if number not in done:
                    group, inner = around(ledger.read, number, reviewed, large)
                    done |= group
                    _settle(ledger, group, reviewed, inner=inner)
                    if inner:
                        save_wholes(ledger, group)


def around(
    ledger: Reader, number: int, reviewed: Reviewed = NOTHING, large: set[int] | None = None
) -> tuple[set[int], bool]:
    """The assertions that have to be looked at together with one, and whether they are part of a larger whole.

    Of a large component only what stronger matches hold together matters: so one article more costs the same, however
    far what is told of a war leads from one claim to the next. ``large`` are assertions of components that are known
    to be large; what is found of this one is added.
    """
    large = set() if large is None else large
    if number not in large:
        found = component(ledger, number, reviewed, most=LARGE, large=large)
        if large.isdisjoint(found) and len(found) - find_copies(ledger, found) <= LARGE:
            return found, False
        large |= found
    return component(ledger, number, reviewed, least=STRONGER[0]), True


def component(
    ledger: Reader,
    number: int,
    reviewed: Reviewed = NOTHING,
    least: float = STRONG,
    most: int = MOST,
    large: Collection[int] = (),
) -> set[int]:
    """The assertions that matches of at least so much, carried words and decisions lead to from one, through others.

    Where more than ``most`` of them are no copies, or one is of those that are known to belong to so ``large`` a
    component, only some are given.
    """
    found = {number}
    waiting = {number}
    while waiting and len(found) < MOST:
        waiting = (find_tied(ledger, waiting, least) | find_put_together(ledger, waiting, reviewed)) - found
        found |= waiting
        if not waiting.isdisjoint(large) or len(found) > most and len(found) - find_copies(ledger, found) > most:
            break
    return found


def _settle(ledger: Writer, numbers: set[int], reviewed: Reviewed, *, inner: bool) -> None:
    group = _group(ledger.read, numbers, reviewed)
    before = find_bases(ledger.read, numbers)
    kept: list[int] = []
    made: list[Made] = []
    faults: list[Fault] = []
    for piece in _pieces(group, inner=inner):
        for members in _clusters(group, piece, faults):
            basis = basis_of(group, members)
            if basis in before:
                kept.append(before[basis])
                continue
            try:
                made.append(_made(group, members, basis))
            except Exception as error:  # a fault in one claim must not stop the others
                logger.debug("weighing of %s failed", members[0], exc_info=True)
                faults.append(_fault(group, members, failing.unweighed, error))
    save_propositions(ledger, sorted(numbers), kept, made, faults, version())
    save_inner(ledger, numbers, inner=inner)


def _fault(
    group: Group, members: Sequence[str], told: Callable[[str, int, Exception], Rejection], error: Exception
) -> Fault:
    bare = [group.bare[id] for id in members]
    claim = "p_" + min(members).removeprefix("c_")
    return Fault(tuple(b.number for b in bare), told(claim, len({b.document for b in bare}), error))


def _group(ledger: Reader, numbers: set[int], reviewed: Reviewed) -> Group:
    bare = find_bare(ledger, numbers)
    carried = {c.child: c for c in find_carried(ledger, numbers)}
    documents = {b.document for b in bare.values()}
    articles = find_weighed_articles(ledger, documents)
    return Group(bare, carried, articles, find_namings(ledger, documents), ledger, reviewed)


def _pieces(group: Group, *, inner: bool) -> list[_Piece]:
    """A group, or the parts into which it falls where it is large or of a large one, each with its own matches."""
    ids = sorted(group.bare)
    if len(ids) == 1:
        return [_Piece(ids, (), ())]
    matches = find_matches(group.ledger, {bare.number: id for id, bare in group.bare.items()})
    pairs = [(c.child, c.parent) for c in group.carried.values() if c.parent is not None]
    pairs = links(ids, pairs, group.reviewed)
    whole = [_Piece(ids, parted(ids, matches, group.reviewed), pairs)]
    for least in STRONGER if matches else ():
        large = [group.own(piece) > LARGE or (inner and least == STRONGER[0]) for piece in whole]
        whole = [
            part
            for piece, cut in zip(whole, large, strict=True)
            for part in (_parted(piece, least) if cut else [piece])
        ]
    return whole


def _parted(piece: _Piece, least: float) -> list[_Piece]:
    """The parts that carried words and matches of at least so much hold together."""
    tied = [(m.first, m.second) for m in piece.matches if m.probability >= least]
    parts = joined(set(piece.ids), (*tied, *piece.pairs))
    home = {id: k for k, ids in enumerate(parts) for id in ids}
    matches: list[list[Match]] = [[] for _ in parts]
    pairs: list[list[tuple[str, str]]] = [[] for _ in parts]
    for m in piece.matches:
        if home[m.first] == home[m.second]:
            matches[home[m.first]].append(m)
    for pair in piece.pairs:
        if pair[0] in home and home[pair[0]] == home.get(pair[1]):
            pairs[home[pair[0]]].append(pair)
    return [_Piece(*part) for part in zip(parts, matches, pairs, strict=True)]


def joined(ids: set[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The parts of ``ids`` that ``pairs`` hold together, each sorted, in the order of their first."""
    above = {id: id for id in ids}

    def top(id: str) -> str:
        while above[id] != id:
            above[id] = above[above[id]]
            id = above[id]
        return id

    for one, other in pairs:
        if one in ids and other in ids:
            low, high = sorted((top(one), top(other)))
            above[high] = low
    parts: dict[str, list[str]] = {}
    for id in sorted(ids):
        parts.setdefault(top(id), []).append(id)
    return list(parts.values())


def _clusters(group: Group, piece: _Piece, faults: list[Fault]) -> Sequence[Sequence[str]]:
    from sayso.weighing.matching import cluster

    if len(piece.ids) == 1:
        return [piece.ids]
    try:
        missing = _missing(group, piece) if group.own(piece) <= EVERY_PAIR else ()
        kinds = {id: group.bare[id].modality for id in piece.ids}
        return cluster(piece.ids, (*piece.matches, *missing), piece.pairs, kinds)
    except Exception as error:  # only what was copied belongs together then: nothing is called confirmed by a fault
        logger.debug("clustering around %s failed", piece.ids[0], exc_info=True)
        faults.append(_fault(group, piece.ids, failing.unsorted, error))
        return joined(set(piece.ids), piece.pairs)


def _missing(group: Group, piece: _Piece) -> list[Match]:
    """The matches of a small group that are not kept: pairs that share no block, or that are unlikely."""
    from sayso.weighing.matching import match

    there = {(m.first, m.second) for m in piece.matches}
    own = [id for id in piece.ids if id not in group.carried or group.carried[id].parent is None]
    told = {id: group.bare[id].told_plainly() for id in own}
    pairs = (pair for pair in combinations(own, 2) if pair not in there)
    return [match(told[a], told[b], group.articles) for a, b in pairs]


def basis_of(group: Group, members: Iterable[str]) -> bytes:
    """A hash of all that a claim is found from."""
    print_ = blake2b(digest_size=16)
    for id in sorted(members):
        bare = group.bare[id]
        article, by = group.articles.get(bare.document), group.carried.get(id)
        found_from = (id, bare.told, _FACTS(article) if article else None, _TAKEN(by) if by else None)
        for part in (*found_from, decided_about(id, group.reviewed)):
            print_.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass"))
            print_.update(b"\0")
    for told in sorted({group.named.get(group.bare[id].document, b"") for id in members}):
        print_.update(told + b"\0")
    return print_.digest()


def _made(group: Group, members: Sequence[str], basis: bytes) -> Made:
    taken = {c.child: c for c in own_words(group.carried.values(), group.reviewed)}
    looked = _slim(members, taken) if len(members) > CROWD else set(members)
    carried = [c for id, c in sorted(taken.items()) if id in looked]
    told = apply([group.bare[id].told_plainly() for id in sorted(looked)], group.reviewed)
    found = propose(told, group.articles, carried, _known(group, looked))
    sides = {a.id: a.side for a in found.assertions}
    every = {group.bare[id].number: sides.get(id) or _side(id, sides, taken) for id in members}
    articles = [group.articles[id] for id in sorted({group.bare[id].document for id in members})]
    dates = sorted(article.published for article in articles if article.published)
    found = replace(
        found,
        texts=len({article.text_id for article in articles}),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )
    copied = all(id in taken and not taken[id].parent for id in members)
    return Made(basis, found, every, len(articles), copied, whole(found))


def _known(group: Group, members: Iterable[str]) -> Known:
    """What the articles of these assertions tell of those whom they name, in whatever claim."""
    from sayso.weighing.known import known

    documents = {group.bare[id].document for id in members}
    return known(named_plainly(group.named[id] for id in documents if id in group.named))


def _slim(members: Sequence[str], carried: Mapping[str, Carried]) -> set[str]:
    """The assertions of a crowd without copies from which nobody has anything."""
    wanted = set(members)
    parents = {c.parent for c in carried.values() if c.child in wanted}
    return {id for id in members if id in parents or id not in carried or carried[id].parent not in wanted}


def _side(id: str, sides: Mapping[str, Side], carried: Mapping[str, Carried]) -> Side:
    """The side of a copy: that of the assertion from which it has its words."""
    by = carried.get(id)
    return sides.get(by.parent or "", Side.OPEN) if by is not None else Side.OPEN
