"""What could not be known of a claim across articles, and what that means for its counts."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.words import number
from sayso.types.weighing import Assertion, OriginKind, Proposition


def unknown(found: Proposition, waiting: int = 0) -> list[str]:
    """Sentences. ``waiting`` is how many articles of the ledger are not compared with the others yet."""
    return [*_event(found), *_articles(found), *_voices(found), *_ledger(waiting)]


def _event(found: Proposition) -> Iterator[str]:
    if found.setting.since is None:
        yield "When it is said to have happened: no article gives a time that can be put into a calendar."
    if found.setting.site is None and found.setting.country is None:
        yield "Where it is said to have happened: no article gives a place that was found on the map."


def _articles(found: Proposition) -> Iterator[str]:
    count = len(found.articles)
    for missing, one, many in (
        (sum(a.published is None for a in found.articles), "has no date", "have no date"),
        (sum(a.outlet is None for a in found.articles), "names no outlet", "name no outlet"),
        (sum(a.url is None for a in found.articles), "came without an address", "came without an address"),
    ):
        if missing:
            yield f"{missing:,} of {number(count, 'article')} {one if missing == 1 else many}."


def _voices(found: Proposition) -> Iterator[str]:
    kinds = [o.kind for o in found.weighed.origins]
    if silent := sum(len(a.chain) == 1 and not a.witnessed for a in _own(found)):
        yield f"On whose word: {number(silent, 'telling')} in words of their own name nobody."
    if unnamed := kinds.count(OriginKind.UNNAMED):
        yield f"Who they are: {number(unnamed, 'origin')} without a name, who may be one, or one of the others."
    if channels := kinds.count(OriginKind.CHANNEL):
        yield f"Whom they have it from: {number(channels, 'outlet')} cited by others and not at hand."
    if doubtful := sum(0 < step.doubt < 1 for step in found.weighed.steps):
        yield f"{number(doubtful, 'link')} between articles and origins likely, and not certain."


def _own(found: Proposition) -> list[Assertion]:
    """Tellings that are no copies of others."""
    copies = {step.child for step in found.weighed.steps if step.rule == "derived"}
    return [a for a in found.assertions if a.id not in copies]


def _ledger(waiting: int) -> Iterator[str]:
    if waiting:
        told = "is" if waiting == 1 else "are"
        yield f"{number(waiting, 'article')} of the ledger {told} not compared with the others yet."
    yield "What was not among the articles of this ledger: it may hold further origins, for and against."
