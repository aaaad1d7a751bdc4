"""The history of a claim as a drawing: SVG 1.1 that stands alone, without script, and follows the theme.

Time runs down. To the right of its line stands who is for the claim, to the left who is not; on the line, how it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.export import timeline_words as words
from sayso.export import trace_words
from sayso.export.flow import Piece, clipped, flow
from sayso.export.markup import attribute
from sayso.export.timeline_words import Day, Telling
from sayso.export.visible import prose
from sayso.export.words import date, number
from sayso.types.timeline import History, Moment, MomentKind, Turn
from sayso.types.weighing import Side

Short = Callable[[str], str]
# Pixels. A cell is as wide as a usual letter, so that what is clipped in cells fits its box.
CELL: Final = 7.4
LONGEST: Final = 58  # cells of a line
LINES: Final = 3  # lines for what somebody says
BOX: Final = int(LONGEST * CELL) + 24
ROW: Final = 18
GAP, EDGE, LANE, HEAD = 12, 20, 34, 92
AXIS: Final = EDGE + BOX + LANE
WIDTH: Final = AXIS + LANE + BOX + EDGE
MOST: Final = 400  # tellings that are drawn
STYLE: Final = """
svg { color-scheme: light dark; }
.paper { fill: #fbfaf6; } .box { fill: #fff; stroke: #8a877c; }
.line { fill: none; stroke: #8a877c; stroke-width: 1.5; }
.for .box, .for .dot { stroke: #0b3f86; } .against .box, .against .dot { stroke: #a3160f; }
.open .box { stroke-dasharray: 5 4; } .dot { fill: #fff; stroke: #8a877c; stroke-width: 3; }
.turn { fill: #fbfaf6; stroke: #8a877c; }
text { fill: #1c1c1a; font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.head { font-size: 17px; font-weight: 600; } .day { font-size: 15px; font-weight: 600; } .who { font-weight: 600; }
.how { fill: #595850; } .alarm { fill: #a3160f; font-weight: 600; } .middle { text-anchor: middle; }
@media (prefers-color-scheme: dark) {
  .paper, .turn { fill: #15171a; } .box, .dot { fill: #1c1f23; stroke: #7d7a70; } .line { stroke: #7d7a70; }
  .for .box, .for .dot { stroke: #a5c8ff; } .against .box, .against .dot { stroke: #ff9d94; }
  text { fill: #e9e7e1; } .how { fill: #a9a69c; } .alarm { fill: #ff9d94; }
}
"""


@dataclass(frozen=True, slots=True)
class _Page:
    """What all boxes share. ``numbers`` are those of several claims, empty for one."""

    numbers: Mapping[str, int]
    firsts: frozenset[Moment]
    same: frozenset[Turn]
    short: Short

    def place(self, claim: str) -> str:
        """The number of a claim, where there are several."""
        return f"({self.numbers[claim]}) " if self.numbers else ""


def lines(history: History, short: Short) -> Iterator[str]:
    """The drawing, piece by piece."""
    several = len(history.claims) > 1
    numbers = {claim.id: k for k, claim in enumerate(history.claims, 1)} if several else {}
    heads = list(_heads(history, numbers))
    top = HEAD + ROW * max(len(heads) - 2, 0)
    body: list[str] = []
    y = top
    left = MOST
    page = _Page(numbers, words.firsts(history), words.stays(history), short)
    for day in words.days(history):
        pieces, y, left = _day(day, y, left, page)
        body += pieces
    height = y + EDGE
    title = prose(history.claims[0].text) if history.claims else "No claim"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        ' role="img" aria-labelledby="t">'
    )
    yield f'<title id="t">{_safe(title)}</title>'
    yield f"<style>{STYLE}</style>"
    yield '<rect class="paper" width="100%" height="100%"/>'
    for k, (style, text) in enumerate(heads):
        yield _text(style, EDGE, EDGE + 14 + k * (ROW + 3), clipped(text, 120))
    yield f'<path class="line" d="M{AXIS} {top}V{y}"/>'
    yield from body
    yield "</svg>"


def _heads(history: History, numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for claim in history.claims:
        place = f"{numbers[claim.id]}. " if numbers else ""
        standing = trace_words.STANDINGS[claim.weighed.standing]
        if numbers:
            yield "who", f"{place}{standing}: {prose(claim.text)}"
        else:
            yield "head", prose(claim.text)
            yield "who", f"{standing}: {prose(claim.weighed.standing_reason)}"
            yield "how", trace_words.summary(claim)
    yield "how", "Left of the line: against it, or neither for nor against. Right: for it."
    if left_out := history.earlier + history.later:
        yield "how", f"{number(left_out, 'article')} of other times not shown"


def _day(day: Day, y: int, left: int, page: _Page) -> tuple[list[str], int, int]:
    """The pieces of a day from a height on, where it ends, and how many tellings there is room for behind it."""
    name = date(day.day) if day.day else "Date unknown"
    out = [*_pill(y, name, "day"), ""]
    y += 34
    gone = 0
    for row in day.rows:
        if isinstance(row, Turn):
            out += _pill(
                y, clipped(page.place(row.claim) + words.turned(row, page.same), 100), "alarm" if _loud(row) else "who"
            )
            y += 34
        elif left > 0:
            rows = _rows(row, page)
            out += _box(row.moment.side, y, rows)
            y += _height(rows) + GAP
            left -= 1
        else:
            gone += 1
    if gone:
        out += _pill(y, f"and {number(gone, 'more telling')}", "how")
        y += 34
    return out, y, left


def _loud(turn: Turn) -> bool:
    return turn.standing in words.ALARMING


def _rows(telling: Telling, page: _Page) -> list[tuple[str, str]]:
    """The lines of a box, each with its style."""
    moment = telling.moment
    name = page.place(moment.claim) + words.label(telling, page.firsts)
    told = " · ".join(part for part in (words.clock(moment.published), name, page.short(moment.assertion)) if part)
    loud = moment.kind in (MomentKind.DENIED, MomentKind.WITHDRAWN)
    rows = [("alarm" if loud else "how", told), *_wrapped("who", words.who(moment))]
    if telling.head is not None:
        rows += _wrapped("what", f"“{prose(moment.after.text)}”")
    for change in telling.changes:
        said = words.copied(change) if change.kind is MomentKind.COPIED else words.changed(change)
        rows += _wrapped("how" if change.kind is MomentKind.COPIED else "alarm", said)
    return rows


def _wrapped(style: str, text: str) -> list[tuple[str, str]]:
    """Words on as many lines as a box has for them."""
    room = clipped(text, LINES * (LONGEST - 8))
    return [(style, line) for line in flow([Piece(room)], LONGEST, "", "", False)[:LINES]]


def _height(rows: list[tuple[str, str]]) -> int:
    return ROW * len(rows) + 14


def _box(side: Side, y: int, rows: list[tuple[str, str]]) -> Iterator[str]:
    right = side is Side.FOR
    x = AXIS + LANE if right else EDGE
    edge = x if right else x + BOX
    height = _height(rows)
    yield f'<g class="{side.value}">'
    yield f'<path class="line" d="M{AXIS} {y + 20}H{edge}"/>'
    yield f'<circle class="dot" cx="{AXIS}" cy="{y + 20}" r="5"/>'
    yield f'<rect class="box" x="{x}" y="{y}" width="{BOX}" height="{height}" rx="6"/>'
    for k, (style, text) in enumerate(rows):
        yield _text(style, x + 12, y + 20 + ROW * k, clipped(text, LONGEST))
    yield "</g>"


def _pill(y: int, text: str, style: str) -> Iterator[str]:
    """Words on the line of time."""
    wide = int(len(text) * CELL) + 28
    yield f'<rect class="turn" x="{AXIS - wide // 2}" y="{y}" width="{wide}" height="24" rx="12"/>'
    yield _text(f"{style} middle", AXIS, y + 17, text)


def _text(style: str, x: int, y: int, text: str) -> str:
    return f'<text class="{style}" x="{x}" y="{y}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    """Text for XML, which has no room for U+FFFE and U+FFFF."""
    return attribute(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
