"""What could not be dated or placed, and why: nothing is left out of the answer in silence."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.claims import Entry
from sayso.export.words import listed, number, quoted
from sayso.types.claim import Report
from sayso.types.event import Event
from sayso.types.span import Span

UNEXPLAINED = "no reason recorded"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words without an interval or location, or, where ``span`` is ``None``, the lack of any words.

    ``asked`` is "when" or "where". ``claims`` are the numbers of the claims that stay without an answer for it.
    """

    asked: str
    span: Span | None
    reason: str
    claims: tuple[int, ...]


def unknowns(report: Report, entries: tuple[Entry, ...]) -> tuple[Unknown, ...]:
    """Each question without an answer once: "when", then "where"; in each, words in their order, then no words."""
    claims: dict[tuple[str, Span | None, str], list[int]] = {}
    for time in report.grounding.times:
        if not time.known:
            claims.setdefault(("when", time.span, time.reason or UNEXPLAINED), [])
    for place in report.grounding.places:
        if place.location is None:
            claims.setdefault(("where", place.span, place.reason or UNEXPLAINED), [])
    for entry in entries:
        for key in _open(entry.event) if entry.event else ():
            claims.setdefault(key, []).append(entry.number)
    found = [Unknown(*key, tuple(numbers)) for key, numbers in claims.items()]
    last = len(report.document.text) + 1
    return tuple(sorted(found, key=lambda u: (u.asked, u.span.begin if u.span else last, u.reason)))


def _open(event: Event) -> list[tuple[str, Span | None, str]]:
    found: list[tuple[str, Span | None, str]] = []
    if event.time is None:
        found.append(("when", None, event.time_reason or UNEXPLAINED))
    elif not event.time.known:
        found.append(("when", event.time.span, event.time.reason or UNEXPLAINED))
    if event.place is None:
        found.append(("where", None, event.place_reason or UNEXPLAINED))
    elif event.place.location is None:
        found.append(("where", event.place.span, event.place.reason or UNEXPLAINED))
    return found


def told(unknown: Unknown, text: str) -> str:
    """The unknown in one line. Not escaped."""
    concerned = listed([str(n) for n in unknown.claims])
    if unknown.span is None:
        return f"no words for it in {number(len(unknown.claims), 'claim')}: {concerned} ({unknown.reason})"
    behind = f", {'claims' if len(unknown.claims) > 1 else 'claim'} {concerned}" if unknown.claims else ""
    spot = f"chars {unknown.span.begin}-{unknown.span.end}"
    return f"{quoted(unknown.span.of(text))}: {unknown.reason} ({spot}{behind})"
