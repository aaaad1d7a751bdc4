"""Spots joined to chains, each with what all its spots together say of the actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.grounding.actors.spots import Form, Spot
from sayso.types.actor import ActorKind
from sayso.types.span import Span

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.FORCE, ActorKind.OUTLET, ActorKind.STATE})


@dataclass(slots=True)
class Chain:
    """One actor in the making. ``nouns`` is what the text calls it, ``offices`` where it says so of a person."""

    number: int
    kind: ActorKind
    spots: list[Spot] = field(default_factory=list)
    rules: dict[Spot, str] = field(default_factory=dict)
    gender: str = ""
    plural: bool = False
    countries: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    offices: list[Span] = field(default_factory=list)
    public: bool = False

    @property
    def named(self) -> bool:
        """True when a name is among the spots."""
        return any(s.form is Form.NAME for s in self.spots)

    @property
    def human(self) -> bool:
        """True for a single person."""
        return self.kind is ActorKind.PERSON

    def before(self, place: int) -> Spot | None:
        """The last spot that begins before ``place``."""
        return max((s for s in self.spots if s.span.begin < place), key=lambda s: s.span.begin, default=None)

    def agrees(self, other: Chain) -> bool:
        """True when gender, number, kind and country contradict nowhere."""
        if self.gender and other.gender and self.gender != other.gender:
            return False
        if self.countries and other.countries and not self.countries & other.countries:
            return False
        if ActorKind.GROUP in (self.kind, other.kind):
            return self.kind is other.kind
        if self.human or other.human:
            return self.human and other.human
        return True


class Chains:
    """All chains of a document; joining two keeps the earlier one."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.of: dict[Spot, Chain] = {}
        for number, spot in enumerate(sorted(spots, key=lambda s: (s.span.begin, s.span.end))):
            self.of[spot] = chain = Chain(number, spot.kind)
            _add(chain, spot, spot.form.value)

    def all(self) -> list[Chain]:
        """The chains, in the order of the spots that began them."""
        return sorted({id(c): c for c in self.of.values()}.values(), key=lambda c: c.number)

    def add(self, spot: Spot, chain: Chain, rule: str) -> None:
        """A spot that no chain holds yet joins one."""
        self.of[spot] = chain
        _add(chain, spot, rule)

    def join(self, one: Spot, other: Spot, rule: str) -> None:
        """The chains of two spots become one; ``rule`` says why the second one's spots belong there."""
        a, b = self.of[one], self.of[other]
        if a is b:
            return
        for spot in b.spots:
            own = b.rules[spot]
            _add(a, spot, rule if own in ("noun", "pronoun") or len(b.spots) == 1 else own)
            self.of[spot] = a
        a.offices += b.offices
        a.nouns |= b.nouns
        a.public |= b.public
        a.kind = _kind(a, b)
        b.spots = []  # nobody holds it any more


def _kind(a: Chain, b: Chain) -> ActorKind:
    """A name's kind comes before a description's, a finer one before "organisation"."""
    first, second = (a, b) if a.named or not b.named else (b, a)
    if first.kind is ActorKind.ORGANISATION and second.kind in BODIES:
        return second.kind
    return first.kind


def _add(chain: Chain, spot: Spot, rule: str) -> None:
    chain.spots.append(spot)
    chain.rules[spot] = rule
    chain.gender = chain.gender or spot.gender
    chain.plural = chain.plural or spot.plural
    if spot.country is not None:
        chain.countries.add(spot.country)
    if spot.noun:
        chain.nouns.add(spot.noun)
        chain.words |= spot.words
        if chain.human and "p" in spot.flags:
            chain.public = True
    if spot.form is Form.NAME:
        chain.words |= set(spot.key)
