"""Two assertions side by side: what many features ask of them, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, Generic, TypeVar

from sayso.types.weighing import Setting
from sayso.weighing.matching.rarity import Rarity
from sayso.weighing.matching.stems import kinds
from sayso.weighing.matching.view import Acting, View

REMEMBERED = 1 << 14  # sets of words whose weight is kept
TEN_YEARS = 3650  # days
EARTH = 6371.0  # kilometres


NEAR, FAR, REGION = 15.0, 60.0, 250.0  # kilometres: one place, another place, within a region


T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  (it is used as property is)
    """An attribute that is worked out when it is first asked for, as ``functools.cached_property`` without its lock."""

    def __init__(self, made: Callable[[Any], T]) -> None:
        self.made, self.name = made, made.__name__
        self.__doc__ = made.__doc__

    def __get__(self, pair: Any, _: Any = None) -> T:
        found = pair.__dict__[self.name] = self.made(pair)
        return found


KINDRED = 0.7  # what a word that stands for another is worth beside the same one


@dataclass(frozen=True)
class Pair:
    """Two views, how rare a root is, and how alike their articles are in [0, 1] (``None`` where nobody said)."""

    a: View
    b: View
    rarity: Rarity
    likeness: float | None = None

    @once
    def inside(self) -> bool:
        """Whether both stand in one article."""
        return self.a.assertion.document == self.b.assertion.document

    @once
    def triggered(self) -> bool:
        """Whether what happened is told in forms of one word."""
        return bool(self.a.trigger & self.b.trigger)

    @once
    def kin(self) -> bool:
        """Whether it is told in two words that stand for each other."""
        return not self.triggered and bool(self.a.kinds & self.b.kinds)

    @once
    def wording(self) -> float:
        """Cosine of the words but for what happened."""
        return alike(self.a.matter, self.b.matter, self.rarity)

    @once
    def kindred(self) -> tuple[float, float]:
        """How much weigh the words of the lighter claim that the other has in some form, and all of its words."""
        a, b = self.a, self.b
        if weight_of_all(b.words, self.rarity) < weight_of_all(a.words, self.rarity):
            a, b = b, a
        known = b.matter_kinds | b.kinds
        found, words, rarity = 0.0, b.words, self.rarity
        for word in a.words:
            if word in words:
                found += rarity(word)
            elif known and not known.isdisjoint(kinds(word)):
                found += KINDRED * rarity(word)
        return found, weight_of_all(a.words, rarity)

    @once
    def actors(self) -> float:
        """How much those who act are the same."""
        return meet(self.a.actors, self.b.actors, self.rarity)

    @once
    def recipients(self) -> float:
        """How much those who are acted upon are the same."""
        return meet(self.a.recipients, self.b.recipients, self.rarity)

    @once
    def place(self) -> str:
        """How the places stand to each other."""
        return _placed(self)


def weight(words: Iterable[str], rarity: Rarity) -> float:
    """Summed rarity of words."""
    return sum(map(rarity, words))


@lru_cache(maxsize=REMEMBERED)
def weight_of_all(words: frozenset[str], rarity: Rarity) -> float:
    """The same, kept: of all words of a claim or title, which meet many others."""
    return weight(words, rarity)


@lru_cache(maxsize=REMEMBERED)
def _square(words: frozenset[str], rarity: Rarity) -> float:
    return sum(rarity(w) ** 2 for w in words)


def alike(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """Cosine of two sets of words, each weighted by its rarity."""
    shared = one & other
    if not shared:
        return 0.0
    return sum(rarity(w) ** 2 for w in shared) / sqrt(_square(one, rarity) * _square(other, rarity))


def within(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """How much of the lighter of two sets of words the other one holds."""
    shared = one & other
    if not shared:
        return 0.0
    return weight(shared, rarity) / min(weight_of_all(one, rarity), weight_of_all(other, rarity))


def meet(one: Acting, other: Acting, rarity: Rarity) -> float:
    """How much those who take part in two claims are the same: 1 by a key, else by the words of their names."""
    if one.keys & other.keys:
        return 1.0
    return within(one.words, other.words, rarity)


def interval(v: View) -> tuple[int, int] | None:
    """The days of an event, the end not included; an open end lies ten years off, ``None`` where both are open."""
    if v.since is None and v.until is None:
        return None
    since = v.since if v.since is not None else (v.until or 0) - TEN_YEARS
    until = v.until if v.until is not None else since + TEN_YEARS
    return since, max(until, since + 1)


def days_apart(pair: Pair) -> int | None:
    """Days between the times of the events; 0 where they overlap, ``None`` where one is unknown."""
    a, b = interval(pair.a), interval(pair.b)
    if a is None or b is None:
        return None
    return max(a[0] - b[1] + 1, b[0] - a[1] + 1, 0)


def between(pair: Pair) -> int | None:
    """Days between two articles; ``None`` where a date is unknown."""
    if pair.a.published is None or pair.b.published is None:
        return None
    return abs(pair.a.published - pair.b.published)


def kilometres(one: Setting, other: Setting) -> float | None:
    """Distance of two places on the ground; ``None`` where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    f, g = radians(one.latitude), radians(other.latitude)
    d = sin((f - g) / 2) ** 2 + cos(f) * cos(g) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(d)))


def _placed(pair: Pair) -> str:
    """How two places stand to each other: same, within, other, abroad, or nothing where that is unknown."""
    one, other = pair.a.assertion.setting, pair.b.assertion.setting
    if pair.a.site and pair.a.site == pair.b.site:
        return "same"
    if one.country and other.country and one.country != other.country:
        return "abroad"
    if "country" in (one.precision, other.precision):
        return "within" if one.country and one.country == other.country else ""
    far = kilometres(one, other)
    if far is None or "area" in (one.precision, other.precision):
        return ""
    if "region" in (one.precision, other.precision):
        return "within" if far < REGION else "other"
    return "same" if far < NEAR else "within" if far < FAR else "other"
