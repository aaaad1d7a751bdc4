"""``acled``: one row for each event that is told as a fact and has a type in ACLED's codebook."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Final, TextIO

from sayso.export.acled_types import DISORDER, kind_of
from sayso.export.edtf import day, interval
from sayso.export.format import Format, Outcome, View
from sayso.export.happened import LeftOut, Party, Told, happened, parties, public_name
from sayso.export.place_words import country
from sayso.export.tables import BOM, Cell, comma_line
from sayso.export.words import confidence
from sayso.types.claim import Report
from sayso.types.document import Document
from sayso.types.event import Event
from sayso.types.place import Precision
from sayso.types.time import TimeExpression

logger = logging.getLogger(__name__)

COLUMNS: Final = (
    *("event_id", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "actor2", "country", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_date", "notes"),
    *("event_edtf", "certainty", "probability", "root", "denied_by", "document_id", "url", "char_begin", "char_end"),
)
AND: Final = "; "
CIVILIANS: Final = "Civilians"
DAY: Final = timedelta(days=1)
# The codebook's three steps: the day is known, the week, the month.
LONGEST: Final = ((DAY, 1), (timedelta(days=7), 2), (timedelta(days=31), 3))
# The town itself, a part of a region, a larger region. A country's or a sea's middle is no location of an event.
GEO: Final = {Precision.POINT: 1, Precision.DISTRICT: 2, Precision.REGION: 3}


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write the names of the columns, then the rows of each report as it comes, as CSV with a byte order mark.

    What gives no row (``happened``, and what ACLED has no type for) is told to the log with its reason.
    """
    del view
    out.write(BOM + comma_line(COLUMNS))
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for found in happened(outcome):
                row = found.reason if isinstance(found, LeftOut) else _row(found, outcome)
                if isinstance(row, str):
                    logger.info("%s: event %s left out: %s", outcome.document.id, found.event.id, row)
                else:
                    out.write(comma_line(row.get(name) for name in COLUMNS))
            out.flush()


def _row(told: Told, report: Report) -> dict[str, Cell] | str:
    event, document, claim = told.event, report.document, told.main.claim
    recipients = parties(event.recipients, report)
    kind = kind_of(event, recipients)
    if isinstance(kind, str):
        return kind
    first, second = _sides(parties(event.actors, report), recipients)
    return {
        "event_id": event.id,
        **_date(event.time),
        "disorder_type": DISORDER[kind[0]],
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "actor1": first,
        "actor2": second,
        **_place(event),
        **_source(document),
        "notes": AND.join(dict.fromkeys(entry.claim.text for entry in told.claims)),
        "event_edtf": interval(event.time),
        "certainty": claim.certainty.value,
        "probability": confidence(event.probability),
        "root": AND.join(dict.fromkeys(public_name(entry.claim.root) for entry in told.claims)),
        "denied_by": AND.join(told.denied_by),
        "char_begin": event.trigger.begin,
        "char_end": event.trigger.end,
    }


def _sides(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[str, str]:
    """Actor 1 and 2; where both sides act and nobody is acted upon, the second is the other side."""
    if len(actors) > 1 and not recipients:
        return _names(actors[:1]), _names(actors[1:])
    return _names(actors), _names(recipients)


def _names(found: tuple[Party, ...]) -> str:
    return AND.join(dict.fromkeys(party.name or CIVILIANS for party in found))


def _date(found: TimeExpression | None) -> dict[str, Cell]:
    """Date and precision: the day, else the middle day of a week or month; nothing for what is longer or open."""
    if found is None or found.begin is None or found.end is None or found.end < found.begin:
        return {}
    length = found.end - found.begin
    step = next((step for longest, step in LONGEST if length <= longest), None)
    if step is None:
        return {}
    if step == 1 and day(found) is None:
        step = 2  # a vague day, or a night between two
    date = found.begin if length <= DAY else found.begin + length / 2
    return {"event_date": date.date().isoformat(), "year": f"{date.year:04}", "time_precision": step}


def _place(event: Event) -> dict[str, Cell]:
    spot = event.place.location if event.place else None
    if spot is None:
        return {}
    known: dict[str, Cell] = {"country": AND.join(country(code) for code in spot.countries)}
    step = GEO.get(spot.precision)
    if step is None:
        return known
    known |= {"location": spot.name, "latitude": spot.latitude, "longitude": spot.longitude}
    return known | {"geo_precision": step}


def _source(document: Document) -> dict[str, Cell]:
    return {
        "source": document.publisher.value if document.publisher else None,
        "source_date": document.published.value if document.published else None,
        "document_id": document.id,
        "url": document.url.value if document.url else None,
    }


FORMAT = Format("acled", (".acled",), write)
