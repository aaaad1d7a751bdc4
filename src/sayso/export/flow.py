"""Words flowed into lines of a given width, each word in its own style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sayso.export.visible import cells, cut

GLUE: Final = "\N{NO-BREAK SPACE}"  # keeps words on one line; written as an ordinary space
PLAIN: Final = ""
# SGR codes (ECMA-48 8.3.117): the eight basic colours follow the user's own theme, light or dark.
STYLES: Final = {
    PLAIN: "",
    "title": "1",
    "source": "1;36",
    "cue": "33",
    "dim": "2",
    "alarm": "1;31",
    "voice": "1",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one style, parted by single spaces. ``text`` is already safe for a terminal."""

    text: str
    style: str = PLAIN


def paint(text: str, style: str, colour: bool) -> str:
    """``text`` in its style, or unchanged without colour."""
    code = STYLES[style]
    return f"\x1b[{code}m{text}\x1b[0m" if code and colour and text else text


def flow(pieces: Iterable[Piece], width: int, first: str, rest: str, colour: bool) -> list[str]:
    """Lines of at most ``width`` cells; the first begins with ``first``, the others with ``rest``.

    A word longer than a line is broken where the line ends.
    """
    lines: list[list[Piece]] = [[]]
    room = max(width - cells(first), 8)
    later = max(width - cells(rest), 8)
    used = 0
    for word in (Piece(w, p.style) for p in pieces for w in p.text.split(" ") if w):
        text = word.text
        while text:
            size = cells(text)
            gap = 1 if lines[-1] else 0
            if used + gap + size <= room:
                lines[-1].append(Piece(text, word.style))
                used += gap + size
                break
            if lines[-1]:
                lines.append([])
                room, used = later, 0
                continue
            at = cut(text, room)
            lines[-1].append(Piece(text[:at], word.style))
            text = text[at:]
            used = room
    return [prefix + _line(line, colour) for prefix, line in zip([first] + [rest] * len(lines), lines, strict=False)]


def _line(line: list[Piece], colour: bool) -> str:
    runs = [
        (style, " ".join(p.text for p in run).replace(GLUE, " ")) for style, run in groupby(line, key=lambda p: p.style)
    ]
    return " ".join(paint(text, style, colour) for style, text in runs)


def shorten(text: str, limit: int) -> tuple[str, int]:
    """The first words of ``text`` that fit into ``limit`` cells, and how many words are left out (0: none)."""
    at = cut(text, limit)
    if at >= len(text):
        return text, 0
    space = text.rfind(" ", 0, at + 1)
    kept = text[: space if space > 0 else at].rstrip()
    return kept, len(text[len(kept) :].split())


def clipped(text: str, limit: int) -> str:
    """``text``, or its first words that fit into ``limit`` cells and an ellipsis."""
    kept, left_out = shorten(text, limit)
    return f"{kept} …" if left_out else kept
