"""What stands behind a claim as a drawing: SVG 1.1 that stands alone, without script, and follows the theme.

To the left the origins, to the right who says so on their word; copies are counted and not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.export import trace_words as words
from sayso.export.flow import clipped
from sayso.export.markup import attribute
from sayso.export.trace_text import facts
from sayso.export.trace_tree import Branch, Half, Root, Tree
from sayso.export.visible import prose
from sayso.export.words import number
from sayso.types.weighing import Side

Short = Callable[[str], str]
# Pixels. A cell is as wide as a usual letter, so that what is clipped in cells fits its box.
CELL: Final = 7.4
LEFT, RIGHT = 38, 64  # cells of a line in the boxes of either column
ORIGIN: Final = (int(LEFT * CELL) + 24, 66)
BOX: Final = (int(RIGHT * CELL) + 24, 66)
GAP, EDGE, LANE = 12, 20, 96
COLUMN: Final = EDGE + ORIGIN[0] + LANE
WIDTH: Final = COLUMN + BOX[0] + 3 * EDGE
HEAD: Final = 96
TITLE: Final = 34
MOST_NODES: Final = 500
STRIP: Final = 14  # boxes of an origin that go on one page of paper, A4, at the width of its text
STYLE: Final = """
svg { color-scheme: light dark; }
.paper { fill: #fbfaf6; } .box { fill: #fff; stroke: #8a877c; }
.line { fill: none; stroke: #8a877c; stroke-width: 1.5; }
.for .box { stroke: #0b3f86; } .against .box { stroke: #a3160f; } .open .box { stroke-dasharray: 5 4; }
.origin .box { stroke-width: 2; } .cites { stroke-dasharray: 4 4; }
text { fill: #1c1c1a; font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.head { font-size: 17px; font-weight: 600; } .side { font-size: 15px; font-weight: 600; } .who { font-weight: 600; }
.how { fill: #595850; } .alarm { fill: #a3160f; }
@media (prefers-color-scheme: dark) {
  .paper { fill: #15171a; } .box { fill: #1c1f23; stroke: #7d7a70; } .line { stroke: #7d7a70; }
  .for .box { stroke: #a5c8ff; } .against .box { stroke: #ff9d94; }
  text { fill: #e9e7e1; } .how { fill: #a9a69c; } .alarm { fill: #ff9d94; }
}
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of the right column, or with ``branch`` ``None`` what stands for those that have no room."""

    y: int
    branch: Branch | None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An origin at the height of the middle of its boxes; without ``root`` the boxes have no origin."""

    y: int
    root: Root | None
    spots: tuple[Spot, ...]


def lines(tree: Tree, short: Short) -> Iterator[str]:
    """The drawing, piece by piece."""
    y = HEAD
    sides = []
    room = _room(tree)
    for half in tree.halves:
        rows, below = _placed(half, y + TITLE, room)
        sides.append((half, y, rows))
        y = below + GAP
    found = tree.proposition
    title = prose(found.text)
    height = y + EDGE
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        ' role="img" aria-labelledby="t">'
    )
    yield f'<title id="t">{_safe(title)}</title>'
    yield f"<style>{STYLE}</style>"
    yield '<rect class="paper" width="100%" height="100%"/>'
    yield _text("head", EDGE, EDGE + 14, clipped(title, 100))
    standing = f"{words.STANDINGS[found.weighed.standing]}: {prose(found.weighed.standing_reason)}"
    yield _text("who", EDGE, EDGE + 36, clipped(standing, 120))
    yield _text("how", EDGE, EDGE + 56, clipped(words.summary(found), 120))
    for half, top, rows in sides:
        heading = words.SIDES[half.side] + (f": {words.bounds(half.bounds)}" if half.bounds else "")
        yield _text("side", EDGE, top + 20, heading)
        yield f'<g class="{half.side.value}">'
        for row in rows:
            yield from _row(row, half.side, short)
        yield "</g>"
    yield "</svg>"


def strips(half: Half, short: Short) -> Iterator[str]:
    """One drawing for each origin of a side, without a style of its own, for what is broken into pages."""
    rows, _ = _placed(half, GAP, STRIP)
    for row in rows:
        top, height = row.spots[0].y - GAP // 2, row.spots[-1].y - row.spots[0].y + BOX[1] + GAP
        name = prose(words.origin_name(row.root.origin)) if row.root else "of no known origin"
        label = _safe(f"{name}: {number(sum(spot.left_out or 1 for spot in row.spots), 'article')}")
        box = f'viewBox="0 {top} {WIDTH} {height}"'
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" aria-label="{label}">'
        yield f'<g class="{half.side.value}">'
        yield from _row(row, half.side, short)
        yield "</g></svg>"


def _room(tree: Tree) -> int:
    """How many boxes an origin may have so that all of them stay below ``MOST_NODES``."""
    roots = sum(len(half.roots) + bool(half.loose) for half in tree.halves)
    counts = sorted((len(root.branches) for half in tree.halves for root in half.roots), reverse=True)
    room = max(counts, default=1)
    while room > 1 and roots + sum(min(count, room) for count in counts) > MOST_NODES:
        room -= max(1, room // 8)
    return room


def _placed(half: Half, y: int, room: int) -> tuple[list[Row], int]:
    """The rows of a side from a height on, and where they end."""
    rows = []
    several: list[tuple[Root | None, tuple[Branch, ...]]] = [(root, root.branches) for root in half.roots[:MOST_NODES]]
    several += [(None, half.loose)] if half.loose else []
    for root, branches in several:
        top = y
        spots = []
        for branch in branches[:room]:
            spots.append(Spot(y, branch))
            y += BOX[1] + GAP
        if len(branches) > room:
            spots.append(Spot(y, None, len(branches) - room))
            y += BOX[1] + GAP
        rows.append(Row((top + y - GAP - ORIGIN[1]) // 2, root, tuple(spots)))
    return rows, y


def _row(row: Row, side: Side, short: Short) -> Iterator[str]:
    for spot in row.spots:
        if row.root is not None:
            y1, y2 = row.y + ORIGIN[1] // 2, spot.y + BOX[1] // 2
            x1, x2 = EDGE + ORIGIN[0], COLUMN
            middle = (x1 + x2) // 2
            yield f'<path class="line" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"/>'
    if row.root is not None:
        yield from _box("origin", (EDGE, row.y), ORIGIN, _origin_rows(row.root), LEFT)
    for spot in row.spots:
        yield from _box("article", (COLUMN, spot.y), BOX, _rows(spot, side, short), RIGHT)


def _origin_rows(root: Root) -> list[tuple[str, str]]:
    origin = root.origin
    camp = words.camp(origin)
    told = f"speaks for {prose(camp)}" if camp else ""
    if spellings := words.spellings(origin):
        told = f"also {prose(words.several(spellings))}"
    if root.both:
        told = "speaks on both sides"
    return [("who", prose(words.origin_name(origin))), ("how", words.kind(origin)), ("how", told)]


def _rows(spot: Spot, side: Side, short: Short) -> list[tuple[str, str]]:
    """The three lines of a box, each with its style."""
    if spot.branch is None:
        return [("who", f"and {number(spot.left_out, 'more article')}")]
    head, copies = spot.branch.head, spot.branch.copied
    names = [prose(teller.name or "nobody named") for teller in head.chain[1:]]
    how = "on the word of " + " < ".join(names) if names else "names nobody"
    if head.withdrawal:
        how = "TAKEN BACK"
    elif head.witnessed:
        how = f"{how}; at first hand" if names else "at first hand"
    if copies:
        how = f"+ {words.copies(copies)} · {how}"
    style = "alarm" if head.withdrawal else "how"
    return [("who", facts(spot.branch.article, head, short)), ("what", prose(head.text)), (style, how)]


def _box(
    kind: str, spot: tuple[int, int], size: tuple[int, int], rows: list[tuple[str, str]], longest: int
) -> Iterator[str]:
    yield f'<g class="{kind}" transform="translate({spot[0]} {spot[1]})">'
    yield f'<rect class="box" width="{size[0]}" height="{size[1]}" rx="6"/>'
    for place, (style, text) in enumerate(rows):
        if text:
            yield _text(style, 12, 21 + 18 * place, clipped(text, longest))
    yield "</g>"


def _text(style: str, x: int, y: int, text: str) -> str:
    return f'<text class="{style}" x="{x}" y="{y}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    """Text for XML, which has no room for U+FFFE and U+FFFF."""
    return attribute(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
