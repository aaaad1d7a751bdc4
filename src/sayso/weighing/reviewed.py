"""What people decided, as it bears on weighing: which assertions are one claim, what each does with it, on whose word.

Decisions are taken in their order; a later one counts where it contradicts an earlier one. What was read is not
changed by them: they are laid over it each time that claims are found and weighed, so that taking one back leaves
what there was before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, Spot
from sayso.types.weighing import Assertion, Carried, Match, Side, Teller

T = TypeVar("T")
# By whose name two origins that are one are known: rather a person's than a body's, rather a body's than an outlet's.
RANKS = {VoiceKind.PERSON: 4, VoiceKind.ORGANISATION: 3, VoiceKind.DOCUMENT: 2, VoiceKind.OUTLET: 1}


@dataclass(frozen=True, slots=True)
class Same:
    """Two origins that are one, by decision ``number``, in claims that hold any of ``scope``: all are ``teller``.

    ``names`` are names that stand for it wherever in such a claim; ``within`` those of people of one document (its id
    and the name); ``rests`` are assertions that rest on their article alone and are put down to it.
    """

    number: int
    scope: frozenset[str]
    teller: Teller
    names: frozenset[str]
    within: frozenset[tuple[str, str]]
    rests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What all decisions that hold come to.

    All is by the ids of assertions, so that a group of them is looked up without going through everything that was
    ever decided. ``together`` are sets of assertions of one claim each, by each of them; ``apart`` says for one that
    was taken out of a claim what it was taken from; ``same`` are origins that are one, by the ids of their ``scope``.
    """

    together: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    roots: Mapping[str, Teller] = field(default_factory=dict)
    same: Mapping[str, tuple[Same, ...]] = field(default_factory=dict)


NOTHING = Reviewed()


def fold(decisions: Iterable[Decision], known: Mapping[str, Assertion]) -> Reviewed:
    """What decisions come to; those that were undone count for nothing.

    ``known`` are the assertions that ``one`` and ``other`` of decisions point at, by id; of an origin that none of
    them names any more, nothing is known.
    """
    holding = sorted((d for d in decisions if d.undone_by is None), key=lambda d: d.number)
    sides: dict[str, Side] = {}
    roots: dict[str, Teller] = {}
    same: list[Same] = []
    for d in holding:
        if d.action is Action.SIDE and d.side is not None:
            sides.update(dict.fromkeys(d.about, d.side))
        if d.action is Action.ROOT and (teller := _root(d, known)) is not None:
            roots.update(dict.fromkeys(d.about, teller))
        if d.action is Action.SAME and (one := _same(d, known)) is not None:
            same.append(one)
    together, apart = _sorted_out(holding)
    return Reviewed(together, apart, sides, roots, _by_id((id, one) for one in same for id in one.scope))


def _sorted_out(
    decisions: Iterable[Decision],
) -> tuple[dict[str, tuple[frozenset[str], ...]], dict[str, frozenset[str]]]:
    """What belongs together, and what was taken out of which claim, in the order in which it was decided."""
    wholes: list[set[str]] = []
    homes: dict[str, list[set[str]]] = {}
    apart: dict[str, set[str]] = {}
    for d in decisions:
        if d.action in (Action.APART, Action.WITH):
            for one in d.about if d.leaves else ():
                for whole in homes.get(one, ()):
                    if not whole.isdisjoint(d.leaves):
                        whole.discard(one)
                apart.setdefault(one, set()).update(d.leaves)
        if d.action is Action.WITH:
            whole = {*d.about, *d.into}
            for one in whole & apart.keys():
                apart[one] -= whole
            wholes.append(whole)
            for one in whole:
                homes.setdefault(one, []).append(whole)
    kept = (frozenset(whole) for whole in wholes if len(whole) > 1)
    return (
        _by_id((id, whole) for whole in kept for id in whole),
        {one: frozenset(others) for one, others in apart.items() if others},
    )


def _by_id(rows: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for id, value in rows:
        found.setdefault(id, []).append(value)
    return {id: tuple(values) for id, values in found.items()}


def _root(decision: Decision, known: Mapping[str, Assertion]) -> Teller | None:
    if decision.words and decision.kind is not None:
        return Teller("", decision.kind, decision.words, public=decision.public)
    found = [teller for _, teller in tellers(decision.one, known)]
    return _bare(max(found, key=telling)) if found else None


def _same(decision: Decision, known: Mapping[str, Assertion]) -> Same | None:
    """``None`` where neither has a name that is the same in every article, or one of them is not known any more."""
    sides = [tellers(spots, known) for spots in (decision.one, decision.other)]
    rests = [frozenset(s.assertion for s in spots if s.place == 0) for spots in (decision.one, decision.other)]
    if not all(told or alone for told, alone in zip(sides, rests, strict=True)):
        return None
    best = max((t for told in sides for _, t in told if joinable(t)), key=telling, default=None)
    if best is None:
        return None
    # Who keeps this name is left as it is: what was read of it is what joins its other spellings.
    kept = next(k for k, told in enumerate(sides) if any(t == best for _, t in told))
    told, alone = sides[1 - kept], rests[1 - kept]
    return Same(
        number=decision.number,
        scope=frozenset(s.assertion for s in decision.one + decision.other),
        teller=_bare(best),
        names=frozenset(plain(t.name) for _, t in told if joinable(t)),
        within=frozenset((known[id].document, plain(t.name)) for id, t in told if not joinable(t)),
        rests=alone,
    )


def tellers(spots: Iterable[Spot], known: Mapping[str, Assertion]) -> list[tuple[str, Teller]]:
    """The tellers that are pointed at, each with the id of its assertion; not the article, nor what is gone."""
    return [
        (s.assertion, known[s.assertion].chain[s.place])
        for s in spots
        if s.place > 0 and s.assertion in known and s.place < len(known[s.assertion].chain)
    ]


def joinable(teller: Teller) -> bool:
    """True for names that are one origin's in every article: not for private persons and people without a name."""
    if teller.kind is VoiceKind.PERSON and not teller.public:
        return False
    return teller.kind in RANKS and bool(teller.name)


def telling(teller: Teller) -> tuple[object, ...]:
    """The more is told of a teller, the larger."""
    known = (teller.key is not None, teller.office is not None, teller.country is not None)
    rank = RANKS.get(teller.kind, 0) if joinable(teller) else 0
    name = plain(teller.name)
    rest = (teller.office or "", teller.country or "", teller.key or "")
    return (rank, *known, len(name.split()), len(name), name, *rest, _place(teller))


def plain(name: str | None) -> str:
    """A name with single spaces."""
    return " ".join((name or "").split())


def _place(teller: Teller) -> tuple[object, ...]:
    return (teller.voice_id, teller.mention is not None, teller.mention or (), teller.cue)


def _bare(teller: Teller) -> Teller:
    """A teller as it may stand in another article: without places."""
    return replace(teller, voice_id="", mention=None, cue=())


def links(ids: Iterable[str], pairs: Iterable[tuple[str, str]], reviewed: Reviewed) -> list[tuple[str, str]]:
    """The pairs of ``ids`` that belong together.

    These are the ``pairs`` of copies (child, parent), but for those by which what was taken out of a claim would still
    hang on it, and pairs of what was put together.
    """
    above, there = dict(pairs), set(ids)
    for one, other in _apart(there, reviewed):
        if one in _way(other, above):  # what is left has its words from what was taken out
            above.pop(other, None)
        elif set(_way(one, above)) & set(_way(other, above)):
            above.pop(one, None)
    wholes = [sorted(whole & there) for id in sorted(there) for whole in reviewed.together.get(id, ())]
    return [*above.items(), *((whole[0], other) for whole in wholes for other in whole[1:])]


def tied(ids: Iterable[str], reviewed: Reviewed) -> set[str]:
    """What was put together with any of these, these among it."""
    return {other for id in ids for whole in reviewed.together.get(id, ()) for other in whole}


def _apart(there: set[str], reviewed: Reviewed) -> list[tuple[str, str]]:
    """Of these, those that were taken out of a claim, each with what it was taken from."""
    if not reviewed.apart:
        return []
    return sorted((one, other) for one in there for other in reviewed.apart.get(one, ()) if other in there)


def _way(id: str, above: Mapping[str, str]) -> list[str]:
    """An assertion and those that it has its words from."""
    way = [id]
    while (parent := above.get(way[-1])) is not None and parent not in way:
        way.append(parent)
    return way


def parted(ids: Iterable[str], matches: Sequence[Match], reviewed: Reviewed) -> list[Match]:
    """The matches, with what was taken out of a claim never matching what it was taken from."""
    pairs = {(min(pair), max(pair)) for pair in _apart(set(ids), reviewed)}
    if not pairs:
        return list(matches)
    kept = [m for m in matches if (m.first, m.second) not in pairs]
    return [*kept, *(Match(first, second, 0.0, ("a person took them apart",)) for first, second in sorted(pairs))]


def apply(assertions: Iterable[Assertion], reviewed: Reviewed) -> tuple[Assertion, ...]:
    """The assertions of one claim as people decided: sides of the event as such, and on whose word each is."""
    told = tuple(assertions)
    ids = sorted(a.id for a in told) if reviewed.same else ()
    same = sorted({one.number: one for id in ids for one in reviewed.same.get(id, ())}.values(), key=lambda s: s.number)
    return tuple(_applied(a, reviewed, same) for a in told)


def _applied(a: Assertion, reviewed: Reviewed, same: Sequence[Same]) -> Assertion:
    side = reviewed.sides.get(a.id, a.side)
    chain = a.chain
    if (root := reviewed.roots.get(a.id)) is not None:
        chain = (*chain[:1], root)
    for one in same:
        if a.id in one.rests and a.id not in reviewed.roots:
            chain = (*chain[:1], one.teller)
        chain = tuple(_renamed(t, a.document, one) for t in chain)
    return a if side is a.side and chain == a.chain else replace(a, side=side, chain=chain)


def _renamed(teller: Teller, document: str, one: Same) -> Teller:
    name = plain(teller.name)
    meant = name in one.names if joinable(teller) else (document, name) in one.within
    if not name or not meant:
        return teller
    return replace(one.teller, voice_id=teller.voice_id, mention=teller.mention, cue=teller.cue)


def own_words(carried: Iterable[Carried], reviewed: Reviewed) -> tuple[Carried, ...]:
    """What is still told with another article's words: not what a person decided about, which speaks for itself."""
    return tuple(c for c in carried if not _speaks(c.child, reviewed))


def _speaks(id: str, reviewed: Reviewed) -> bool:
    """True for what a person said of what it does, or on whose word it is."""
    return id in reviewed.sides or id in reviewed.roots or any(id in one.rests for one in reviewed.same.get(id, ()))


def decided_about(id: str, reviewed: Reviewed) -> tuple[object, ...]:
    """What bears on one assertion itself: where this is what it was, it is weighed as it was."""
    same = tuple(_told(one) for one in reviewed.same.get(id, ()))
    return (reviewed.sides.get(id), reviewed.roots.get(id), same)


def _told(one: Same) -> tuple[object, ...]:
    """The same for the same decision, in whatever order its sets are walked."""
    return (one.number, one.teller, sorted(one.scope), sorted(one.names), sorted(one.within), sorted(one.rests))
