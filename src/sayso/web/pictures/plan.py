"""What the provenance graph of a claim draws: so much that it stays readable, the rest counted and a link away.

The drawing and the list below it are made of the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from sayso.export.trace_tree import Branch, Half, Root, Tree
from sayso.types.weighing import Assertion, Step

ALL: Final = "all"  # asked for in place of an origin: as much as there is room for
ROWS: Final = 12  # origins of one side until more are asked for: about what a screen shows
SPOTS: Final = 6  # articles of one origin until more are asked for
FEW: Final = 3  # the same where a side has more than SEVERAL origins
SEVERAL: Final = 6
MOST: Final = 500  # boxes, whatever is asked for
OTHERS: Final = 100  # of these, boxes that one origin leaves to the others
NOBODY: Final = "nobody"  # asked for in place of an origin: the articles of no known origin


@dataclass(frozen=True, slots=True)
class Spot:
    """An article that tells the claim, the copies of it that are drawn, and how many more there are."""

    branch: Branch
    copies: tuple[Assertion, ...] = ()
    grouped: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An origin (``None``: nobody knows) with its articles; ``more`` are left out, with ``more_copies`` of theirs.

    ``opened``: it was asked for.
    """

    root: Root | None
    spots: tuple[Spot, ...]
    more: int = 0
    more_copies: int = 0
    opened: bool = False

    @property
    def key(self) -> str:
        """What is asked for to see more of it."""
        return self.root.origin.id if self.root else NOBODY


@dataclass(frozen=True, slots=True)
class Lane:
    """A side of the claim; ``more`` origins are left out."""

    half: Half
    rows: tuple[Row, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A claim as it is drawn."""

    tree: Tree
    opened: str
    lanes: tuple[Lane, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether nothing is left out or put together."""
        rows = [row for lane in self.lanes for row in lane.rows]
        grouped = any(spot.grouped for row in rows for spot in row.spots)
        return not (grouped or any(lane.more for lane in self.lanes) or any(row.more for row in rows))


def plan(tree: Tree, opened: str = "") -> Plan:
    """What is drawn of a claim; ``opened`` is the id of an origin, ``ALL``, ``NOBODY``, or empty."""
    left = MOST
    each = opened == ALL and _fits(tree)
    lanes = []
    for half in tree.halves:
        sources: list[tuple[Root | None, tuple[Branch, ...]]] = [(root, root.branches) for root in half.roots]
        sources += [(None, half.loose)] if half.loose else []
        asked = [source for source in sources[ROWS:] if _key(source[0]) == opened]
        shown = sources if opened == ALL else [*sources[:ROWS], *asked]
        few = FEW if len(shown) > SEVERAL else SPOTS
        rows: list[Row] = []
        for root, branches in shown:
            if left <= 1:
                break
            mine = _key(root) == opened
            room = max(1, left - 1 - (OTHERS if mine else 0))
            row = _row(root, branches, room if mine or opened == ALL else min(few, room), room, mine or each)
            rows.append(replace(row, opened=mine))
            left -= 1 + sum(1 + len(spot.copies) for spot in row.spots)
        lanes.append(Lane(half, tuple(rows), len(sources) - len(rows)))
    return Plan(tree, opened, tuple(lanes))


def _key(root: Root | None) -> str:
    return root.origin.id if root else NOBODY


def _fits(tree: Tree) -> bool:
    """Whether there is room for every origin, article and copy."""
    branches = [branch for half in tree.halves for root in half.roots for branch in root.branches]
    branches += [branch for half in tree.halves for branch in half.loose]
    rows = sum(len(half.roots) + bool(half.loose) for half in tree.halves)
    return rows + len(branches) + sum(branch.copied for branch in branches) <= MOST


def _row(root: Root | None, branches: tuple[Branch, ...], most: int, room: int, each: bool) -> Row:
    """An origin with ``most`` articles; ``each`` of their copies as long as there is ``room`` for boxes."""
    most += len(branches) == most + 1 <= room  # one is not worth a link
    shown, rest = branches[:most], branches[most:]
    room -= len(shown)
    spots: list[Spot] = []
    for branch in shown:
        copies = tuple(islice(_copies(branch), max(0, room))) if each else ()
        spots.append(Spot(branch, copies, branch.copied - len(copies)))
        room -= len(copies)
    return Row(root, tuple(spots), len(rest), sum(branch.copied for branch in rest))


def _copies(branch: Branch) -> Iterator[Assertion]:
    """One assertion of each article that copies."""
    seen = {branch.article.id}
    for a in branch.copies:
        if a.document not in seen:
            seen.add(a.document)
            yield a


def doubts(steps: Iterable[Step]) -> dict[str, float]:
    """The least doubt of the steps that lead on from each assertion and origin: 0 where an article says so itself."""
    found: dict[str, float] = {}
    for step in steps:
        found[step.child] = min(step.doubt, found.get(step.child, 1.0))
    return found
