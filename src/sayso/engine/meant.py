"""Which claim a person means, and which origin of it, and where the articles name that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.engine.reviewing import find_reviewed
from sayso.errors import UsageError
from sayso.export.trace_words import origin_name
from sayso.store.connection import Reader
from sayso.store.forget import folded
from sayso.store.ids import find_across, find_id
from sayso.store.propositions import find_carried_into, find_proposition
from sayso.types.attribution import VoiceKind
from sayso.types.review import Spot
from sayso.types.weighing import Assertion, Carried, Origin, OriginKind, Proposition, Teller
from sayso.weighing.reviewed import apply, joinable, plain, telling

# Origins that are the article itself: no chain names them.
ARTICLES: Final = (OriginKind.WITNESS, OriginKind.UNSOURCED, OriginKind.CIRCLE)
MOST: Final = 8  # origins that are told where none is meant
ENOUGH: Final = 5  # places that are kept of each name which is the same in every article


@dataclass(frozen=True, slots=True)
class Meant:
    """The claim across articles that an id means, and the assertion where it is that of one article's claim."""

    given: str
    claim: Proposition
    carried: tuple[Carried, ...]
    one: Assertion | None

    @property
    def target(self) -> str:
        """The whole id of what was named."""
        return self.one.id if self.one else self.claim.id

    @property
    def own(self) -> tuple[str, ...]:
        """The assertions that are no copies of others of the claim: where they go, copies go too."""
        known = {a.id for a in self.claim.assertions}
        copies = {c.child for c in self.carried if c.parent in known}
        return tuple(sorted(known - copies)) or tuple(sorted(known))


@dataclass(frozen=True, slots=True)
class Pointed:
    """An origin: where it is named, the place that tells most of it first; ``articles``: its articles stand for it.

    Without ``spots`` it stands there by a person's word alone.
    """

    id: str
    name: str
    kind: VoiceKind
    public: bool
    spots: tuple[Spot, ...]
    articles: bool


def meant_by(ledger: Reader, given: str | None) -> Meant:
    """Raises ``UsageError`` where it is not clear which claim is meant."""
    plain_id = (given or "").strip().lower()
    if plain_id[:2] not in ("p_", "c_"):
        told = "begin it with p_ for a claim across articles, with c_ for what one article says"
        raise UsageError(f"{given!r} is no id of a claim; {told}")
    id = find_across(ledger, plain_id)
    proposition = find_proposition(ledger, id)
    assert proposition is not None, id
    one = None
    if plain_id.startswith("c_"):
        whole = find_id(ledger, plain_id).id
        one = next(a for a in proposition.assertions if a.id == whole)
    return Meant(plain_id, proposition, find_carried_into(ledger, proposition), one)


def pointed_at(ledger: Reader, claim: Proposition, carried: Sequence[Carried], given: str) -> Pointed:
    """The origin of a claim with this id or name. Raises ``UsageError`` where there is none, or more than one."""
    origin = _origin(claim, given)
    known = {a.id for a in claim.assertions}
    copies = {c.child for c in carried if c.parent in known}
    own = [a for a in claim.assertions if a.id not in copies] or list(claim.assertions)
    if origin.kind in ARTICLES:
        straight = {step.child for step in claim.weighed.steps if step.parent == origin.id}
        spots = tuple(Spot(a.id, 0) for a in own if a.id in straight)
        return Pointed(origin.id, origin.name, VoiceKind.OUTLET, True, spots, True)
    told = _named(own, origin)
    if told:
        first = told[0][1]
        return Pointed(origin.id, origin.name, first.kind, first.public, _chosen(told), False)
    decided = apply(claim.assertions, find_reviewed(ledger))
    kinds = [t for a in decided for t in a.chain[1:] if plain(t.name) in origin.written]
    best = max(kinds, key=telling, default=None)
    kind, public = (best.kind, best.public) if best else (VoiceKind.ORGANISATION, origin.public)
    return Pointed(origin.id, origin.name, kind, public, (), False)


def _origin(claim: Proposition, given: str) -> Origin:
    wanted = folded(given)
    origins = claim.weighed.origins
    if wanted.startswith("o_"):
        found = [o for o in origins if o.id.startswith(wanted)]
    else:
        found = [o for o in origins if wanted in map(folded, (o.name, *o.written))]
    if len(found) == 1:
        return found[0]
    told = ", ".join(f"{origin_name(o)} ({o.id}{_where(claim, o)})" for o in (found or origins)[:MOST])
    more = ", and others" if len(found or origins) > MOST else ""
    if found:
        raise UsageError(f"{given!r} may be any of these; give the id of one: {told}{more}")
    advice = "to name somebody else, say with --kind what that is"
    raise UsageError(f"the claim has no origin {given!r}; it has: {told}{more}; {advice}")


def _where(claim: Proposition, origin: Origin) -> str:
    """By which outlet's article one is told apart from others of its kind that have no name across articles."""
    if origin.public:
        return ""
    homes = {a.document for a in claim.assertions if a.id in origin.assertions}
    outlets = sorted({article.outlet for article in claim.articles if article.id in homes and article.outlet})
    return f", in {outlets[0]}" if outlets else ""


def _named(own: Iterable[Assertion], origin: Origin) -> list[tuple[Spot, Teller]]:
    """Where chains name it, the place that tells most of it first."""
    rows = [
        (Spot(a.id, place), teller)
        for a in own
        for place, teller in enumerate(a.chain)
        if place and plain(teller.name) in origin.written and (joinable(teller) or a.id in origin.assertions)
    ]
    rows.sort(key=lambda row: row[0])
    return sorted(rows, key=lambda row: telling(row[1])[:-1], reverse=True)


def _chosen(told: Sequence[tuple[Spot, Teller]]) -> tuple[Spot, ...]:
    """Some places of each name, all of those whose name means another one in every article."""
    count: dict[str, int] = {}
    out = []
    for spot, teller in told:
        name = plain(teller.name)
        count[name] = count.get(name, 0) + 1
        if not joinable(teller) or count[name] <= ENOUGH:
            out.append(spot)
    return tuple(out)
