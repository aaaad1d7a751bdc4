"""A family of articles as a tree, flat: each line knows how deep it stands and which line is its parent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.types.lineage import Derivation, Family, Kind
from sayso.types.listed import Relative

OUTLET_FIRST = 0  # the line of an outlet without an article is the first one


@dataclass(frozen=True, slots=True)
class Line:
    """One article, or the outlet that members credit and that has no article: ``article`` is ``None`` then.

    ``parent`` is the number of the line above which it hangs, ``by`` how it derives from that article, ``None`` where
    that is not known. ``others`` are further articles it has something from.
    """

    depth: int
    parent: int | None
    article: Relative | None
    name: str | None
    by: Derivation | None
    others: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A family. ``lines`` stand in reading order, parents before children; ``known`` are all articles named in it."""

    family: Family
    lines: tuple[Line, ...]
    known: Mapping[str, Relative]

    @property
    def articles(self) -> tuple[Relative, ...]:
        """The members, in the order of the lines."""
        return tuple(line.article for line in self.lines if line.article is not None)


def named_in(family: Family) -> frozenset[str]:
    """All documents that a tree of this family names, also those of other families that partial copies rest on."""
    return frozenset((*family.members, *(d.parent for d in family.derivations), *(d.child for d in family.derivations)))


def tree(family: Family, known: Mapping[str, Relative]) -> Tree:
    """The tree of a family; ``known`` has every document of ``named_in``, others are shown by their ids."""
    parents = _parents(family)
    children: dict[str | None, list[str]] = {}
    for id in family.members:
        main = parents.get(id)
        children.setdefault(main.parent if main else None, []).append(id)
    for found in children.values():
        found.sort(key=lambda id: (id != family.first, *_order(_relative(known, id))))
    return Tree(family, tuple(_lines(family, known, parents, children)), known)


def _parents(family: Family) -> dict[str, Derivation]:
    """The derivation by which each member hangs in the tree, without rings."""
    members = set(family.members)
    whole = [d for d in family.derivations if d.kind not in (Kind.PARTIAL, Kind.QUOTATION)]
    parts = [d for d in family.derivations if d.kind in (Kind.PARTIAL, Kind.QUOTATION)]
    found: dict[str, Derivation] = {}
    for derivation in chain(whole, parts):
        child, parent = derivation.child, derivation.parent
        if child == family.first or child in found or not {child, parent} <= members:
            continue
        above = parent
        while above != child and above in found:
            above = found[above].parent
        if above != child:
            found[child] = derivation
    return found


def _relative(known: Mapping[str, Relative], id: str) -> Relative:
    return known.get(id) or Relative(id, None, None, None, None)


def _order(article: Relative) -> tuple[bool, str, str]:
    return article.published is None, article.published or "", article.id


def _lines(
    family: Family, known: Mapping[str, Relative], parents: Mapping[str, Derivation],
    children: Mapping[str | None, Sequence[str]],
) -> list[Line]:  # fmt: skip
    lines: list[Line] = []
    if family.root is not None:
        lines.append(Line(0, None, None, family.root, None, ()))
    waiting = [(id, _hangs(family, id)) for id in reversed(children.get(None, ()))]
    place: dict[str, int] = {}
    while waiting:
        id, above = waiting.pop()
        by = parents.get(id)
        others = tuple(d for d in family.derivations if d.child == id and d is not by)
        parent = OUTLET_FIRST if above is None and family.root is not None else place[above] if above else None
        depth = lines[parent].depth + 1 if parent is not None else 0
        place[id] = len(lines)
        lines.append(Line(depth, parent, _relative(known, id), None, by, others))
        waiting += [(child, id) for child in reversed(children.get(id, ()))]
    return lines


def _hangs(family: Family, id: str) -> str | None:
    """Where a member without a parent hangs: under the credited outlet, else under the first article."""
    return None if family.root is not None or id == family.first else family.first
