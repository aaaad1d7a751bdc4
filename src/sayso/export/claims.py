"""The claims of a report as a numbered list, and what stands behind each in labelled lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.export import status
from sayso.export.outline import chain, directory, outline
from sayso.export.place_words import place, where
from sayso.export.time_words import when
from sayso.export.words import confidence, listed, number, producers, quoted
from sayso.types.attribution import Polarity, Voice, VoiceKind
from sayso.types.claim import Claim, Report
from sayso.types.event import Certainty, Event, Participant, Stance
from sayso.types.span import Span

STANCES: Final = {
    Stance.NONE: "",
    Stance.ENDORSES: "the article endorses it",
    Stance.DISTANCES: "the article keeps its distance",
    Stance.EVIDENCE_FOR: "the article gives evidence for it",
    Stance.EVIDENCE_AGAINST: "the article gives evidence against it",
}
MOST_SPANS: Final = 3  # evidence shown of one claim
EVEN: Final = 0.5  # probability below which an event is more likely misread than not


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim with its number (from 1) and its event, and the chain from the root to the article.

    ``attribution`` is the number of the attribution that tells it in the outline, ``inner`` the event that this one is
    about, ``about`` the number of the first claim on that; ``None`` where there is none. ``polarity`` is what that
    attribution's source does with it.
    """

    number: int
    claim: Claim
    event: Event | None
    chain: tuple[Voice | None, ...]
    attribution: int | None
    inner: Event | None
    about: int | None
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what is to be said under it. Not escaped."""

    label: str
    text: str


def entries(report: Report) -> tuple[Entry, ...]:
    """Every claim once, in the order of the report."""
    events = {event.id: event for event in report.events}
    told = {item.attribution.id: item for item in outline(report.reading)}
    voices = directory(report.reading)
    first: dict[str, int] = {}
    for n, claim in enumerate(report.claims, 1):
        voices.setdefault(claim.root.id, claim.root)
        if claim.event_id is not None:
            first.setdefault(claim.event_id, n)
    found = []
    for n, claim in enumerate(report.claims, 1):
        event = events.get(claim.event_id) if claim.event_id is not None else None
        inner = events.get(event.about) if event and event.about is not None else None
        about = first.get(inner.id) if inner else None
        line = chain(claim.chain, voices)
        item = told.get(claim.attribution_id) if claim.attribution_id is not None else None
        polarity = item.attribution.polarity if item else Polarity.AFFIRMED
        found.append(Entry(n, claim, event, line, item.number if item else None, inner, about, polarity))
    return tuple(found)


def summary(found: Sequence[Entry]) -> str:
    """One line: how many claims on whose word, how many of which status, and of how many the event is doubtful."""
    if not found:
        return "no claims: nothing in this text was found to tell of an event, a condition or an opinion"
    roots = {claim.root.id: claim.root.kind for claim in (entry.claim for entry in found)}
    others = sum(kind is not VoiceKind.ARTICLE for kind in roots.values())
    words = [number(others, "voice")] if others else []
    words += ["the article itself"] if others < len(roots) else []
    counted = status.counted((entry.claim, entry.polarity) for entry in found)
    doubtful = sum(entry.event is not None and entry.claim.probability < EVEN for entry in found)
    warning = f"; of {doubtful} the kind of event is doubtful (confidence below {EVEN})" if doubtful else ""
    return f"{number(len(found), 'claim')} on the word of {listed(words)}: {counted}{warning}"


def rows(entry: Entry, text: str) -> list[Row]:
    """When, where and how sure, as far as there is something to say. The chain is the caller's to show. Not escaped.

    An opinion has no when and where. How sure a voice sounds is left out where nothing hedges or stresses it.
    """
    claim, event = entry.claim, entry.event
    found = []
    unsaid = status.beyond_tag(claim, entry.polarity)
    if unsaid:
        found.append(Row("status", unsaid))
    if event is not None and event.time is None and event.place is None:
        reasons = "; ".join(filter(None, (event.time_reason, event.place_reason)))
        found.append(Row("when, where", f"not said ({reasons})" if reasons else "not said"))
    elif event is not None:
        found.append(Row("when", when(event.time, event.time_reason, text)))
        found.append(Row("where", where(event.place, event.place_reason)))
    certainty = sure(claim, text)
    return [*found, Row("how sure", certainty)] if certainty else found


def sure(claim: Claim, text: str) -> str:
    """How sure the voice sounds, the words that carry it, and what the article itself does with it.

    Empty for a plain high, without such words and without a stance. Not escaped.
    """
    stance = STANCES[claim.stance]
    if claim.certainty is Certainty.HIGH and not claim.evidence and not stance:
        return ""
    said = claim.certainty.value
    if claim.evidence:
        said += f": {_words(claim.evidence, text)}"
    if stance and claim.stance_spans:
        stance += f": {_words(claim.stance_spans, text)}"
    return f"{said}; {stance}" if stance else said


def _words(spans: tuple[Span, ...], text: str) -> str:
    shown = [quoted(span.of(text)) for span in spans[:MOST_SPANS]]
    return ", ".join(shown) + (" …" if len(spans) > MOST_SPANS else "")


def event_line(entry: Entry, text: str) -> str:
    """Type, mode and words of the event, who did what to whom, with what, about what; empty for an opinion.

    A type that is more likely wrong than right is called "perhaps". Not escaped.
    """
    event = entry.event
    if event is None:
        return ""
    maybe = "perhaps " if entry.claim.probability < EVEN else ""
    parts = [
        f"{maybe}{_kind_in_words(event, text)}",
        f"who: {_names(event.actors) or 'not said'}",
        *([f"to whom: {_names(event.recipients)}"] if event.recipients else []),
        *([f"with: {_words(event.instruments, text)}"] if event.instruments else []),
        *_about(entry, text),
    ]
    return " · ".join(parts)


def _about(entry: Entry, text: str) -> list[str]:
    """What is asked, refused or promised: a claim of its own, or the words of an event that nobody claims."""
    if entry.about is not None:
        return [f"about claim {entry.about}"]
    if entry.inner is None:
        return []
    return [f"about: {_kind_in_words(entry.inner, text)}"]


def _kind_in_words(event: Event, text: str) -> str:
    return f"{kind_of(event)} ({quoted(event.trigger.of(text))})"


def kind_of(event: Event) -> str:
    """``MOBILIZE/deploy``."""
    return f"{event.type}/{event.mode}" if event.mode else str(event.type)


def _names(found: tuple[Participant, ...]) -> str:
    return listed([" ".join(participant.name.split()) for participant in found])


def facts(claim: Claim) -> list[str]:
    """Where the claim stands, and how sure the finding is."""
    return [
        f"line {claim.line}, chars {claim.span.begin}-{claim.span.end}",
        f"confidence {confidence(claim.probability)}",
    ]


def explanation(entry: Entry, text: str) -> list[str]:
    """Which model or rule found what, the exact places, and the reason for each unknown. Not escaped."""
    claim, event = entry.claim, entry.event
    lines = [
        *([f"status: {status.phrase(claim)}"] if claim.status else []),
        *([f"told by attribution {entry.attribution}"] if entry.attribution else []),
        f"wording from characters: {_places(claim.pieces)}",
    ]
    if event is None:
        return lines
    found_by = tuple(dict.fromkeys(p for mention in event.mentions for p in mention.producers))
    triggers = ", ".join(f"{quoted(m.trigger.of(text))} {m.trigger.begin}-{m.trigger.end}" for m in event.mentions)
    return [*lines, f"event found by: {producers(found_by)}; told by {triggers}", *_settings(event)]


def _settings(event: Event) -> list[str]:
    lines = []
    if event.time is None:
        lines.append(f"no time: {event.time_reason or 'no reason recorded'}")
    else:
        timex = "/".join(filter(None, (event.time.type, event.time.value)))
        marks = [f"TIMEX3 {timex}"] if timex else []
        marks += [f"EDTF {event.time.edtf}"] if event.time.edtf else []
        lines.append("; ".join([f"time by: {producers((event.time.producer,))}", *marks]))
    if event.place is None:
        lines.append(f"no place: {event.place_reason or 'no reason recorded'}")
    elif event.place.location is not None:
        spot = event.place.location
        lines.append(
            f"place by: {event.place.rule}, of {number(event.place.candidates, 'place')} of that name; {spot.id}, "
            f"{spot.latitude:g}, {spot.longitude:g}"
        )
        if event.place.alternatives:
            lines.append(f"came close: {'; '.join(place(other) for other in event.place.alternatives)}")
    return lines


def _places(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.begin}-{span.end}" for span in spans) or "none"
