"""``xmi``: one document as a CAS of Apache UIMA in XMI (OMG XMI 2.0, UIMA 1.0 of OASIS)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TextIO, TypeAlias
from xml.sax.saxutils import quoteattr

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.outline import Item, outline
from sayso.export.single import only_report
from sayso.export.words import extent, voice_name
from sayso.text.offsets import Utf16Index
from sayso.types.document import Document, Known
from sayso.types.event import Event
from sayso.types.span import Span

Value: TypeAlias = str | int | float | None
STRING, DOUBLE, INTEGER = "uima.cas.String", "uima.cas.Double", "uima.cas.Integer"
# Every type and its features, beside begin, end and sofa; the type system is made of this.
TYPES: Final[dict[str, dict[str, str]]] = {
    "Article": {
        name: STRING for name in ("documentId", "title", "publisher", "published", "url", "origin", "language")
    },
    "Attribution": {
        "manner": STRING,
        "polarity": STRING,
        "voice": STRING,
        "root": STRING,
        "chain": STRING,
        "probability": DOUBLE,
    },
    "Source": {"attribution": "sayso.Attribution"},
    "Cue": {"attribution": "sayso.Attribution"},
    "Content": {"attribution": "sayso.Attribution"},
    "Event": {
        **{name: STRING for name in ("eventType", "mode", "occurrence", "phase", "reality", "certainty")},
        **{"timeUnknown": STRING, "placeUnknown": STRING, "probability": DOUBLE},
    },
    "Participant": {"role": STRING, "name": STRING, "event": "sayso.Event"},
    "Time": {"edtf": STRING, "timexType": STRING, "timexValue": STRING, "unknown": STRING, "event": "sayso.Event"},
    "Place": {
        **{name: STRING for name in ("name", "locationId", "countries", "precision", "unknown")},
        **{"latitude": DOUBLE, "longitude": DOUBLE, "event": "sayso.Event"},
    },
    "Claim": {
        **{name: STRING for name in ("text", "kind", "status", "certainty", "stance", "root", "chain")},
        **{"probability": DOUBLE, "line": INTEGER, "event": "sayso.Event", "attribution": "sayso.Attribution"},
    },
}
# XML 1.0 has no such characters, not even escaped. U+FFFD is as long in UTF-16, so that offsets stay.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPES: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\x85": "&#133;", "\u2028": "&#8232;"}
HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmlns:sayso="http:///sayso.ecore" xmi:version="2.0">\n'
    '<cas:NULL xmi:id="0"/>\n'
)
SOFA: Final = 1
ROOT_FIRST: Final = " > "


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write the CAS of the one document; nothing where all inputs were set aside.

    Raises ``UsageError`` when there is more than one document: a CAS holds one text.
    """
    del view
    report = only_report(outcomes, "xmi")
    if report is None:
        return
    cas = _Cas(Utf16Index.of(report.document.text))
    _article(cas, report.document)
    told = {item.attribution.id: _attribution(cas, item) for item in outline(report.reading)}
    events = {event.id: _event(cas, event) for event in report.events}
    for entry in entries(report):
        _claim(cas, entry, events, told)
    out.write(HEAD)
    out.writelines(cas.lines)
    text = attribute(report.document.text)
    out.write(f'<cas:Sofa xmi:id="{SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={text}/>\n')
    members = " ".join(str(number) for number in range(SOFA + 1, cas.next))
    out.write(f'<cas:View sofa="{SOFA}" members="{members}"/>\n</xmi:XMI>\n')


def type_system() -> str:
    """The type system of what is written, as a UIMA descriptor."""
    parts = []
    for name, features in TYPES.items():
        rows = "".join(
            f"<featureDescription><name>{feature}</name><rangeTypeName>{kind}</rangeTypeName></featureDescription>\n"
            for feature, kind in features.items()
        )
        parts.append(
            f"<typeDescription><name>sayso.{name}</name><supertypeName>uima.tcas.Annotation</supertypeName>\n"
            f"<features>\n{rows}</features></typeDescription>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n'
        f"<name>sayso</name>\n<types>\n{''.join(parts)}</types>\n</typeSystemDescription>\n"
    )


def attribute(words: str) -> str:
    """``words`` as the value of an XML attribute, in quotation marks, every line end kept."""
    return quoteattr(FORBIDDEN.sub("\ufffd", words), ESCAPES)


@dataclass(slots=True)
class _Cas:
    """The feature structures written so far; offsets of UIMA count UTF-16 code units."""

    index: Utf16Index
    lines: list[str] = field(default_factory=list)
    next: int = SOFA + 1

    def add(self, kind: str, span: Span | None, /, **features: Value) -> int:
        """Write a feature structure of type ``sayso.<kind>`` and return its id; no span is the empty one at 0."""
        begin, end = (self.index.to_utf16(span.begin), self.index.to_utf16(span.end)) if span else (0, 0)
        said = "".join(f" {name}={attribute(str(v))}" for name, v in features.items() if v is not None)
        number = self.next
        self.next += 1
        self.lines.append(f'<sayso:{kind} xmi:id="{number}" sofa="{SOFA}" begin="{begin}" end="{end}"{said}/>\n')
        return number


def _article(cas: _Cas, document: Document) -> None:
    facts: dict[str, Known | None] = {
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
    }
    cas.add(
        "Article",
        Span(0, len(document.text)) if document.text else None,
        documentId=document.id,
        origin=document.origin,
        language=document.language,
        **{name: fact.value if fact else None for name, fact in facts.items()},
    )


def _attribution(cas: _Cas, item: Item) -> int:
    said = item.attribution
    number = cas.add(
        "Attribution",
        extent(said),
        manner=said.manner.value,
        polarity=said.polarity.value,
        voice=voice_name(said.voice),
        root=voice_name(said.root),
        chain=ROOT_FIRST.join(voice_name(voice) for voice in item.chain),
        probability=said.probability,
    )
    for kind, spans in (("Source", said.source), ("Cue", said.cue), ("Content", said.content)):
        for span in spans:
            cas.add(kind, span, attribution=number)
    return number


def _event(cas: _Cas, event: Event) -> int:
    number = cas.add(
        "Event",
        event.trigger,
        eventType=event.type.value,
        mode=event.mode,
        occurrence=event.status.occurrence.value,
        phase=event.status.phase.value,
        reality=event.status.reality.value,
        certainty=event.certainty.value,
        timeUnknown=event.time_reason,
        placeUnknown=event.place_reason,
        probability=event.probability,
    )
    for role, found in (("actor", event.actors), ("recipient", event.recipients)):
        for participant in found:
            cas.add("Participant", participant.span, role=role, name=participant.name, event=number)
    for span in event.instruments:
        cas.add("Participant", span, role="instrument", event=number)
    _setting(cas, event, number)
    return number


def _setting(cas: _Cas, event: Event, number: int) -> None:
    time, place = event.time, event.place
    if time is not None:
        cas.add(
            "Time",
            time.span,
            edtf=edtf.interval(time),
            timexType=time.type.value if time.type else None,
            timexValue=time.value,
            unknown=time.reason,
            event=number,
        )
    if place is not None:
        spot = place.location
        cas.add(
            "Place",
            place.span,
            name=spot.name if spot else None,
            locationId=spot.id if spot else None,
            countries=" ".join(spot.countries) if spot else None,
            precision=spot.precision.value if spot else None,
            latitude=spot.latitude if spot else None,
            longitude=spot.longitude if spot else None,
            unknown=place.reason,
            event=number,
        )


def _claim(cas: _Cas, entry: Entry, events: dict[str, int], told: dict[str, int]) -> None:
    claim = entry.claim
    cas.add(
        "Claim",
        claim.span,
        text=claim.text,
        kind=claim.kind.value,
        status=status.tag(claim, entry.polarity),
        certainty=claim.certainty.value,
        stance=claim.stance.value,
        root=voice_name(claim.root),
        chain=ROOT_FIRST.join(voice_name(voice) for voice in entry.chain),
        probability=claim.probability,
        line=claim.line,
        event=events.get(claim.event_id) if claim.event_id is not None else None,
        attribution=told.get(claim.attribution_id) if claim.attribution_id is not None else None,
    )


FORMAT = Format("xmi", (".xmi",), write)
