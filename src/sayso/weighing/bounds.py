"""How many independent origins a side has, at least and at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.types.weighing import Side
from sayso.weighing.counting import Least, least
from sayso.weighing.origins import COUNTED, Found


@dataclass(frozen=True, slots=True)
class Count:
    """The bounds of one side, with what they are made of. ``floor`` where only nobody in particular is on it."""

    side: Side
    least: int
    most: int
    origins: tuple[Found, ...]
    groups: Least
    floor: bool


def count(found: Sequence[Found], side: Side) -> Count:
    """The bounds of a side: origins that took back what they said there are left out."""
    here = tuple(o for o in found if o.counts(side))
    groups = least(o.unit() for o in here if o.kind in COUNTED)
    floor = bool(here) and groups.count == 0
    return Count(side, 1 if floor else groups.count, len(here), here, groups, floor)
