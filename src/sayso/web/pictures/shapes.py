"""Shapes of the boxes in drawings: what an origin is can be told without colour."""

from __future__ import annotations

from typing import Final

from sayso.export.markup import attribute
from sayso.types.weighing import OriginKind

# What an origin is, as the legend has it.
LEGEND: Final = {
    OriginKind.NAMED: "named",
    OriginKind.WITNESS: "at first hand",
    OriginKind.DOCUMENT: "document",
    OriginKind.UNNAMED: "without a name",
    OriginKind.CHANNEL: "outlet that is only cited",
    OriginKind.UNSOURCED: "text that names nobody",
    OriginKind.CIRCLE: "circle of texts",
}
CORNER: Final = 14  # pixels: a folded corner, the points of a hexagon, the slant of a parallelogram


def outline(kind: OriginKind, width: int, height: int) -> str:
    """The outline of an origin's box, its left upper corner at 0, 0; a second line where the kind has one."""
    w, h = width, height
    c = min(CORNER, h // 2)
    if kind is OriginKind.WITNESS:
        return f'<path class="box" d="M{c} 0H{w - c}L{w} {h / 2:g}L{w - c} {h}H{c}L0 {h / 2:g}Z"/>'
    if kind is OriginKind.DOCUMENT:
        return f'<path class="box" d="M0 0H{w - c}L{w} {c}V{h}H0Z"/><path class="fold" d="M{w - c} 0V{c}H{w}"/>'
    if kind is OriginKind.CHANNEL:
        return f'<path class="box" d="M{c} 0H{w}L{w - c} {h}H0Z"/>'
    if kind is OriginKind.CIRCLE:
        inner = f'<rect class="fold" x="4" y="4" width="{w - 8}" height="{h - 8}" rx="{h / 2 - 4:g}"/>'
        return f'<rect class="box" width="{w}" height="{h}" rx="{h / 2:g}"/>{inner}'
    round_ = {OriginKind.NAMED: "6", OriginKind.UNNAMED: f"{h / 2:g}", OriginKind.UNSOURCED: "0"}[kind]
    broken = {OriginKind.UNNAMED: " dashed", OriginKind.UNSOURCED: " dotted"}.get(kind, "")
    return f'<rect class="box{broken}" width="{w}" height="{h}" rx="{round_}"/>'


def key(kind: OriginKind) -> str:
    """A small box for the legend, hidden from screen readers."""
    box = 'viewBox="-2 -2 40 22" width="40" height="22"'
    return f'<svg class="shape" {box} aria-hidden="true">{outline(kind, 36, 18)}</svg>'


def line(style: str, x: float, y: float, text: str) -> str:
    """A line of text."""
    return f'<text class="{style}" x="{x:g}" y="{y:g}">{safe(text)}</text>'


def safe(text: str) -> str:
    """Text for XML, which has no room for U+FFFE and U+FFFF."""
    return attribute(text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
