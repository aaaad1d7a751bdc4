"""A family as a graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.export import lineage_words as words
from sayso.export.flow import clipped
from sayso.export.lineage_tree import Tree
from sayso.export.lineage_words import Short
from sayso.export.visible import prose
from sayso.export.words import confidence
from sayso.types.lineage import Derivation, Kind
from sayso.types.listed import Relative

LONGEST = 48  # cells of a line in a node
OUTLET = "credited"  # the node of an outlet without an article; no id of a document looks like this


def lines(tree: Tree, short: Short) -> Iterator[str]:
    """One line for each node and each edge; edges lead from parent to child, those of partial copies are dashed."""
    yield "digraph lineage {"
    yield "  rankdir=LR;"
    yield f"  label={_quoted([words.summary(tree)])};"
    yield '  node [shape=box, fontname="sans-serif"];'
    yield '  edge [fontname="sans-serif"];'
    for line in tree.lines:
        if line.article is None:
            yield f"  {OUTLET} [label={_quoted([prose(line.name or ''), 'no article here'])}, style=dashed];"
        else:
            yield f"  {_node(line.article.id)} [label={_label(line.article, short)}];"
    outside = dict.fromkeys(d.parent for d in tree.family.derivations if d.parent not in tree.family.members)
    for id in outside:
        found = tree.known.get(id) or Relative(id, None, None, None, None)
        yield f"  {_node(id)} [label={_label(found, short)}, style=dotted];"
    for line in tree.lines:
        if line.article is not None and line.by is None and line.parent is not None:
            above = tree.lines[line.parent].article
            style = "" if above is None else " [style=dotted]"
            yield f"  {_node(above.id) if above else OUTLET} -> {_node(line.article.id)}{style};"
    for found_edge in tree.family.derivations:
        yield _edge(found_edge)
    yield "}"


def _edge(by: Derivation) -> str:
    style = ", style=dashed" if by.kind in (Kind.PARTIAL, Kind.QUOTATION) else ""
    label = _quoted([by.kind.value, confidence(by.probability)])
    return f"  {_node(by.parent)} -> {_node(by.child)} [label={label}{style}];"


def _label(article: Relative, short: Short) -> str:
    title = clipped(prose(article.title or "title unknown"), LONGEST)
    return _quoted([prose(article.outlet or "outlet unknown"), words.when(article), title, short(article.id)])


def _node(id: str) -> str:
    return _quoted([id])


def _quoted(rows: Sequence[str]) -> str:
    r"""A string of DOT; ``\n`` in it parts lines, and nothing else in it means anything."""
    return '"' + "\\n".join(row.replace("\\", "\\\\").replace('"', '\\"') for row in rows) + '"'
