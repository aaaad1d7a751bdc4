"""``prov``: who said what to whom it goes back, as PROV-O (W3C Recommendation 2013) in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.happened import public_name
from sayso.export.iris import NAMESPACE, document_iri, iri, web_address
from sayso.export.outline import directory
from sayso.export.records import dumps
from sayso.text.codec import Record
from sayso.types.attribution import Attribution, Manner, Producer, Voice, VoiceKind
from sayso.types.claim import Report
from sayso.types.document import Document
from sayso.types.span import Span

EDTF: Final = "http://id.loc.gov/datatypes/edtf/EDTF"
CONTEXT: Final[Record] = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sayso": NAMESPACE,
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "value": "prov:value",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in ("used", "wasAssociatedWith", "wasAttributedTo", "wasQuotedFrom", "wasDerivedFrom")
    },
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in ("hadPrimarySource", "wasGeneratedBy")},
    "actedOnBehalfOf": {"@id": "prov:actedOnBehalfOf", "@type": "@id"},
    "chain": {"@id": "sayso:chain", "@type": "@id", "@container": "@list"},
    "temporal": {"@id": "dcterms:temporal", "@type": EDTF},
    "issued": {"@id": "dcterms:issued", "@type": EDTF},
}
TYPES: Final = {
    VoiceKind.PERSON: ["prov:Person"],
    VoiceKind.ORGANISATION: ["prov:Organization"],
    VoiceKind.OUTLET: ["prov:Organization"],
    VoiceKind.DOCUMENT: ["prov:Agent", "prov:Entity"],  # a letter speaks, and is what one can go back to
    VoiceKind.UNNAMED: ["prov:Agent"],
    VoiceKind.ARTICLE: ["prov:Agent"],
}


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write one graph, the nodes of each report as it comes. What was set aside gives none."""
    del view
    out.write(f'{{"@context": {dumps(CONTEXT)},\n"@graph": [')
    before = "\n"
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for node in nodes(outcome):
                out.write(before + dumps(node))
                before = ",\n"
            out.flush()
    out.write("\n]}\n")


def nodes(report: Report) -> Iterator[Record]:
    """The document, the reading of it, software, voices, attributions and claims."""
    yield from _document(report.document)
    producers = dict.fromkeys([report.reading.model, *(p for a in report.attributions for p in a.producers)])
    yield _reading(report.document, list(producers))
    for producer in producers:
        label = f"{producer.name} {producer.version}"
        yield {"id": _producer(producer), "type": "prov:SoftwareAgent", "label": label}
    yield from _voices(report)
    document = report.document
    said = {a.id: a for a in report.attributions}
    entities = {iri("attribution", document.id, name) for name in said}
    entities |= {_voice(name, document) for name, voice in _speaking(report).items() if _is_document(voice)}
    for attribution in said.values():
        yield _attribution(attribution, document, entities)
    for entry in {entry.claim.id: entry for entry in entries(report)}.values():
        yield _claim(entry, document, entities)


def _document(document: Document) -> Iterator[Record]:
    node: Record = {"id": document_iri(document), "type": "prov:Entity", "dcterms:language": document.language}
    if document.title:
        node["label"] = document.title.value
    if document.published:
        node["issued"] = document.published.value
    page = web_address(document)
    if page:
        node["wasDerivedFrom"] = page
        yield {"id": page, "type": "prov:Entity"}
    if document.publisher:
        outlet = iri("outlet", document.id)
        node["wasAttributedTo"] = outlet
        yield {"id": outlet, "type": "prov:Organization", "label": document.publisher.value}
    yield node


def _reading(document: Document, producers: list[Producer]) -> Record:
    return {
        "id": iri("reading", document.id),
        "type": "prov:Activity",
        "used": document_iri(document),
        "wasAssociatedWith": [_producer(producer) for producer in producers],
    }


def _speaking(report: Report) -> dict[str, Voice]:
    voices = directory(report.reading)
    for claim in report.claims:
        voices.setdefault(claim.root.id, claim.root)
    return voices


def _is_document(voice: Voice) -> bool:
    return voice.kind is VoiceKind.DOCUMENT


def _voices(report: Report) -> Iterator[Record]:
    """Everybody who speaks; private persons without a name, voices that nothing describes as mere agents."""
    voices = _speaking(report)
    chains = [a.chain for a in report.attributions] + [claim.chain for claim in report.claims]
    article = {chain[0] for chain in chains if chain}
    for name in dict.fromkeys([*voices, *(one for chain in chains for one in chain)]):
        voice = voices.get(name)
        if voice is None and name in article:
            voice = Voice(name, VoiceKind.ARTICLE, None, None)
        node: Record = {"id": _voice(name, report.document), "type": TYPES[voice.kind] if voice else "prov:Agent"}
        if voice is not None:
            node |= {"label": public_name(voice), "sayso:kind": voice.kind.value}
            if voice.kind is VoiceKind.ARTICLE and report.document.publisher:
                node["actedOnBehalfOf"] = iri("outlet", report.document.id)
        yield node


def _attribution(attribution: Attribution, document: Document, entities: set[str]) -> Record:
    """What was said, as the document has it: quoted from it where it stands in quotation marks."""
    quoted = attribution.manner is not Manner.INDIRECT
    node: Record = {
        "id": iri("attribution", document.id, attribution.id),
        "type": "prov:Entity",
        "wasGeneratedBy": iri("reading", document.id),
        "wasAttributedTo": _voice(attribution.voice.id, document),
        "wasQuotedFrom" if quoted else "wasDerivedFrom": document_iri(document),
        "chain": [_voice(name, document) for name in attribution.chain],
        "sayso:manner": attribution.manner.value,
        "sayso:polarity": attribution.polarity.value,
        "sayso:probability": attribution.probability,
        **_places(attribution.content, document),
    }
    source = _source(attribution, document, entities)
    return node | {"hadPrimarySource": source} if source else node


def _source(attribution: Attribution, document: Document, entities: set[str]) -> str | None:
    """What it rests on: the attribution that names whom this one cites, else a document that is its root."""
    if attribution.basis_id is not None and attribution.basis_id != attribution.id:
        cited = iri("attribution", document.id, attribution.basis_id)
        if cited in entities:
            return cited
    root = _voice(attribution.root.id, document)
    return root if root in entities else None


def _claim(entry: Entry, document: Document, entities: set[str]) -> Record:
    claim, event = entry.claim, entry.event
    node: Record = {
        "id": iri("claim", document.id, claim.id),
        "type": "prov:Entity",
        "value": claim.text,
        "wasGeneratedBy": iri("reading", document.id),
        "wasAttributedTo": _voice(claim.root.id, document),
        "wasDerivedFrom": document_iri(document),
        "chain": [_voice(name, document) for name in claim.chain],
        "sayso:status": status.tag(claim, entry.polarity),
        "sayso:toldAsFact": status.is_fact(claim, entry.polarity),
        "sayso:certainty": claim.certainty.value,
        "sayso:probability": claim.probability,
        **_places((claim.span,), document),
    }
    told_by = iri("attribution", document.id, claim.attribution_id or "")
    if told_by in entities:
        node["hadPrimarySource"] = told_by
    when = edtf.interval(event.time) if event else None
    return node | {"temporal": when} if when else node


def _places(spans: tuple[Span, ...], document: Document) -> dict[str, Any]:
    found = [{"sayso:begin": s.begin, "sayso:end": s.end, "value": s.of(document.text)} for s in spans]
    return {"sayso:passage": found} if found else {}


def _voice(name: str, document: Document) -> str:
    return iri("voice", document.id, name)


def _producer(producer: Producer) -> str:
    return iri("producer", producer.name, producer.version)


FORMAT = Format("prov", (".prov",), write)
