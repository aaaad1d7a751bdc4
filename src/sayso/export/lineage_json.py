"""A family as JSON types: members, derivations, passages and quotations with exact characters."""

from __future__ import annotations

from sayso.export.lineage_tree import Tree
from sayso.text.codec import Record
from sayso.types.lineage import Alignment, Derivation, QuotedAgain
from sayso.types.listed import Relative
from sayso.types.span import Span


def record(tree: Tree) -> Record:
    """Everything that is known of a family. Spans are ``[begin, end]`` in code points of each article's own text."""
    family = tree.family
    return {
        "kind": "family",
        "first": family.first,
        "root": family.root,
        "articles": len(family.members),
        "texts": 1,
        "members": [article(found) for found in tree.articles],
        "derivations": [derivation(found) for found in family.derivations],
    }


def article(found: Relative) -> Record:
    """What is known of a member; ``null`` is not known."""
    return {name: getattr(found, name) for name in ("id", "published", "outlet", "title", "url")}


def derivation(found: Derivation) -> Record:
    """How one article derives from another."""
    return {
        "child": found.child,
        "parent": found.parent,
        "kind": found.kind.value,
        "probability": found.probability,
        "direction": found.direction,
        "reasons": list(found.reasons),
        **_alignment(found.alignment),
        "quotes": [quote(again) for again in found.quotes],
    }


def _alignment(found: Alignment) -> Record:
    return {
        "parent_share": found.first_share,
        "child_share": found.second_share,
        "wording": found.wording,
        "order": found.order,
        "passages": [{"parent": span(p.first), "child": span(p.second)} for p in found.passages],
    }


def quote(found: QuotedAgain) -> Record:
    """A quotation in parent and child."""
    return {"parent": span(found.parent), "child": span(found.child), "alteration": found.alteration}


def span(found: Span | None) -> list[int] | None:
    """``[begin, end]``."""
    return [found.begin, found.end] if found else None
