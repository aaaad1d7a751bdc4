"""The graph of provenance: from each assertion one step towards its origin, with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.types.span import Span
from sayso.types.weighing import OriginKind, Step, Teller
from sayso.weighing.ledger import Ledger, Told
from sayso.weighing.origins import Found
from sayso.weighing.walk import Node, Ways

# How much is left open where nobody says it in so many words: a lineage without a reading of the original, an article
# of which no date shows that it came first, a source that another article says to have it from somebody else, a name
# that was joined with others by an office or a family name alone.
UNREAD, UNDATED, ELSEWHERE, JOINED, CIRCLE = 0.2, 0.2, 0.1, 0.1, 0.5


def steps(ledger: Ledger, ways: Ways, found: Mapping[str, Found]) -> tuple[Step, ...]:
    """One step for each assertion; those of a circle have one to its origin besides."""
    rows: list[Step] = []
    for k, told in enumerate(ledger.told):
        node: Node = ("a", "", k)
        origin = found[ways.ends[node].identity]
        after = ways.nexts[node]
        hop = ways.nexts[after] if after is not None and after[0] != "a" else None
        if told.parent is not None and told.carried is not None:
            parent = ledger.told[told.parent].assertion.id
            rows.append(Step(told.assertion.id, parent, "derived", 0.0, told.carried.source, told.carried.span))
        elif after is not None and after[0] == "a" and not told.chain:
            rows.append(_beside(told, ledger.told[int(after[2])]))
        elif after is not None and after[0] == "a":
            rows.append(_cites(told, ledger.told[int(after[2])]))
        elif hop is not None:
            rows.append(_rests(told, ledger.told[int(hop[2])]))
        else:
            rows.append(_says(told, origin))
        if node in ways.loop:
            document, span = told.assertion.document, _words(told)
            rows.append(Step(told.assertion.id, origin.id, "cites", CIRCLE, document, span))
    return tuple(sorted(rows, key=lambda s: (s.child, s.parent, s.rule)))


def _cites(told: Told, other: Told) -> Step:
    doubt = UNDATED if not (told.published and other.published) else 0.0
    return Step(told.assertion.id, other.assertion.id, "cites", doubt, told.assertion.document, _words(told))


def _beside(told: Told, other: Told) -> Step:
    """What a text says flatly and has from somebody a line before or behind."""
    return Step(told.assertion.id, other.assertion.id, "rests on", ELSEWHERE, told.assertion.document, _words(other))


def _rests(told: Told, other: Told) -> Step:
    doubt = 0.0 if told.assertion.document == other.assertion.document else ELSEWHERE
    return Step(told.assertion.id, other.assertion.id, "rests on", doubt, other.assertion.document, _words(other))


def _says(told: Told, origin: Found) -> Step:
    own = told.assertion
    if told.carried is not None:  # nothing was read in the original
        return Step(own.id, origin.id, "derived", UNREAD, told.carried.source, told.carried.span)
    joined = origin.kind is OriginKind.NAMED and bool(told.chain) and _short(told.chain[-1], origin)
    return Step(own.id, origin.id, "says", JOINED if joined else 0.0, own.document, _words(told))


def _short(last: Teller, origin: Found) -> bool:
    """True where the name alone does not say who this is."""
    if last.name is None or origin.source is None or len(origin.written) == 1:
        return False
    full = max((len(n) for n in origin.source.names), default=0)
    return full > 1 and len((last.key or last.name).split()) < full


def _words(told: Told) -> Span | None:
    """Where the last teller of the chain is named, else the words of saying, else what shows that it is first hand."""
    if told.chain:
        last = told.chain[-1]
        if last.mention is not None or last.cue:
            return last.mention or last.cue[0]
    own = told.assertion
    return own.witnessed[0] if own.witnessed else own.span
