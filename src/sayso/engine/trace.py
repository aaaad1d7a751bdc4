"""What stands behind one claim of a ledger: what ``Ledger.trace`` gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.engine.history import find_decided
from sayso.engine.joining import find_joined
from sayso.engine.reviewing import find_reviewed
from sayso.errors import UsageError
from sayso.export import trace_json
from sayso.export.trace_tree import Traced, spans
from sayso.store.connection import Reader
from sayso.store.ids import find_across
from sayso.store.lineage import find_texts
from sayso.store.propositions import find_carried_into, find_proposition
from sayso.types.span import Span
from sayso.types.weighing import Proposition
from sayso.weighing.reviewed import own_words


@dataclass(frozen=True, slots=True)
class Trace:
    """A claim across articles and what stands behind it: ``proposition`` holds all of it, typed and frozen."""

    traced: Traced

    @property
    def proposition(self) -> Proposition:
        """The claim: its assertions, articles, origins, bounds with their reasons, and its standing."""
        return self.traced.proposition

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, as ``sayso trace --output-format json`` writes it."""
        return trace_json.record(self.traced)

    def to_networkx(self) -> Any:
        """The provenance graph as a ``networkx.MultiDiGraph``, from child to parent.

        Nodes are ids of assertions, origins and articles, with ``kind`` and what is known of them as attributes; edges
        have the ``rule`` and ``doubt`` of their step, and "in" leads from an assertion to its article. Raises
        ``UsageError`` when networkx is not installed.
        """
        try:
            import networkx
        except ImportError:
            raise UsageError("networkx is not installed; install it with 'pip install sayso[graphs]'") from None
        graph = networkx.MultiDiGraph(**{name: self.to_dict()[name] for name in ("id", "text", "standing")})
        found = self.to_dict()
        for kind, rows in (("article", "articles"), ("assertion", "assertions"), ("origin", "origins")):
            for row in found[rows]:
                attributes = {name: value for name, value in row.items() if name not in ("id", "kind")}
                graph.add_node(row["id"], kind=kind, origin_kind=row.get("kind"), **attributes)
        for row in found["assertions"]:
            graph.add_edge(row["id"], row["document"], rule="in", doubt=0.0)
        for row in found["steps"]:
            graph.add_edge(row["child"], row["parent"], rule=row["rule"], doubt=row["doubt"])
        return graph


def find_trace(ledger: Reader, given: str) -> Trace:
    """What stands behind the claim with this id, or the beginning of one. Raises ``UsageError`` as ``find_across``."""
    id = find_across(ledger, given)
    proposition = find_proposition(ledger, id)
    assert proposition is not None, id
    decisions = tuple(find_decided(ledger, (a.id for a in proposition.assertions)))
    carried = own_words(find_carried_into(ledger, proposition), find_reviewed(ledger))
    joined = find_joined(ledger, proposition, carried)
    return Trace(Traced(proposition, carried, find_words(ledger, proposition), decisions, joined))


def find_words(ledger: Reader, proposition: Proposition) -> dict[tuple[str, Span], str]:
    """The words behind the spans of a claim, by document; empty where its text is not there."""
    wanted: dict[str, list[Span]] = {}
    for document, span in spans(proposition):
        wanted.setdefault(document, []).append(span)
    found = {(document, span): "" for document, several in wanted.items() for span in several}
    for document, text in find_texts(ledger, {article.id for article in proposition.articles} & wanted.keys()):
        for span in wanted[document]:
            found[document, span] = span.of(text)
    return found
