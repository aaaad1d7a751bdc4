"""What changed about claims since somebody was last told of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.types.timeline import Words
from sayso.types.weighing import Article, Modality, Origin, Standing


class NewsKind(StrEnum):
    """What became of a claim across articles."""

    NEW = "new"  # told for the first time, by an article that was not there before
    CONFIRMED = "confirmed"  # two independent origins at least, where there was one at most
    DENIED = "denied"  # somebody is against it, where nobody was
    CLAIMED = "claimed"  # somebody is for it, where it was only denied
    WITHDRAWN = "withdrawn"  # somebody took it back
    NUMBER = "number"  # an article has another number than those before
    STANDING = "standing"  # it stands otherwise, and none of the above says why


@dataclass(frozen=True, slots=True)
class Stand:
    """How a claim stood: ``support`` and ``against`` are how many independent origins there were, at least and at most.

    ``claim`` is the id that it had then.
    """

    claim: str
    standing: Standing
    support: tuple[int, int]
    against: tuple[int, int]


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened to one claim.

    ``before`` is how it stood when it was last told of, ``None`` where it never was. ``who`` are those who made the
    news; of a NEW claim all who are for it, and ``against`` all who are against it. ``article`` is where it was told
    first. ``was`` and ``now`` are words with the numbers, of NUMBER only.
    """

    kind: NewsKind
    text: str
    modality: Modality
    before: Stand | None
    after: Stand
    reason: str
    who: tuple[Origin, ...]
    against: tuple[Origin, ...] = ()
    article: Article | None = None
    was: Words | None = None
    now: Words | None = None


@dataclass(frozen=True, slots=True)
class More:
    """How many more news of each kind are not told one by one."""

    counts: tuple[tuple[NewsKind, int], ...]
