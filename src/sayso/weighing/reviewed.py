"""What people decided, as it bears on weighing: which assertions are one claim, what each does with it, on whose word.

Decisions are taken in their order; a later one counts where it contradicts an earlier one. What was read is not
changed by them: they are laid over it each time that claims are found and weighed, so that taking one back leaves
what there was before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, Spot
from sayso.types.weighing import Assertion, Carried, Match, Side, Teller

# By whose name two origins that are one are known: rather a person's than a body's, rather a body's than an outlet's.
RANKS = {VoiceKind.PERSON: 4, VoiceKind.ORGANISATION: 3, VoiceKind.DOCUMENT: 2, VoiceKind.OUTLET: 1}


@dataclass(frozen=True, slots=True)
class Same:
    """Two origins that are one, in claims that hold any of the assertions ``scope``: all are ``teller``.

    ``names`` are names that stand for it wherever in such a claim; ``within`` those of people of one document (its id
    and the name); ``rests`` are assertions that rest on their article alone and are put down to it.
    """

    scope: frozenset[str]
    teller: Teller
    names: frozenset[str]
    within: frozenset[tuple[str, str]]
    rests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What all decisions that hold come to.

    ``together`` are sets of assertions of one claim each; ``apart`` pairs of which the first was taken out of the
    claim of the second.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    sides: Mapping[str, Side] = field(default_factory=dict)
    roots: Mapping[str, Teller] = field(default_factory=dict)
    same: tuple[Same, ...] = ()


NOTHING = Reviewed()


def fold(decisions: Iterable[Decision], known: Mapping[str, Assertion]) -> Reviewed:
    """What decisions come to; those that were undone count for nothing.

    ``known`` are the assertions that ``one`` and ``other`` of decisions point at, by id; of an origin that none of
    them names any more, nothing is known.
    """
    together: list[frozenset[str]] = []
    apart: set[tuple[str, str]] = set()
    sides: dict[str, Side] = {}
    roots: dict[str, Teller] = {}
    same: list[Same] = []
    for d in sorted(decisions, key=lambda d: d.number):
        if d.undone_by is not None:
            continue
        if d.action in (Action.APART, Action.WITH) and d.leaves:
            left = frozenset(d.leaves)
            together = [s - set(d.about) if s & left else s for s in together]
            apart |= {(one, other) for one in d.about for other in left}
        if d.action is Action.WITH:
            whole = frozenset(d.about) | frozenset(d.into)
            apart = {pair for pair in apart if not whole.issuperset(pair)}
            together.append(whole)
        if d.action is Action.SIDE and d.side is not None:
            sides.update(dict.fromkeys(d.about, d.side))
        if d.action is Action.ROOT and (teller := _root(d, known)) is not None:
            roots.update(dict.fromkeys(d.about, teller))
        if d.action is Action.SAME and (one := _same(d, known)) is not None:
            same.append(one)
    return Reviewed(tuple(s for s in together if len(s) > 1), frozenset(apart), sides, roots, tuple(same))


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
    for one, other in sorted(reviewed.apart):
        if not {one, other} <= there:
            continue
        if one in _way(other, above):  # what is left has its words from what was taken out
            above.pop(other, None)
        elif set(_way(one, above)) & set(_way(other, above)):
            above.pop(one, None)
    wholes = [sorted(whole & there) for whole in reviewed.together]
    return [*above.items(), *((whole[0], other) for whole in wholes for other in whole[1:])]


def tied(ids: Iterable[str], reviewed: Reviewed) -> set[str]:
    """What was put together with any of these, these among it."""
    wanted = set(ids)
    return {id for whole in reviewed.together if whole & wanted for id in whole}


def _way(id: str, above: Mapping[str, str]) -> list[str]:
    """An assertion and those that it has its words from."""
    way = [id]
    while (parent := above.get(way[-1])) is not None and parent not in way:
        way.append(parent)
    return way


def parted(ids: Iterable[str], matches: Sequence[Match], reviewed: Reviewed) -> list[Match]:
    """The matches, with what was taken out of a claim never matching what it was taken from."""
    there = set(ids)
    pairs = {(min(pair), max(pair)) for pair in reviewed.apart if there.issuperset(pair)}
    kept = [m for m in matches if (m.first, m.second) not in pairs]
    return [*kept, *(Match(first, second, 0.0, ("a person took them apart",)) for first, second in sorted(pairs))]


def apply(assertions: Iterable[Assertion], reviewed: Reviewed) -> tuple[Assertion, ...]:
    """The assertions of one claim as people decided: sides of the event as such, and on whose word each is."""
    told = tuple(assertions)
    ids = {a.id for a in told}
    same = [s for s in reviewed.same if s.scope & ids]
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
    decided = reviewed.sides.keys() | reviewed.roots.keys()
    decided |= {id for one in reviewed.same for id in one.rests}
    return tuple(c for c in carried if c.child not in decided)


def decided_about(id: str, reviewed: Reviewed) -> tuple[object, ...]:
    """What bears on one assertion itself: where this is what it was, it is weighed as it was."""
    same = tuple(one for one in reviewed.same if id in one.scope)
    return (reviewed.sides.get(id), reviewed.roots.get(id), tuple(map(_told, same)))


def _told(one: Same) -> tuple[object, ...]:
    """The same for the same decision, in whatever order its sets are walked."""
    return (one.teller, sorted(one.scope), sorted(one.names), sorted(one.within), sorted(one.rests))
