"""How a claim, or a topic, went on: what ``Ledger.timeline`` gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sayso.engine.asked import day_after, first_day, keys_of
from sayso.engine.trace import find_trace
from sayso.errors import UsageError
from sayso.export import timeline_json
from sayso.export.trace_tree import Traced
from sayso.store.assertions import find_namings, named_plainly
from sayso.store.claimed import find_propositions
from sayso.store.connection import Reader
from sayso.types.listed import PropositionWanted
from sayso.types.timeline import History, Moment, MomentKind, Turn
from sayso.types.weighing import Proposition

CLAIMS: Final = 12  # claims of a topic that are told together, those that most articles tell


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who said what when, how it changed on the way, and how each claim stood: typed and frozen."""

    history: History

    @property
    def claims(self) -> tuple[Proposition, ...]:
        """The claims across articles whose history it is, the one that most articles tell first."""
        return self.history.claims

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What happened, in the order of dates; what has no date comes last."""
        return self.history.moments

    @property
    def turns(self) -> tuple[Turn, ...]:
        """How each claim stood from a date on."""
        return self.history.turns

    def to_dict(self) -> dict[str, Any]:
        """All of it as JSON types, as ``sayso timeline --output-format json`` writes it."""
        return timeline_json.record(self.history)


def find_timeline(
    ledger: Reader,
    claim: str | None,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = CLAIMS,
) -> Timeline:
    """The history of the claim with this id, or of the claims about somebody or something.

    ``since`` and ``until`` are dates of articles (``2022``, ``2022-03`` or ``2022-03-08``); what has none is always
    there. Raises ``UsageError`` as ``find_across``, for a date that is none, and unless one of ``claim`` and ``about``
    is given.
    """
    if (claim is None) == (about is None):
        raise UsageError("give the id of a claim, or what it is about: 'sayso timeline p_74fa0e8' or '--about WORDS'")
    begin, end = first_day(since, "--since"), day_after(until, "--until")
    ids = [claim] if claim is not None else _about(ledger, about, limit)
    found = joined(_history(ledger, id) for id in ids)
    return Timeline(between(found, begin, end))


def _about(ledger: Reader, about: str | None, limit: int | None) -> list[str]:
    wanted = PropositionWanted(about=about, about_keys=keys_of(about), limit=limit)
    return [row.id for row in find_propositions(ledger, wanted)]


def _history(ledger: Reader, id: str) -> History:
    return find_history_of(ledger, find_trace(ledger, id).traced)


def find_history_of(ledger: Reader, traced: Traced) -> History:
    """The history of a claim that was looked up."""
    from sayso.weighing.known import known
    from sayso.weighing.timeline import timeline

    told = find_namings(ledger, {a.document for a in traced.proposition.assertions})
    return timeline(traced.proposition, traced.carried, traced.words, known(named_plainly(told.values())))


def joined(histories: Iterable[History]) -> History:
    """Histories of several claims as one, in the order of dates."""
    from sayso.weighing.dates import earliest

    found = list(histories)
    moments = [m for history in found for m in history.moments]
    turns = [t for history in found for t in history.turns]
    return History(
        tuple(claim for history in found for claim in history.claims),
        tuple(sorted(moments, key=lambda m: (m.published is None, earliest(m.published)))),
        tuple(sorted(turns, key=lambda t: (t.published is None, earliest(t.published)))),
    )


def between(history: History, begin: str | None, end: str | None) -> History:
    """What was told from one day on and before another, and what has no date. Both are ISO 8601 dates."""
    if begin is None and end is None:
        return history
    before = [m for m in history.moments if m.published and begin is not None and m.published[: len(begin)] < begin]
    after = [m for m in history.moments if m.published and end is not None and m.published[: len(end)] >= end]
    gone = {id(m) for m in (*before, *after)}
    turns = [t for t in history.turns if t.published is None or _within(t.published, begin, end)]
    return replace(
        history,
        moments=tuple(m for m in history.moments if id(m) not in gone),
        turns=tuple(turns),
        earlier=_articles(before),
        later=_articles(after),
    )


def _within(published: str, begin: str | None, end: str | None) -> bool:
    return (begin is None or published[: len(begin)] >= begin) and (end is None or published[: len(end)] < end)


def _articles(moments: Iterable[Moment]) -> int:
    """How many articles: those of tellings, not of what changed there."""
    return len({m.article for m in moments if m.kind is not MomentKind.COPIED})
