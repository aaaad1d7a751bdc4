import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from sayso.export import View
from sayso.export.iris import document_iri
from sayso.export.webanno import write
from sayso.types.claim import Report
from sayso.types.document import Basis, Known
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import STORY, report

# The part of http://www.w3.org/ns/anno.jsonld that is used here: that file lies in the web.
TERMS = {
    "id": "@id",
    "type": "@type",
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "value": "rdf:value",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextualBody")},
}
MOTIVATIONS = {"describing", "identifying", "tagging"}


def written(*outcomes) -> dict:
    out = io.StringIO()
    write(outcomes, out, View())
    return json.loads(out.getvalue())


def targets(annotation: dict) -> list[dict]:
    return annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]


def follows_the_model(page: dict, source: Report) -> None:
    """The rules of the Web Annotation Data Model that concern what is written, and the passages themselves."""
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage" and page["id"]
    text = source.document.text
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation" and annotation["id"].startswith("urn:sayso:")
        assert annotation["motivation"] in MOTIVATIONS
        assert all(body["type"] == "TextualBody" and isinstance(body["value"], str) for body in annotation["body"])
        assert {body["purpose"] for body in annotation["body"]} <= MOTIVATIONS
        assert targets(annotation)
        for target in targets(annotation):
            assert target["source"]["id"] == document_iri(source.document)
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            begin, end = position["start"], position["end"]
            assert text[begin:end] == quote["exact"] != ""
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[begin - len(quote["prefix"]) : end + len(quote["suffix"])] == around


def test_every_claim_and_attribution_is_an_annotation_of_its_passage() -> None:
    page = written(report(), REJECTION)
    follows_the_model(page, report())
    kinds = [annotation["id"].split(":")[2] for annotation in page["items"]]
    assert kinds == ["claim"] * 10 + ["attribution"] * 4


def test_a_claim_says_what_became_of_it_and_who_tells_it() -> None:
    hit = written(report())["items"][3]
    assert [body["value"] for body in hit["body"]] == [
        "Shells had hit a hospital in Kiev overnight.",
        "DENIED",
        "ASSAULT",
    ]
    assert (hit["sayso:toldAsFact"], hit["sayso:onWhoseWord"]) == (False, "The ministry")
    assert hit["sayso:toldBy"]["id"] in {annotation["id"] for annotation in written(report())["items"]}


def test_an_attribution_points_to_source_cue_and_content() -> None:
    said = written(report())["items"][11]
    parts = {target["sayso:role"]: target["selector"][0]["exact"] for target in targets(said)}
    assert parts == {"source": "Ilse Marrow", "cue": "said", "content": "“We will call up every man under 58,”"}
    assert said["body"][0]["value"] == "said Ilse Marrow"


def test_the_page_of_the_web_is_the_scope_of_the_text() -> None:
    plain = report()
    document = replace(plain.document, url=Known("https://harbour.example/sella", Basis.METADATA))
    page = written(replace(plain, reading=replace(plain.reading, document=document)))
    assert {target["scope"] for annotation in page["items"] for target in targets(annotation)} == {document.url.value}


def test_it_is_linked_data() -> None:
    rdflib = pytest.importorskip("rdflib")
    record = written(report())
    record["@context"] = [TERMS, record["@context"][1]]
    graph = rdflib.Graph().parse(data=json.dumps(record), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    annotations = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(annotations) == 14
    for annotation in annotations:
        exact = [
            str(words)
            for target in graph.objects(annotation, oa.hasTarget)
            for selector in graph.objects(target, oa.hasSelector)
            for words in graph.objects(selector, oa.exact)
        ]
        assert exact and all(words in STORY for words in exact)


def test_a_report_is_written_before_the_next_is_asked_for() -> None:
    out = io.StringIO()

    def outcomes():
        yield report()
        assert out.getvalue().count('"Annotation"') == 14

    write(outcomes(), out, View())


@given(odd_reports())
def test_an_odd_report_follows_the_model(odd) -> None:
    follows_the_model(written(odd), odd)
