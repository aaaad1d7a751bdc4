"""The family of an article: which articles are one text with it, and who took it from whom."""

from __future__ import annotations

from typing import Any, Final

from markupsafe import Markup

from sayso.export import lineage_json, lineage_svg
from sayso.export import lineage_words as words
from sayso.export.lineage_tree import Line, Tree, named_in, tree
from sayso.export.words import confidence
from sayso.store.connection import Reader
from sayso.store.families import find_alike_count, find_family, find_home, find_members, find_relatives
from sayso.store.ids import find_article, find_short
from sayso.store.lineage import find_unlinked_count
from sayso.text.codec import Record
from sayso.types.lineage import Derivation, Family
from sayso.types.listed import Relative
from sayso.web.page import Asked, Page, Shown, there

MOST: Final = 120  # articles that are drawn and listed; a browser needs 0.1 s for them, and nobody reads more
DEEPEST: Final = 8  # steps of indentation
# Below it is said in words that the order is doubtful: of such edges of the development set one in ten leads the
# wrong way (docs/lineage.md: direction).
DOUBTFUL: Final = 0.9


def look(ledger: Reader, asked: Asked) -> Shown:
    """The family of the article with this id."""
    id = there(lambda: find_article(ledger, asked.path["id"]))
    count = find_alike_count(ledger, id)
    members = frozenset((*find_members(ledger, id, MOST), id, find_home(ledger, id) or id))
    shown = _tree(ledger, id, members)

    def short(other: str) -> str:
        return find_short(ledger, other)

    context = {
        "id": id,
        "summary": words.summary(shown),
        "kinds": words.kinds(shown),
        "picture": Markup("\n".join(lineage_svg.lines(shown, short, lambda other: f"/articles/{other}"))),
        "lines": [_line(shown, line, short, id) for line in shown.lines],
        "count": count,
        "left_out": max(count - len(shown.articles), 0),
        "waiting": find_unlinked_count(ledger),
    }
    return Shown("Family of an article", context, lambda: _record(ledger, id))


def _tree(ledger: Reader, id: str, among: frozenset[str] | None) -> Tree:
    family = find_family(ledger, id, among) or Family(id, (id,), ())
    return tree(family, find_relatives(ledger, named_in(family)))


def _record(ledger: Reader, id: str) -> Record:
    return lineage_json.record(_tree(ledger, id, None))


def _line(tree: Tree, line: Line, short: words.Short, here: str) -> dict[str, Any]:
    """A line of the tree in words."""
    return {
        "depth": min(line.depth, DEEPEST),
        "it": line.article,
        "name": line.name,
        "here": line.article is not None and line.article.id == here,
        "first": line.article is not None and line.article.id == tree.family.first,
        "short": short(line.article.id) if line.article else "",
        "ways": [_way(tree, by) for by in (*((line.by,) if line.by else ()), *line.others)],
        "loose": line.by is None,
    }


def _way(tree: Tree, by: Derivation) -> dict[str, Any]:
    """How an article derives from another one."""
    return {
        "kind": words.KINDS[by.kind],
        "parent": tree.known.get(by.parent) or Relative(by.parent, None, None, None, None),
        "child": by.child,
        "confidence": confidence(by.probability),
        "direction": confidence(by.direction),
        "doubtful": by.direction < DOUBTFUL,
        "reasons": "; ".join(by.reasons),
        "quotes": words.quotations(by.quotes),
        "altered": any(q.alteration for q in by.quotes),
    }


PAGE: Final = Page(
    name="family",
    path="/articles/{id}/family",
    help="The articles that are one text with this one: who derives from whom, what became of the text, and why.",
    look=look,
    styles=("article.css", "kin.css"),
    parts={"id": "The id of an article, or its beginning."},
)
