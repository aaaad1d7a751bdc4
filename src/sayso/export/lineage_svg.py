"""A family as a drawing: SVG 1.1 that stands alone, without script, and follows a light or dark theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sayso.export import lineage_words as words
from sayso.export.flow import clipped
from sayso.export.lineage_tree import Line, Tree
from sayso.export.lineage_words import Short
from sayso.export.markup import attribute
from sayso.export.visible import prose
from sayso.export.words import confidence
from sayso.types.lineage import Derivation, Kind

Link = Callable[[str], str]
# Pixels. A cell is as wide as a usual letter, so that what is clipped in cells fits its box.
CELL: Final = 7.4
LONGEST: Final = 66  # cells of a line
BOX: Final = (int(LONGEST * CELL) + 24, 66)
STEP: Final = 34
GAP: Final = 14
EDGE: Final = 16
HEAD: Final = 44
DEEPEST: Final = 20  # steps; what stands deeper is drawn as deep as this
STYLE: Final = """
svg { color-scheme: light dark; }
.paper { fill: #fbfaf6; } .box { fill: #fff; stroke: #8a877c; } .first .box { stroke: #0b3f86; stroke-width: 2; }
.absent .box { stroke-dasharray: 5 4; } .line { fill: none; stroke: #8a877c; stroke-width: 1.5; }
.part { stroke-dasharray: 4 4; }
text { fill: #1c1c1a; font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.head { font-size: 15px; font-weight: 600; } .who { font-weight: 600; }
.how { fill: #595850; } .alarm { fill: #a3160f; }
@media (prefers-color-scheme: dark) {
  .paper { fill: #15171a; } .box { fill: #1c1f23; stroke: #7d7a70; } .first .box { stroke: #a5c8ff; }
  .line { stroke: #7d7a70; } text { fill: #e9e7e1; } .how { fill: #a9a69c; } .alarm { fill: #ff9d94; }
}
"""


def lines(tree: Tree, short: Short, link: Link | None = None) -> Iterator[str]:
    """The drawing, piece by piece: a box for each article below and to the right of the one it derives from.

    With ``link``, which gives the address of an article, it is part of a page: boxes are links, colours are the page's.
    """
    spots = [_spot(k, line) for k, line in enumerate(tree.lines)]
    width = max((x for x, _ in spots), default=0) + BOX[0] + 4 * EDGE
    height = HEAD + len(spots) * (BOX[1] + GAP) + EDGE
    summary = words.summary(tree)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="{"img" if link is None else "group"}" aria-labelledby="t">'
    )
    yield f'<title id="t">{_safe(summary)}</title>'
    if link is None:
        yield f"<style>{STYLE}</style>"
        yield '<rect class="paper" width="100%" height="100%"/>'
    yield f'<text class="head" x="{EDGE}" y="{EDGE + 13}">{_safe(clipped(summary, LONGEST + 8))}</text>'
    places = {line.article.id: k for k, line in enumerate(tree.lines) if line.article}
    for k, line in enumerate(tree.lines):
        if line.parent is not None:
            yield _elbow(spots[line.parent], spots[k], line.by)
        for other in line.others:
            if other.parent in places:
                yield _arc(spots[places[other.parent]], spots[k])
    for k, line in enumerate(tree.lines):
        address = attribute(link(line.article.id)) if link is not None and line.article else None
        yield from (f'<a href="{address}">',) if address else ()
        yield from _box(tree, line, spots[k], short)
        yield from ("</a>",) if address else ()
    yield "</svg>"


def _safe(text: str) -> str:
    """Text for XML, which has no room for U+FFFE and U+FFFF."""
    return attribute(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))


def _spot(number: int, line: Line) -> tuple[int, int]:
    """The upper left corner of a box."""
    return EDGE + STEP * min(line.depth, DEEPEST), HEAD + number * (BOX[1] + GAP)


def _elbow(above: tuple[int, int], below: tuple[int, int], by: Derivation | None) -> str:
    x, y = above[0] + STEP // 2, below[1] + BOX[1] // 2
    part = by is None or by.kind in (Kind.PARTIAL, Kind.QUOTATION)
    return f'<path class="line{" part" if part else ""}" d="M{x} {above[1] + BOX[1]}V{y}H{below[0]}"/>'


def _arc(above: tuple[int, int], below: tuple[int, int]) -> str:
    """From one right edge to another, for passages from a second parent."""
    x1, y1 = above[0] + BOX[0], above[1] + BOX[1] // 2
    x2, y2 = below[0] + BOX[0], below[1] + BOX[1] // 2
    bend = max(x1, x2) + 2 * EDGE
    return f'<path class="line part" d="M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"/>'


def _box(tree: Tree, line: Line, spot: tuple[int, int], short: Short) -> Iterator[str]:
    kind = "absent" if line.article is None else "first" if line.article.id == tree.family.first else "member"
    yield f'<g class="{kind}" transform="translate({spot[0]} {spot[1]})">'
    yield f'<rect class="box" width="{BOX[0]}" height="{BOX[1]}" rx="6"/>'
    for row, (style, text) in enumerate(_rows(tree, line, short)):
        yield f'<text class="{style}" x="12" y="{21 + 18 * row}">{_safe(clipped(text, LONGEST))}</text>'
    yield "</g>"


def _rows(tree: Tree, line: Line, short: Short) -> list[tuple[str, str]]:
    """The three lines of a box, each with its style."""
    if line.article is None:
        return [("who", prose(line.name or "")), ("how", "credited as the source"), ("how", "no article of it is here")]
    title = prose(line.article.title or "title unknown")
    if line.by is None:
        first = line.article.id == tree.family.first
        how = (
            "how",
            "the first article of the text here" if first else "the same text; from which article is not known",
        )
    else:
        altered = sum(bool(quote.alteration) for quote in line.by.quotes)
        told = f"{words.KINDS[line.by.kind]} {short(line.by.parent)}, confidence {confidence(line.by.probability)}"
        how = ("alarm", f"{told}; quotes altered: {altered}") if altered else ("how", told)
    return [("who", words.facts(line.article, short)), ("title", title), how]
