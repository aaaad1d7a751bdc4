"""What is asked, promised, threatened or refused: an outer event points to its inner one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.grounding.events.words import LONGEST
from sayso.types.event import Event, Role
from sayso.types.span import Span


def tied(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with ``about`` set where words of that role hold another event's trigger; never in a ring."""
    triggers = sorted((m.trigger, n) for n, e in enumerate(events) for m in e.mentions)
    inner: dict[int, int] = {}
    for n, event in enumerate(events):
        leading = [event.mentions[event.main], *event.mentions]
        spans = [a.span for m in leading for a in m.arguments if a.role is Role.ABOUT]
        for span in spans:
            found = _held(span, triggers, n)
            if found is not None and not _reaches(found, n, inner):
                inner[n] = found
                break
    return tuple(replace(e, about=events[inner[n]].id) if n in inner else e for n, e in enumerate(events))


def _held(span: Span, triggers: Sequence[tuple[Span, int]], own: int) -> int | None:
    """The event, other than ``own``, whose trigger shares most with ``span``."""
    first = bisect_left(triggers, span.begin - LONGEST, key=lambda t: t[0].begin)
    end = bisect_left(triggers, span.end, key=lambda t: t[0].begin)
    sharing = [(span.overlap(t), -t.begin, n) for t, n in triggers[first:end] if n != own and span.overlap(t)]
    return max(sharing)[2] if sharing else None


def _reaches(start: int, goal: int, inner: dict[int, int]) -> bool:
    at: int | None = start
    while at is not None:
        if at == goal:
            return True
        at = inner.get(at)
    return False
