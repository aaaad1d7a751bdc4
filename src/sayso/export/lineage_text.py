"""A family as indented lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.export import lineage_words as words
from sayso.export.flow import Piece, flow
from sayso.export.format import View
from sayso.export.lineage_tree import Line, Tree
from sayso.export.lineage_words import Short
from sayso.export.visible import prose

STEP: Final = 2  # cells of indentation
DEEPEST: Final = 12  # steps; deeper lines tell from what they derive anyway


def lines(tree: Tree, view: View, short: Short) -> Iterator[str]:
    """One article after the other, each below the one it derives from, with kind, confidence and reasons."""
    yield from flow([Piece(words.summary(tree), "title")], view.width, "", "  ", view.colour)
    found = words.kinds(tree)
    if found:
        yield from flow([Piece(found, "dim")], view.width, "", "  ", view.colour)
    for line in tree.lines:
        yield ""
        indent = " " * (STEP * min(line.depth, DEEPEST))
        yield from _article(tree, line, indent, view, short)


def _article(tree: Tree, line: Line, indent: str, view: View, short: Short) -> Iterator[str]:
    below = indent + " " * STEP

    def told(text: str, style: str = "") -> list[str]:
        return flow([Piece(text, style)], view.width, below, below + "  ", view.colour)

    if line.article is None:
        name = f"{prose(line.name or '')}: credited as the source; no article of it is here"
        yield from flow([Piece(name, "source")], view.width, indent, below, view.colour)
        return
    yield from flow([Piece(words.facts(line.article, short), "source")], view.width, indent, below, view.colour)
    yield from told(prose(line.article.title or "title unknown"), "title")
    if line.by is None:
        first = line.article.id == tree.family.first
        yield from told(
            "the first article of the text here" if first else "the same text; from which article is not known"
        )
    for by in (*((line.by,) if line.by else ()), *line.others):
        also = "" if by is line.by else "also "
        yield from told(f"{also}{words.derived(by, tree.known, short)}, {words.direction(by)}")
        if by.reasons:
            yield from told(f"why: {prose('; '.join(by.reasons))}", "dim")
        quoted = words.quotations(by.quotes)
        if quoted:
            yield from told(quoted, "alarm" if any(q.alteration for q in by.quotes) else "dim")
