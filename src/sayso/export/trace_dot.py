"""What stands behind a claim as a graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.export import trace_words as words
from sayso.export.flow import clipped
from sayso.export.trace_text import facts
from sayso.export.trace_tree import Branch, Half, Root, Tree
from sayso.export.visible import prose
from sayso.types.weighing import Side

Short = Callable[[str], str]
LONGEST: Final = 48  # cells of a line in a node
CLAIM: Final = "claim"  # the node of the claim; no id looks like this
COLOURS: Final = {Side.FOR: "#0b3f86", Side.AGAINST: "#a3160f", Side.OPEN: "#6b6a63"}


def lines(tree: Tree, short: Short) -> Iterator[str]:
    """One line for each node and each edge: from the claim to origins, from these to articles; copies are counted."""
    found = tree.proposition
    standing = f"{words.STANDINGS[found.weighed.standing]}: {prose(found.weighed.standing_reason)}"
    yield "digraph trace {"
    yield "  rankdir=LR;"
    yield f"  label={_quoted([prose(found.text), standing])};"
    yield '  node [shape=box, fontname="sans-serif"];'
    yield '  edge [fontname="sans-serif"];'
    yield f"  {CLAIM} [label={_quoted([clipped(prose(found.text), LONGEST), words.summary(found)])}, shape=note];"
    done: set[str] = set()
    for half in tree.halves:
        yield from _half(half, short, done)
    yield "}"


def _half(half: Half, short: Short, done: set[str]) -> Iterator[str]:
    colour = _quoted([COLOURS[half.side]])
    for root in half.roots:
        if root.origin.id not in done:
            done.add(root.origin.id)
            yield f"  {_quoted([root.origin.id])} [label={_origin(root)}, shape=ellipse];"
        label = _quoted([half.side.value])
        yield f"  {CLAIM} -> {_quoted([root.origin.id])} [label={label}, color={colour}];"
        for step in root.rests:
            yield f"  {_quoted([step.parent])} -> {_quoted([root.origin.id])} [label={_quoted(['rests on'])}];"
        for branch in root.branches:
            yield from _branch(branch, root.origin.id, short, done)
    for branch in half.loose:
        yield from _branch(branch, CLAIM, short, done)


def _branch(branch: Branch, above: str, short: Short, done: set[str]) -> Iterator[str]:
    node = _quoted([branch.head.id])
    if branch.head.id not in done:
        done.add(branch.head.id)
        rows = [facts(branch.article, branch.head, short), clipped(prose(branch.head.text), LONGEST)]
        rows += [f"+ {words.copies(branch.copied)}"] if branch.copied else []
        yield f"  {node} [label={_quoted(rows)}];"
        for step in branch.cites:
            yield f"  {_quoted([step.parent])} -> {node} [label={_quoted(['cited by'])}, style=dashed];"
    top = CLAIM if above == CLAIM else _quoted([above])
    yield f"  {top} -> {node};"


def _origin(root: Root) -> str:
    rows = [clipped(prose(words.origin_name(root.origin)), LONGEST), words.kind(root.origin)]
    camp = words.camp(root.origin)
    return _quoted([*rows, *([clipped(prose(camp), LONGEST)] if camp else [])])


def _quoted(rows: Sequence[str]) -> str:
    r"""A string of DOT; ``\n`` in it parts lines, and nothing else in it means anything."""
    return '"' + "\\n".join(row.replace("\\", "\\\\").replace('"', '\\"') for row in rows) + '"'
