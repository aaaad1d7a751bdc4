"""``geojson``: a FeatureCollection (RFC 7946) with one feature for each claim, for maps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TextIO

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.records import dumps
from sayso.export.words import voice_name
from sayso.text.codec import Record
from sayso.types.claim import Report
from sayso.types.document import Document, Known
from sayso.types.event import Event
from sayso.types.place import Place, Precision

NOT_EVENT: Final = "an opinion has no place"


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write the features of each report as it comes. What was set aside has no claims and gives none."""
    del view
    out.write('{"type": "FeatureCollection", "features": [')
    before = "\n"
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for entry in entries(outcome):
                out.write(before + dumps(feature(entry, outcome.document)))
                before = ",\n"
            out.flush()
    out.write("\n]}\n")


def feature(entry: Entry, document: Document) -> Record:
    """A claim as a Feature.

    Only a town or less is a Point. Anything larger has no geometry: its middle, drawn as a dot, would show an exactness
    that nobody claimed, and the ground that it covers is not known here. The middle is in the properties for those
    who join shapes to it.
    """
    claim, event = entry.claim, entry.event
    place = event.place if event else None
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": _geometry(place),
        "properties": {
            "claim": claim.text,
            "kind": claim.kind.value,
            "status": status.tag(claim, entry.polarity),
            "told_as_fact": status.is_fact(claim, entry.polarity),
            "occurrence": claim.status.occurrence.value if claim.status else None,
            "phase": claim.status.phase.value if claim.status else None,
            "reality": claim.status.reality.value if claim.status else None,
            "polarity": entry.polarity.value,
            "certainty": claim.certainty.value,
            "stance": claim.stance.value,
            "probability": claim.probability,
            "on_whose_word": voice_name(claim.root),
            "chain": [voice_name(voice) for voice in entry.chain],
            **_event(event),
            **_place(event),
            **_document(document),
            "begin_char": claim.span.begin,
            "end_char": claim.span.end,
            "passage": claim.span.of(document.text),
        },
    }


def _geometry(place: Place | None) -> Record | None:
    spot = place.location if place else None
    if spot is None or spot.precision is not Precision.POINT:
        return None
    return {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}


def _event(event: Event | None) -> Record:
    if event is None:
        return dict.fromkeys(("event_id", "event_type", "event_mode", "when", "begin", "end"))
    begin, end = edtf.ends(event.time)
    return {
        "event_id": event.id,
        "event_type": event.type.value,
        "event_mode": event.mode,
        "who": [participant.name for participant in event.actors],
        "to_whom": [participant.name for participant in event.recipients],
        "when": edtf.interval(event.time),
        "begin": begin or None,
        "end": end or None,
        "when_unknown": None if event.time and event.time.known else _time_reason(event),
    }


def _time_reason(event: Event) -> str | None:
    return event.time.reason if event.time else event.time_reason


def _place(event: Event | None) -> Record:
    place = event.place if event else None
    spot = place.location if place else None
    found: dict[str, Any] = {"place_words": place.name if place else None}
    if spot is not None:
        return found | {
            "place": spot.name,
            "place_id": spot.id,
            "countries": list(spot.countries),
            "precision": spot.precision.value,
            "middle": [spot.longitude, spot.latitude],
        }
    reason = place.reason if place else event.place_reason if event else NOT_EVENT
    return found | {"place_unknown": reason}


def _document(document: Document) -> Record:
    facts: tuple[tuple[str, Known | None], ...] = (
        ("title", document.title),
        ("outlet", document.publisher),
        ("published", document.published),
        ("url", document.url),
    )
    return {"document_id": document.id, **{name: fact.value if fact else None for name, fact in facts}}


FORMAT = Format("geojson", (".geojson",), write)
