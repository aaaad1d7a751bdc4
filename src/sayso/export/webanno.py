"""``webanno``: claims and attributions as Web Annotations (W3C Recommendation 2017), in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.iris import NAMESPACE, document_iri, iri, web_address
from sayso.export.outline import Item, outline
from sayso.export.records import dumps
from sayso.export.words import saying, voice_name
from sayso.text.codec import Record
from sayso.types.attribution import Producer
from sayso.types.claim import Report
from sayso.types.document import Document
from sayso.types.span import Span

CONTEXT: Final[list[Any]] = ["http://www.w3.org/ns/anno.jsonld", {"sayso": NAMESPACE}]
AROUND: Final = 32  # characters of prefix and suffix


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write one AnnotationPage, the annotations of each report as it comes. What was set aside gives none."""
    del view
    out.write(f'{{"@context": {dumps(CONTEXT)},\n"id": "{iri("annotations")}", "type": "AnnotationPage",\n"items": [')
    before = "\n"
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for record in marks(outcome):
                out.write(before + dumps(record))
                before = ",\n"
            out.flush()
    out.write("\n]}\n")


def marks(report: Report) -> Iterator[Record]:
    """Every claim, then every attribution that marks any words."""
    yield from (_claim(entry, report) for entry in entries(report))
    for item in outline(report.reading):
        if item.attribution.source or item.attribution.cue or item.attribution.content:
            yield _attribution(item, report)


def _claim(entry: Entry, report: Report) -> Record:
    claim, event, document = entry.claim, entry.event, report.document
    tags = [status.tag(claim, entry.polarity), *([event.type.value] if event else [])]
    return {
        "id": iri("claim", document.id, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "creator": _software((report.reading.model,)),
        "body": [_text(claim.text, "describing", document), *(_text(tag, "tagging", document) for tag in tags)],
        "target": _target(claim.span, document),
        "sayso:kind": claim.kind.value,
        "sayso:toldAsFact": status.is_fact(claim, entry.polarity),
        "sayso:onWhoseWord": voice_name(claim.root),
        "sayso:certainty": claim.certainty.value,
        "sayso:probability": claim.probability,
        **({"sayso:when": when} if event and (when := edtf.interval(event.time)) else {}),
        **_told_by(entry, document),
    }


def _told_by(entry: Entry, document: Document) -> Record:
    told_by = entry.claim.attribution_id if entry.attribution is not None else None
    return {"sayso:toldBy": {"id": iri("attribution", document.id, told_by)}} if told_by is not None else {}


def _attribution(item: Item, report: Report) -> Record:
    said, document = item.attribution, report.document
    roles = (("source", said.source), ("cue", said.cue), ("content", said.content))
    who = " ".join(words for words, _ in saying(said, document.text))
    targets = [_target(span, document) | {"sayso:role": role} for role, spans in roles for span in spans]
    return {
        "id": iri("attribution", document.id, said.id),
        "type": "Annotation",
        "motivation": "identifying",
        "creator": _software(said.producers or (report.reading.model,)),
        "body": [_text(who, "identifying", document), _text(said.polarity.value, "tagging", document)],
        "target": targets,
        "sayso:manner": said.manner.value,
        "sayso:voice": voice_name(said.voice),
        "sayso:onWhoseWord": voice_name(said.root),
        "sayso:probability": said.probability,
    }


def _text(words: str, purpose: str, document: Document) -> Record:
    body = {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
    return body if purpose == "tagging" else body | {"language": document.language}


def _target(span: Span, document: Document) -> Record:
    """A passage, found by its words with what stands around them, or by its characters in the text that was read."""
    text = document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(span.begin - AROUND, 0) : span.begin],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.begin, "end": span.end}
    source = {"id": document_iri(document), "type": "Text", "format": "text/plain", "language": document.language}
    page = web_address(document)
    found: Record = {"type": "SpecificResource", "source": source, "selector": [quote, position]}
    return found | {"scope": page} if page else found


def _software(found_by: tuple[Producer, ...]) -> list[dict[str, Any]]:
    return [
        {"id": iri("producer", p.name, p.version), "type": "Software", "name": f"{p.name} {p.version}"}
        for p in dict.fromkeys(found_by)
    ]


FORMAT = Format("webanno", (".jsonld",), write)
