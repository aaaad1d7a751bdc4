"""Who has a claim from whom: origins to the left, who says so on their word in the middle, copies to the right.

Above stands who is for the claim, below who is against it. Each box is a link; nothing but the plan is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from sayso.export import trace_words as words
from sayso.export.flow import clipped
from sayso.export.trace_tree import Branch, Half, Root
from sayso.export.visible import prose
from sayso.export.words import date, number
from sayso.types.weighing import Article, Assertion, OriginKind, Side
from sayso.web.pictures.plan import ALL, Lane, Plan, Row, Spot, doubts
from sayso.web.pictures.shapes import line, outline, safe
from sayso.web.render import passage

# Pixels. A cell is as wide as a usual letter of the drawing, so that what is clipped in cells fits its box.
CELL: Final = 7.2
BOLD: Final = 8.1
EDGE: Final = 46  # to the left of the origins: room for what origins have from each other
ORIGIN: Final = (250, 62)
BOX: Final = (330, 48)
COPY: Final = (230, 30)
LANE, GAP, BETWEEN = 84, 9, 20
MIDDLE: Final = EDGE + ORIGIN[0] + LANE
RIGHT: Final = MIDDLE + BOX[0] + 62
WIDTH: Final = RIGHT + COPY[0] + 12
TITLE: Final = 40
HEAD: Final = 26
ARROW: Final = 7
DAY: Final = len("2022-03-08")
HEADINGS: Final = ((EDGE, "On whose word"), (MIDDLE, "Who says so"), (RIGHT, "Copies of it"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A box of an article at a height, with its copies from a height on."""

    spot: Spot
    y: float


@dataclass(slots=True)
class _Drawing:
    """What is drawn: edges stand behind boxes. ``ends`` are heights of boxes of assertions and of origins."""

    plan: Plan
    address: str
    articles: dict[str, Article]
    edges: list[str]
    boxes: list[str]
    doubts: dict[str, float]
    ends: dict[str, float]
    origins: dict[tuple[Side, str], float]


def provenance(plan: Plan, address: str, label: str) -> str:
    """The drawing as SVG. ``address`` is that of the page that it stands in, ``label`` what it is called."""
    drawing = _Drawing(
        plan, address, plan.tree.traced.articles, [], [], doubts(plan.tree.proposition.weighed.steps), {}, {}
    )
    y = float(HEAD)
    for lane in plan.lanes:
        y = _lane(drawing, lane, y)
    for lane in plan.lanes:
        drawing.edges += _between(drawing, lane)
    heads = "".join(line("head", x, 14, text) for x, text in HEADINGS)
    return (
        f'<svg class="provenance" viewBox="0 0 {WIDTH} {y:g}" width="{WIDTH}" height="{y:g}" role="group"'
        f' aria-label="{safe(label)}">{heads}<g class="edges">{"".join(drawing.edges)}</g>'
        f"{''.join(drawing.boxes)}</svg>"
    )


def _lane(drawing: _Drawing, lane: Lane, y: float) -> float:
    """Draws a side from a height on, and gives where it ends."""
    side = lane.half.side
    told = words.SIDES[side] + (f": {words.bounds(lane.half.bounds)}" if lane.half.bounds else "")
    drawing.boxes.append(f'<path class="rule" d="M0 {y + 4:g}H{WIDTH}"/>{line(f"side {side.value}", 0, y + 26, told)}')
    y += TITLE
    for row in lane.rows:
        y = _row(drawing, row, lane.half, y) + BETWEEN - GAP
    if lane.more:
        told = f"and {number(lane.more, 'more origin')}"
        drawing.boxes.append(_more(drawing, ALL, EDGE, y, ORIGIN[0], told))
        y += COPY[1] + BETWEEN
    return y


def _row(drawing: _Drawing, row: Row, half: Half, y: float) -> float:
    """Draws an origin and its articles from a height on, and gives where they end."""
    side = half.side
    lone = len(row.spots) == 1 and not row.more and row.root is not None
    top, placed = y, []
    y += (ORIGIN[1] - BOX[1]) / 2 if lone else 0
    for spot in row.spots:
        placed.append(Placed(spot, y))
        y += max(BOX[1], (len(spot.copies) + bool(spot.grouped)) * (COPY[1] + 5) - 5) + GAP
    more = y
    y += COPY[1] + GAP if row.more else 0
    y = max(y, top + ORIGIN[1] + GAP)
    at = top if lone else (top + y - GAP - ORIGIN[1]) / 2
    centre = at + ORIGIN[1] / 2
    if row.root is not None:  # first, as keys go from an origin to its articles
        drawing.origins[side, row.root.origin.id] = centre
        drawing.boxes.append(_origin(row.root, half, at))
    for one in placed:
        drawing.boxes.append(_article(drawing, one, side))
        drawing.boxes += _copies(drawing, row, one)
        if row.root is not None:
            drawing.edges.append(
                _has_it(side, centre, one.y + BOX[1] / 2, drawing.doubts.get(one.spot.branch.head.id, 0.0))
            )
    if row.more:
        told = f"and {number(row.more, 'more article')}"
        told += f" with {words.copies(row.more_copies)}" if row.more_copies else ""
        drawing.boxes.append(_more(drawing, row.key, MIDDLE, more, BOX[0], told))
        drawing.edges.append(_has_it(side, centre, more + COPY[1] / 2, 0.0) if row.root else "")
    return y


def _has_it(side: Side, y1: float, y2: float, doubt: float) -> str:
    """The edge from an origin to who has it from there, with an arrow, or a bar where it is denied."""
    x1, x2 = EDGE + ORIGIN[0], MIDDLE - ARROW
    unsure = " perhaps" if doubt >= 0.5 else " probably" if doubt > 0 else ""
    end = f"M{x2} {y2 - 4:g}L{x2 + ARROW} {y2:g}L{x2} {y2 + 4:g}Z"
    if side is Side.AGAINST:
        end = f"M{x2} {y2 - 8:g}V{y2 + 8:g}M{x2 + 4} {y2 - 8:g}V{y2 + 8:g}"
    return (
        f'<g class="{side.value}"><path class="edge{unsure}" d="{_curve(x1, y1, x2, y2)}"/>'
        f'<path class="end" d="{end}"/></g>'
    )


def _origin(root: Root, half: Half, y: float) -> str:
    origin, side = root.origin, half.side
    reasons = half.bounds.reasons if half.bounds else ()
    gone = any(r.rule == "withdrawn" and origin.id in r.origins for r in reasons)
    name, kind, camp = prose(words.origin_name(origin)), words.kind(origin), prose(words.camp(origin))
    told = f"for {camp}" if camp else ""
    told = "no longer counted" if gone else "speaks on both sides" if root.both else told
    label = " · ".join(part for part in (name, kind, told) if part)
    inset = 20 if origin.kind in (OriginKind.WITNESS, OriginKind.CHANNEL, OriginKind.UNNAMED, OriginKind.CIRCLE) else 13
    room = int((ORIGIN[0] - 2 * inset) / CELL)
    rows = [("who", clipped(name, int(room * CELL / BOLD))), ("how", kind), ("how", told)]
    lines = [(style, text) for style, text in rows if text]
    start = ORIGIN[1] / 2 - 8.5 * (len(lines) - 1) + 4.5
    text = "".join(line(style, inset, start + 17 * k, clipped(t, room)) for k, (style, t) in enumerate(lines))
    place = f"#{side.value}-{origin.id}"
    return _link(f"origin {side.value}", place, label, (EDGE, y), outline(origin.kind, *ORIGIN) + text)


def _article(drawing: _Drawing, one: Placed, side: Side) -> str:
    branch = one.spot.branch
    head = branch.head
    for a in (head, *branch.also, *branch.copies):
        drawing.ends.setdefault(a.id, one.y + BOX[1] / 2)
    facts = _facts(branch.article)
    how = _how(branch)
    style = "alarm" if head.withdrawal else "how"
    when = date(branch.article.published).partition(" UTC")[0] if branch.article.published else "date unknown"
    room = int((BOX[0] - 22) / CELL)
    outlet = clipped(prose(branch.article.outlet or "outlet unknown"), int((BOX[0] - 34 - len(when) * CELL) / BOLD))
    inside = (
        f'<rect class="box" width="{BOX[0]}" height="{BOX[1]}" rx="4"/>{line("who", 11, 20, outlet)}'
        f"{line('how end', BOX[0] - 11, 20, when)}{line(style, 11, 38, clipped(how, room))}"
    )
    return _link(f"article {side.value}", passage(head.document, head.span), f"{facts}: {how}", (MIDDLE, one.y), inside)


def _link(style: str, to: str, label: str, at: tuple[float, float], inside: str) -> str:
    """A box that leads somewhere; ``label`` is what it is called, in full."""
    return (
        f'<a class="{style}" href="{safe(to)}" transform="translate({at[0]:g} {at[1]:g})">'
        f"<title>{safe(label)}</title>{inside}</a>"
    )


def _facts(article: Article | None) -> str:
    """``Radio Ostrel · 9 May 2023, 04:55 UTC``."""
    if article is None:
        return "article unknown"
    when = date(article.published) if article.published else "date unknown"
    return f"{prose(article.outlet or 'outlet unknown')} · {when}"


def _how(branch: Branch) -> str:
    """On whose word an article says so, as it has it."""
    head = branch.head
    if head.withdrawal:
        return "TAKEN BACK"
    names = [teller_name(head, k) for k in range(1, len(head.chain))]
    told = " ← ".join(names) if names else "names nobody"
    return f"at first hand: {told}" if head.witnessed and names else "at first hand" if head.witnessed else told


def teller_name(a: Assertion, place: int) -> str:
    """A voice as the article has it; a private person is not named outside of the article's own text."""
    teller = a.chain[place]
    if teller.kind.value == "person" and not teller.public:
        return words.PRIVATE
    return prose(teller.name or "nobody named")


def _copies(drawing: _Drawing, row: Row, one: Placed) -> Iterator[str]:
    """The copies of an article: each that is drawn, and a pile for the others."""
    y, middle = one.y, one.y + BOX[1] / 2
    single = len(one.spot.copies) + bool(one.spot.grouped) == 1
    y += (BOX[1] - COPY[1]) / 2 if single else 0
    for a in one.spot.copies:
        label = _facts(drawing.articles.get(a.document))
        turned = a.side is not one.spot.branch.head.side
        label += ": turned round" if turned else ""
        drawing.edges.append(_copied(middle, y + COPY[1] / 2))
        box = f'<rect class="box" width="{COPY[0]}" height="{COPY[1]}" rx="3"/>'
        article = drawing.articles.get(a.document)
        outlet = prose(article.outlet or "outlet unknown") if article else "article unknown"
        day = date(article.published[:DAY]) if article and article.published else ""
        room = int((COPY[0] - 26 - len(day) * CELL) / CELL)
        inside = box + line("what", 9, 20, clipped(outlet, room)) + line("how end", COPY[0] - 9, 20, day)
        yield _link("copy", passage(a.document, a.span), f"copy: {label}", (RIGHT, y), inside)
        y += COPY[1] + 5
    if one.spot.grouped:
        told = f"+{words.copies(one.spot.grouped)}"
        drawing.edges.append(_copied(middle, y + COPY[1] / 2))
        yield _pile(drawing, row.key, y, told, _first(drawing.articles, one.spot))


def _first(articles: dict[str, Article], spot: Spot) -> str:
    """Who has the first of the copies that are put together."""
    shown = {a.document for a in spot.copies} | {spot.branch.article.id}
    names = (
        articles[a.document].outlet for a in spot.branch.copies if a.document in articles and a.document not in shown
    )
    return prose(next((name for name in names if name), ""))


def _pile(drawing: _Drawing, key: str, y: float, told: str, first: str) -> str:
    """Copies that are put together, as a pile of sheets; a link shows them one by one."""
    label = f"{told}{f', first {first}' if first else ''}: show each"
    w, h = COPY[0] - 60, COPY[1]
    sheets = "".join(
        f'<rect class="sheet-{k}" x="{4 * k}" y="{-3 * k}" width="{w}" height="{h}" rx="3"/>' for k in (2, 1)
    )
    inside = f'{sheets}<rect class="box" width="{w}" height="{h}" rx="3"/>{line("who", 9, 20, told)}'
    return _link("copies", _opening(drawing, key), label, (RIGHT, y), inside)


def _more(drawing: _Drawing, key: str, x: float, y: float, width: int, told: str) -> str:
    box = f'<rect class="box dashed" width="{width}" height="{COPY[1]}" rx="3"/>'
    return _link("further", _opening(drawing, key), f"{told}: show them", (x, y), box + line("how", 11, 20, told))


def _opening(drawing: _Drawing, key: str) -> str:
    return f"{drawing.address}?{urlencode({'open': key})}#provenance"


def _copied(y1: float, y2: float) -> str:
    return f'<path class="edge copied" d="{_curve(MIDDLE + BOX[0], y1, RIGHT, y2)}"/>'


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line that leaves and arrives level."""
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"


def _bow(x: float, y1: float, y2: float, bow: float) -> str:
    """A line from one box to another of the same column, to their left."""
    return f"M{x:g} {y1:g}C{bow:g} {y1:g} {bow:g} {y2:g} {x:g} {y2:g}"


def _between(drawing: _Drawing, lane: Lane) -> Iterator[str]:
    """Edges from article to article, and from origin to origin."""
    for row in lane.rows:
        for spot in row.spots:
            for step in spot.branch.cites:
                y1, y2 = drawing.ends.get(spot.branch.head.id), drawing.ends.get(step.parent)
                if y1 is not None and y2 is not None and y1 != y2:
                    unsure = " probably" if step.doubt > 0 else ""
                    bow = MIDDLE - min(56, 18 + abs(y1 - y2) / 8)
                    yield f'<path class="edge cites{unsure}" d="{_bow(MIDDLE - 1, y2 + 9, y1 - 9, bow)}"/>'
        if row.root is not None:
            yield from _rests(drawing, lane, row.root)


def _rests(drawing: _Drawing, lane: Lane, root: Root) -> Iterator[str]:
    for step in root.rests:
        y1 = drawing.origins.get((lane.half.side, root.origin.id))
        y2 = drawing.origins.get((lane.half.side, step.parent))
        if y1 is not None and y2 is not None and y1 != y2:
            unsure = " probably" if step.doubt > 0 else ""
            bow = EDGE - min(42, 20 + abs(y1 - y2) / 12)
            yield (
                f'<path class="edge rests{unsure}" d="{_bow(EDGE, y2, y1, bow)}"/>'
                f'<path class="end" d="M{EDGE - 6} {y1 - 4:g}L{EDGE} {y1:g}L{EDGE - 6} {y1 + 4:g}Z"/>'
            )
