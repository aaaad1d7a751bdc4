"""``csv``: one row for each claim, for spreadsheets and statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TextIO

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.tables import BOM, Cell, comma_line
from sayso.export.words import confidence, pieces, voice_name
from sayso.types.claim import Report
from sayso.types.document import Document, Known
from sayso.types.event import Participant
from sayso.types.place import Location, Place
from sayso.types.span import Span

ROOT_FIRST: Final = " > "  # between the voices of a chain, as in text
AND: Final = "; "

# Each column and what stands in it.
COLUMNS: Final[dict[str, Callable[[Entry, Document], Cell]]] = {
    "claim_id": lambda e, d: e.claim.id,
    "claim": lambda e, d: e.claim.text,
    "kind": lambda e, d: e.claim.kind.value,
    "status": lambda e, d: status.tag(e.claim, e.polarity),
    "occurrence": lambda e, d: e.claim.status.occurrence.value if e.claim.status else None,
    "phase": lambda e, d: e.claim.status.phase.value if e.claim.status else None,
    "reality": lambda e, d: e.claim.status.reality.value if e.claim.status else None,
    "polarity": lambda e, d: e.polarity.value,
    "event_id": lambda e, d: e.event.id if e.event else None,
    "event_type": lambda e, d: e.event.type.value if e.event else None,
    "event_mode": lambda e, d: e.event.mode if e.event else None,
    "who": lambda e, d: _names(e.event.actors) if e.event else None,
    "to_whom": lambda e, d: _names(e.event.recipients) if e.event else None,
    "on_whose_word": lambda e, d: voice_name(e.claim.root),
    "voice_kind": lambda e, d: e.claim.root.kind.value,
    "chain": lambda e, d: ROOT_FIRST.join(voice_name(voice) for voice in e.chain),
    "begin": lambda e, d: edtf.ends(e.event.time)[0] if e.event else None,
    "end": lambda e, d: edtf.ends(e.event.time)[1] if e.event else None,
    "granularity": lambda e, d: e.event.time.granularity if e.event and e.event.time else None,
    "time_words": lambda e, d: e.event.time.span.of(d.text) if e.event and e.event.time else None,
    "time_unknown": lambda e, d: _no_time(e),
    "place": lambda e, d: spot.name if (spot := _location(e)) else None,
    "country": lambda e, d: " ".join(spot.countries) if (spot := _location(e)) else None,
    "latitude": lambda e, d: spot.latitude if (spot := _location(e)) else None,
    "longitude": lambda e, d: spot.longitude if (spot := _location(e)) else None,
    "precision": lambda e, d: spot.precision.value if (spot := _location(e)) else None,
    "place_words": lambda e, d: place.name if (place := _place(e)) else None,
    "place_unknown": lambda e, d: _no_place(e),
    "certainty": lambda e, d: e.claim.certainty.value,
    "evidence": lambda e, d: _words(e.claim.evidence, d),
    "stance": lambda e, d: e.claim.stance.value,
    "stance_words": lambda e, d: _words(e.claim.stance_spans, d),
    "probability": lambda e, d: confidence(e.claim.probability),
    "document_id": lambda e, d: d.id,
    "title": lambda e, d: _value(d.title),
    "outlet": lambda e, d: _value(d.publisher),
    "url": lambda e, d: _value(d.url),
    "published": lambda e, d: _value(d.published),
    "origin": lambda e, d: d.origin,
    "line": lambda e, d: e.claim.line,
    "char_begin": lambda e, d: e.claim.span.begin,
    "char_end": lambda e, d: e.claim.span.end,
    "passage": lambda e, d: e.claim.span.of(d.text),
}


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write a byte order mark, the names of the columns, then the rows of each report as it comes (RFC 4180).

    What was set aside has no claims and gives no row. Without the mark, Excel takes UTF-8 for the code page of the
    system and spoils every name that is not ASCII, without a word; readers of CSV files drop it.
    """
    del view
    out.write(BOM + comma_line(COLUMNS))
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for entry in entries(outcome):
                out.write(comma_line(column(entry, outcome.document) for column in COLUMNS.values()))
            out.flush()


def _names(found: tuple[Participant, ...]) -> str:
    return AND.join(participant.name for participant in found)


def _place(entry: Entry) -> Place | None:
    return entry.event.place if entry.event else None


def _location(entry: Entry) -> Location | None:
    place = _place(entry)
    return place.location if place else None


def _no_time(entry: Entry) -> str | None:
    if entry.event is None:
        return None
    time = entry.event.time
    if time is None:
        return entry.event.time_reason
    return None if time.known else time.reason


def _no_place(entry: Entry) -> str | None:
    if entry.event is None:
        return None
    place = entry.event.place
    return place.reason if place else entry.event.place_reason


def _words(spans: tuple[Span, ...], document: Document) -> str:
    return pieces(spans, document.text)


def _value(fact: Known | None) -> str | None:
    return fact.value if fact else None


FORMAT = Format("csv", (".csv",), write)
