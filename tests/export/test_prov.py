import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sayso.export import View
from sayso.export.prov import write
from sayso.types.document import Basis, Known
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import DAILY, SOURCES, report, said

rdflib = pytest.importorskip("rdflib")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TERMS = rdflib.Namespace("http://purl.org/dc/terms/")
NS = rdflib.Namespace("urn:sayso:ns:")
AGENTS = {PROV.Agent, PROV.Person, PROV.Organization, PROV.SoftwareAgent}
# Domain and range of each property in PROV-O.
PROPERTIES = {
    PROV.used: ({PROV.Activity}, {PROV.Entity}),
    PROV.wasAssociatedWith: ({PROV.Activity}, AGENTS),
    PROV.wasAttributedTo: ({PROV.Entity}, AGENTS),
    PROV.wasQuotedFrom: ({PROV.Entity}, {PROV.Entity}),
    PROV.wasDerivedFrom: ({PROV.Entity}, {PROV.Entity}),
    PROV.hadPrimarySource: ({PROV.Entity}, {PROV.Entity}),
    PROV.wasGeneratedBy: ({PROV.Entity}, {PROV.Activity}),
    PROV.actedOnBehalfOf: (AGENTS, AGENTS),
}


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def graph(*outcomes):
    return rdflib.Graph().parse(data=written(*outcomes), format="json-ld")


def follows_prov_o(found) -> None:
    for name, (domain, range_) in PROPERTIES.items():
        for subject, thing in found.subject_objects(name):
            assert domain & set(found.objects(subject, rdflib.RDF.type)), (name, subject)
            assert range_ & set(found.objects(thing, rdflib.RDF.type)), (name, thing)
    used = {name for name in found.predicates() if name in PROV}
    assert used <= {*PROPERTIES, PROV.value}
    for subject in found.subjects(rdflib.RDF.type, PROV.Entity):
        assert (subject, rdflib.RDF.type, PROV.Activity) not in found


def node(kind: str, name: str):
    return rdflib.URIRef(f"urn:sayso:{kind}:{report().document.id}:{name}")


def test_claims_go_back_to_attributions_voices_and_the_document() -> None:
    found = graph(report(), REJECTION)
    follows_prov_o(found)
    text = rdflib.URIRef(f"urn:sayso:document:{report().document.id}")
    hit, denial = node("claim", "c4"), node("attribution", "a3")
    ministry = found.value(hit, PROV.wasAttributedTo)
    assert str(found.value(ministry, rdflib.RDFS.label)) == "The ministry"
    assert (ministry, rdflib.RDF.type, PROV.Organization) in found
    assert found.value(hit, PROV.hadPrimarySource) == denial
    assert found.value(denial, PROV.wasDerivedFrom) == text
    assert found.value(node("attribution", "a2"), PROV.wasQuotedFrom) == text
    assert str(found.value(hit, PROV.value)) == "Shells had hit a hospital in Kiev overnight."
    assert (str(found.value(hit, NS.status)), found.value(hit, NS.toldAsFact).toPython()) == ("DENIED", False)


def test_the_chain_keeps_its_order() -> None:
    found = graph(report())
    chain = rdflib.collection.Collection(found, found.value(node("attribution", "a1"), NS.chain))
    assert [str(found.value(voice, rdflib.RDFS.label)) for voice in chain] == [
        "this article", "Meridian Daily", "opposition sources",
    ]  # fmt: skip


def test_what_a_source_cites_is_its_primary_source() -> None:
    plain = report()
    defect = "that the 4th Brigade went over to Norrin on March 2"
    first = replace(plain.attributions[0], basis_id="b")
    cited = said("b", "opposition sources", "citing", defect, SOURCES, 4, chain=(DAILY, SOURCES))
    found = graph(replace(plain, reading=replace(plain.reading, attributions=(first, cited))))
    assert found.value(node("attribution", "a1"), PROV.hadPrimarySource) == node("attribution", "b")


def test_dates_are_edtf_and_software_has_made_it() -> None:
    found = graph(report())
    issued = found.value(rdflib.URIRef(f"urn:sayso:document:{report().document.id}"), TERMS.issued)
    when = found.value(node("claim", "c1"), TERMS.temporal)
    assert {str(issued.datatype), str(when.datatype)} == {"http://id.loc.gov/datatypes/edtf/EDTF"}
    assert (str(issued), str(when)) == ("2022-03-08", "2022-03-08~")
    agents = {str(found.value(a, rdflib.RDFS.label)) for a in found.subjects(rdflib.RDF.type, PROV.SoftwareAgent)}
    assert agents == {"model:small 1.2", "model:events 2.0"}


def test_a_private_person_is_a_person_without_a_name() -> None:
    found = graph(report())
    baker = found.value(node("claim", "c10"), PROV.wasAttributedTo)
    assert (baker, rdflib.RDF.type, PROV.Person) in found
    assert str(found.value(baker, rdflib.RDFS.label)) == "private person"
    labels = [str(label) for label in found.objects(None, rdflib.RDFS.label)]
    assert "Ada Venn" not in labels


def test_the_text_goes_back_to_its_page() -> None:
    plain = report()
    document = replace(plain.document, url=Known("https://harbour.example/sella", Basis.METADATA))
    found = graph(replace(plain, reading=replace(plain.reading, document=document)))
    follows_prov_o(found)
    page = found.value(rdflib.URIRef(f"urn:sayso:document:{document.id}"), PROV.wasDerivedFrom)
    assert str(page) == document.url.value


def test_nothing_at_all_is_an_empty_graph() -> None:
    assert len(graph()) == 0
    assert json.loads(written())["@graph"] == []


@given(odd_reports())
@settings(deadline=None)
def test_an_odd_report_follows_prov_o(odd) -> None:
    follows_prov_o(graph(odd))
