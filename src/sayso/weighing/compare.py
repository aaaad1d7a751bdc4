"""What two articles, or two outlets, say differently of the same claims; also where they share no words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.text.name_keys import same_name
from sayso.types.attribution import VoiceKind
from sayso.types.contrast import Aspect, Contrast, Difference, Heading, Held
from sayso.types.event import Role
from sayso.types.timeline import ITSELF, NOBODY, Words
from sayso.types.weighing import Assertion, Modality, Origin, Setting, Side, Taking
from sayso.weighing.figures import Figure, Known, alike, figures, firmness, sureness
from sayso.weighing.timeline import teller
from sayso.weighing.whereabouts import one_place, one_time, place, time

SIDES: Final = {Side.FOR: "for it", Side.AGAINST: "against it", Side.OPEN: "neither for nor against"}
MODALITIES: Final = {Modality.DEED: "done", Modality.PLAN: "planned", Modality.CONDITION: "demanded or possible"}
ROLES: Final = {Role.ACTOR: Aspect.WHO, Role.RECIPIENT: Aspect.WHOM, Role.INSTRUMENT: Aspect.MEANS}

_WORD = re.compile(r"\w+")

Said = Mapping[str, Sequence[Assertion]]  # assertions by the id of the claim across articles


@dataclass(frozen=True, slots=True)
class Claims:
    """What is known of the claims that are compared: headings, and who is behind them, by id.

    ``related`` are ids of claims about the same event in another modality.
    """

    headings: Mapping[str, Heading]
    origins: Mapping[str, Sequence[Origin]]
    related: Mapping[str, Sequence[str]]


def compare(
    first: Said, second: Said, claims: Claims, known: Known
) -> tuple[tuple[Contrast, ...], tuple[Contrast, ...], tuple[Contrast, ...]]:
    """The claims that both make, those that only the first makes, and those that only the second makes.

    Of those that both make the ones with most differences come first, else all stand in the order of the articles.
    ``side`` of each assertion is meant of its claim; ``known`` are the words behind their spans. Names of private
    persons are not told. Raises nothing.
    """
    maker = _Maker(claims, known)
    both = [maker.both(id, first[id], second[id]) for id in first if id in second]
    paired = list(_pairs(first, second, claims.related))
    both += [maker.apart(a, b, first[a], second[b]) for a, b in paired]
    gone = {id for pair in paired for id in pair}
    alone = [
        tuple(maker.alone(id, told[id], k) for id in told if id not in other and id not in gone)
        for k, (told, other) in enumerate(((first, second), (second, first)))
    ]
    both.sort(key=lambda c: -len(c.differences))
    return tuple(both), alone[0], alone[1]


def _pairs(first: Said, second: Said, related: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    """Claims that only one of the two makes, about one event that the other has in another modality; each once."""
    left = [id for id in second if id not in first]
    for id in first:
        if id in second:
            continue
        found = next((other for other in left if other in related.get(id, ()) or id in related.get(other, ())), None)
        if found is not None:
            left.remove(found)
            yield id, found


class _Maker:
    """What all contrasts share."""

    def __init__(self, claims: Claims, known: Known) -> None:
        self.claims = claims
        self.known = known

    def alone(self, id: str, told: Sequence[Assertion], place: int) -> Contrast:
        """A claim that only one makes."""
        return self._contrast(self.claims.headings[id], *((told, ()) if place == 0 else ((), told)))

    def _contrast(self, claim: Heading, first: Sequence[Assertion], second: Sequence[Assertion]) -> Contrast:
        words = [tuple(map(self.words, told)) for told in (first, second)]
        return Contrast(claim, tuple(first), tuple(second), words[0], words[1])

    def both(self, id: str, first: Sequence[Assertion], second: Sequence[Assertion]) -> Contrast:
        """A claim that both make."""
        return replace(
            self._contrast(self.claims.headings[id], first, second),
            differences=self.differences(first, second),
            shared=self.shared(id, first, second),
        )

    def apart(self, a: str, b: str, first: Sequence[Assertion], second: Sequence[Assertion]) -> Contrast:
        """One event, which one has as a deed and the other as a plan, a demand or a possibility.

        Where both use the same words it is one reading that has it otherwise, not one of the two.
        """
        one, other = self.claims.headings[a], self.claims.headings[b]
        found = replace(self._contrast(one, first, second), other=other)
        if self._alike(first, second):
            return replace(found, differences=self.differences(first, second))
        held = [
            (Held(MODALITIES[heading.modality], self.words(told[0])),)
            for heading, told in ((one, first), (other, second))
        ]
        modality = Difference(Aspect.MODALITY, *held)
        return replace(found, differences=(modality, *self.differences(first, second)))

    def shared(self, id: str, first: Sequence[Assertion], second: Sequence[Assertion]) -> tuple[str, ...]:
        """The origins that both rest on, on whatever side."""
        here, there = {a.id for a in first}, {a.id for a in second}
        origins = self.claims.origins.get(id, ())
        found = [o for o in origins if here & set(o.assertions) and there & set(o.assertions)]
        return tuple(dict.fromkeys(o.name if o.public else "" for o in found))

    def differences(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> tuple[Difference, ...]:
        """In what the two differ, in the order of the aspects.

        Who has the same words says the same of who, where and when in them, however each text was read.
        """
        found = [self._sides(first, second), self._numbers(first, second)]
        if not self._alike(first, second):
            found += [self._taking(role, first, second) for role in ROLES]
            found.append(self._setting(Aspect.PLACE, first, second, place, one_place))
            found.append(self._setting(Aspect.TIME, first, second, time, one_time))
        found += [self._certainty(first, second), self._sources(first, second)]
        return tuple(difference for difference in found if difference is not None)

    def _alike(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> bool:
        """Whether the two say something in the same words."""
        mine, theirs = ({_plain(self.words(a).text) for a in told} for told in (first, second))
        return not mine.isdisjoint(theirs)

    def words(self, a: Assertion) -> Words:
        """What an article says, in its own words where they are known."""
        return Words(a.document, a.span, self.known.get((a.document, a.span)) or a.text)

    def _held(self, told: Sequence[Assertion], value: Callable[[Assertion], str | None]) -> tuple[Held, ...]:
        """What each says, every value once."""
        found: dict[str, Held] = {}
        for a in told:
            told_ = value(a)
            if told_:
                found.setdefault(told_.casefold(), Held(told_, self.words(a)))
        return tuple(found.values())

    def _sides(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> Difference | None:
        if {_side(a) for a in first} == {_side(a) for a in second}:
            return None
        return Difference(Aspect.SIDE, self._held(first, _side), self._held(second, _side))

    def _numbers(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> Difference | None:
        mine = [f for a in first for f in figures(a, self.known)]
        theirs = [f for a in second for f in figures(a, self.known)]
        left = [_without(mine, theirs), _without(theirs, mine)]
        if not mine or not theirs:
            left = [[f for f in found if f.thing] for found in left]
        if not any(left):
            return None
        # Where one gives other numbers, all that the other gives is told: it is what they differ from.
        return Difference(Aspect.NUMBER, _figures(left[0] or mine), _figures(left[1] or theirs))

    def _taking(self, role: Role, first: Sequence[Assertion], second: Sequence[Assertion]) -> Difference | None:
        mine, theirs = _takers(role, first), _takers(role, second)
        if not mine or not theirs or any(_one(x, y) for x, _ in mine for y, _ in theirs):
            return None
        held = [_once(Held(t.name, self.words(a)) for t, a in found) for found in (mine, theirs)]
        return Difference(ROLES[role], *held)

    def _setting(
        self,
        aspect: Aspect,
        first: Sequence[Assertion],
        second: Sequence[Assertion],
        told: Callable[[Setting], str | None],
        one: Callable[[Setting, Setting], bool],
    ) -> Difference | None:
        mine = [a for a in first if told(a.setting)]
        theirs = [a for a in second if told(a.setting)]
        if not mine or not theirs or any(one(a.setting, b.setting) for a in mine for b in theirs):
            return None
        return Difference(
            aspect, self._held(mine, lambda a: told(a.setting)), self._held(theirs, lambda a: told(a.setting))
        )

    def _certainty(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> Difference | None:
        """The surest of each, on sides that both are on."""
        sides = {a.side for a in first} & {a.side for a in second} or set(Side)
        one, other = (max((a for a in told if a.side in sides), key=firmness) for told in (first, second))
        if firmness(one) == firmness(other):
            return None
        return Difference(Aspect.CERTAINTY, self._held([one], sureness), self._held([other], sureness))

    def _sources(self, first: Sequence[Assertion], second: Sequence[Assertion]) -> Difference | None:
        if any(_one_source(a, b) for a in first for b in second):
            return None
        return Difference(Aspect.SOURCE, self._held(first, _source), self._held(second, _source))


def _plain(words: str) -> str:
    """Words without case, marks, and what does not change them at their beginning."""
    return " ".join(_WORD.findall(words.casefold())).removeprefix("that ")


def _once(held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple({h.value.casefold(): h for h in reversed(list(held))}.values())[::-1]


def _figures(found: Iterable[Figure]) -> tuple[Held, ...]:
    return _once(Held(" ".join(f.words.text.split()), f.words) for f in found)


def _without(mine: Iterable[Figure], theirs: Sequence[Figure]) -> list[Figure]:
    """Numbers that the others do not give of the same things."""
    return [f for f in mine if not any(f.value == o.value and alike(f, o) for o in theirs)]


def _takers(role: Role, told: Sequence[Assertion]) -> list[tuple[Taking, Assertion]]:
    """Who takes part: only those whom a key makes known across articles, as private persons are not; of means, all."""
    named = role is not Role.INSTRUMENT
    return [(t, a) for a in told for t in a.taking if t.role is role and (t.key is not None or not named)]


def _one(a: Taking, b: Taking) -> bool:
    if a.key is not None and a.key == b.key:
        return True
    if a.country is not None and a.country == b.country:
        return True
    one, other = a.name.casefold(), b.name.casefold()
    return one in other or other in one or same_name(a.name, b.name)


def _side(a: Assertion) -> str:
    return "takes it back" if a.withdrawal else SIDES[a.side]


def _source(a: Assertion) -> str:
    """On whose word, as written there."""
    name, voice = teller(a)
    return name or {ITSELF: "itself, naming nobody", NOBODY: NOBODY}.get(voice, voice)


def _one_source(a: Assertion, b: Assertion) -> bool:
    """Whether two claims are on the word of one by name; nobody named is nobody."""
    one, other = (x.chain[-1] if x.chain else None for x in (a, b))
    if one is None or other is None or VoiceKind.ARTICLE in (one.kind, other.kind):
        return (one is None or one.kind is VoiceKind.ARTICLE) and (other is None or other.kind is VoiceKind.ARTICLE)
    if one.key is not None and one.key == other.key:
        return True
    if one.name is None or other.name is None:
        return one.name is other.name
    a_name, b_name = one.name.casefold(), other.name.casefold()
    return a_name in b_name or b_name in a_name or (one.public and other.public and same_name(one.name, other.name))
