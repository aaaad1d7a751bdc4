"""``plover``: one row for each event that is told as a fact, in the columns of POLECAT (Halterman et al. 2023)."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Final, TextIO

from sayso.export.codes import alpha3
from sayso.export.edtf import day, interval
from sayso.export.format import Format, Outcome, View
from sayso.export.happened import PRIVATE, LeftOut, Party, Told, happened, parties, public_name
from sayso.export.place_words import country
from sayso.export.tables import Cell, tab_line
from sayso.export.words import confidence
from sayso.types.claim import Report
from sayso.types.document import Known
from sayso.types.event import Event, EventType
from sayso.types.place import Location, Precision

logger = logging.getLogger(__name__)

VERBAL_COOPERATION: Final = "VERBAL COOPERATION"
MATERIAL_COOPERATION: Final = "MATERIAL COOPERATION"
VERBAL_CONFLICT: Final = "VERBAL CONFLICT"
MATERIAL_CONFLICT: Final = "MATERIAL CONFLICT"
QUADS: Final = {
    EventType.AGREE: VERBAL_COOPERATION,
    EventType.CONSULT: VERBAL_COOPERATION,
    EventType.SUPPORT: VERBAL_COOPERATION,
    EventType.CONCEDE: VERBAL_COOPERATION,
    EventType.COOPERATE: MATERIAL_COOPERATION,
    EventType.AID: MATERIAL_COOPERATION,
    EventType.RETREAT: MATERIAL_COOPERATION,
    EventType.REQUEST: VERBAL_CONFLICT,
    EventType.ACCUSE: VERBAL_CONFLICT,
    EventType.REJECT: VERBAL_CONFLICT,
    EventType.THREATEN: VERBAL_CONFLICT,
    EventType.PROTEST: MATERIAL_CONFLICT,
    EventType.SANCTION: MATERIAL_CONFLICT,
    EventType.MOBILIZE: MATERIAL_CONFLICT,
    EventType.COERCE: MATERIAL_CONFLICT,
    EventType.ASSAULT: MATERIAL_CONFLICT,
}
# Modes that PLOVER's codebook of 2021 lacks: the event keeps its type and loses its mode.
OURS: Final = frozenset(
    [(EventType.RETREAT, mode) for mode in ("desert", "defect", "surrender")]
    + [(EventType.REJECT, "refuse-order"), (EventType.COERCE, "conscript")]
    + [(EventType.MOBILIZE, mode) for mode in ("callup", "readiness", "deploy")]
    + [(EventType.ASSAULT, mode) for mode in ("battle", "capture")]
)
NO_TYPE: Final = "PLOVER has no such type"
AND: Final = ";"  # between several values of one cell
# The columns of POLECAT in their order; those that are never known here stay, empty, so that files can be joined.
POLECAT: Final = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
ADDED: Final = (
    *("Event EDTF", "Geo Precision", "Certainty", "Probability", "Root", "Denied By", "Document ID", "URL"),
    *("Char Begin", "Char End"),
)


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write the names of the columns, then the rows of each report as it comes, tab-separated as POLECAT's files are.

    What gives no row (``happened``, and types that PLOVER lacks) is told to the log with its reason.
    """
    del view
    out.write(tab_line((*POLECAT, *ADDED)))
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for found in happened(outcome):
                if isinstance(found, LeftOut) or found.event.type not in QUADS:
                    reason = found.reason if isinstance(found, LeftOut) else NO_TYPE
                    logger.info("%s: event %s left out: %s", outcome.document.id, found.event.id, reason)
                    continue
                row = _row(found, outcome)
                out.write(tab_line(row.get(name) for name in (*POLECAT, *ADDED)))
            out.flush()


def _row(told: Told, report: Report) -> dict[str, Cell]:
    event, document, claim = told.event, report.document, told.main.claim
    return {
        "Event ID": event.id,
        "Event Date": day(event.time),
        "Event Type": event.type.value,
        "Event Mode": None if (event.type, event.mode) in OURS else event.mode,
        "Quad Code": QUADS[event.type],
        **_parties("Actor", parties(event.actors, report), report),
        **_parties("Recipient", parties(event.recipients, report), report),
        **_place(event),
        "Source": _value(document.publisher),
        "Publication Date": _value(document.published),
        "Language": document.language,
        "Version": f"{report.reading.model.name} {report.reading.model.version}",
        "Event EDTF": interval(event.time),
        "Certainty": claim.certainty.value,
        "Probability": confidence(event.probability),
        "Root": AND.join(dict.fromkeys(public_name(entry.claim.root) for entry in told.claims)),
        "Denied By": AND.join(told.denied_by),
        "Document ID": document.id,
        "URL": _value(document.url),
        "Char Begin": event.trigger.begin,
        "Char End": event.trigger.end,
    }


def _parties(role: str, found: tuple[Party, ...], report: Report) -> dict[str, Cell]:
    text = report.document.text
    named = [party for party in found if party.name is not None]
    titles = [p.actor.office.of(text) for p in named if p.actor is not None and p.actor.office is not None]
    return {
        f"{role} Name": AND.join(party.name or PRIVATE for party in found),
        f"{role} Country": AND.join(dict.fromkeys(alpha3(p.country) for p in found if p.country)),
        f"{role} Title": AND.join(titles),
    }


def _place(event: Event) -> dict[str, Cell]:
    place = event.place
    if place is None:
        return {}
    spot = place.location
    if spot is None:
        return {"Raw Placename": place.name}
    exact = spot.precision is Precision.POINT
    return {
        "Placename": spot.name,
        "City": spot.name if exact else None,
        "Country": country(spot.country) if spot.country else None,
        "Latitude": spot.latitude,
        "Longitude": spot.longitude,
        "GeoNames ID": _geonames(spot),
        "Raw Placename": place.name,
        "Geo Precision": spot.precision.value,
    }


def _geonames(spot: Location) -> str | None:
    source, _, number = spot.id.partition(":")
    return number if source == "geonames" else None


def _value(fact: Known | None) -> str | None:
    return fact.value if fact else None


FORMAT = Format("plover", (".tsv",), write)
