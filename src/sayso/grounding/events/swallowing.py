"""An assault is one event with the troops that were sent for it and the losses that it left, where one sentence tells
them together (the rule of PLOVER against counting one action twice)."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.grounding.events.joining import Told
from sayso.grounding.events.participants import same
from sayso.types.event import EventType

LOSSES = "losses"


def swallow(text: str, groups: Sequence[list[Told]]) -> list[list[Told]]:
    """The groups without those that an assault takes in; the assault's own mentions stand first in its group."""
    assaults = [g for g in groups if g[0].mention.type is EventType.ASSAULT]
    taken: dict[int, int] = {}
    for k, group in enumerate(groups):
        if _part(group):
            for n, assault in enumerate(assaults):
                if _one_action(text, assault, group):
                    taken[k] = n
                    break
    own = {id(assault): n for n, assault in enumerate(assaults)}
    out = []
    for k, group in enumerate(groups):
        if k not in taken:
            mine = own.get(id(group))
            out.append([*group, *(t for j, n in taken.items() if n == mine for t in groups[j])])
    return out


def _part(group: Sequence[Told]) -> bool:
    kind = group[0].mention.type
    return kind is EventType.MOBILIZE or (kind is EventType.STATE and all(t.mention.mode == LOSSES for t in group))


def _one_action(text: str, assault: Sequence[Told], group: Sequence[Told]) -> bool:
    """All mentions stand in sentences of the assault, with its status, and with nobody else acting."""
    sentences = {t.sentence for t in assault}
    statuses = {t.mention.status for t in assault}
    if not all(t.sentence in sentences and t.mention.status in statuses for t in group):
        return False
    if group[0].mention.type is EventType.STATE:
        return True
    actors = [p for t in assault for p in t.actors]
    movers = [p for t in group for p in t.actors]
    return not movers or any(same(text, a, b) for a in actors for b in movers)
