"""Part of a report, for whoever wants only what is fairly sure."""

from __future__ import annotations

from dataclasses import replace

from sayso.export import words
from sayso.types.claim import Report
from sayso.types.event import Event
from sayso.types.reading import Reading


def at_least(report: Report, probability: float) -> Report:
    """``report`` without the claims, events and attributions below ``probability``, and a warning that says how many.

    What a kept one hangs on stays, so that no chain breaks: the event of a claim and the inner event that it is about,
    the attribution that tells it, the parent of that and the one that names whom it cites. Voices and their shares
    stay as they were read, over all attributions; so do times, places and actors.
    """
    reading, meant = report.reading, report.grounding
    claims = tuple(c for c in meant.claims if c.probability >= probability)
    events = _events(meant.events, probability, [c.event_id for c in claims])
    attributions = _attributions(reading, probability, [c.attribution_id for c in claims])
    hidden = [
        (len(meant.claims) - len(claims), "claim"),
        (len(meant.events) - len(events), "event"),
        (len(reading.attributions) - len(attributions.attributions), "attribution"),
    ]
    told = [words.number(count, name) for count, name in hidden if count]
    if not told:
        return report
    note = f"{words.listed(told)} below confidence {probability:g} left out here; the shares by voice still count them"
    meant = replace(meant, claims=claims, events=events, warnings=(*meant.warnings, note))
    return Report(attributions, meant)


def _attributions(reading: Reading, probability: float, told_by: list[str | None]) -> Reading:
    by_id = {a.id: a for a in reading.attributions}
    waiting = [a.id for a in reading.attributions if a.probability >= probability]
    waiting += [name for name in told_by if name is not None]
    kept: set[str] = set()
    while waiting:
        found = by_id.get(waiting.pop())
        if found is not None and found.id not in kept:
            kept.add(found.id)
            waiting += [other for other in (found.parent, found.basis_id) if other is not None]
    return replace(reading, attributions=tuple(a for a in reading.attributions if a.id in kept))


def _events(events: tuple[Event, ...], probability: float, claimed: list[str | None]) -> tuple[Event, ...]:
    by_id = {event.id: event for event in events}
    waiting = [e.id for e in events if e.probability >= probability]
    waiting += [name for name in claimed if name is not None]
    kept: set[str] = set()
    while waiting:
        found = by_id.get(waiting.pop())
        if found is not None and found.id not in kept:
            kept.add(found.id)
            waiting += [found.about] if found.about is not None else []
    return tuple(event for event in events if event.id in kept)
