import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sayso.export import View
from sayso.export.ftm import identifier, write
from sayso.types.claim import Report
from sayso.types.document import Basis, Known
from sayso.types.event import EventType, Participant
from tests.export.test_plover import happening
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import STORY, places, report, times


def written(*outcomes) -> list[dict]:
    out = io.StringIO()
    write(outcomes, out, View())
    return [json.loads(line) for line in out.getvalue().split("\n")[:-1]]


def of(schema: str, *outcomes) -> list[dict]:
    return [entity["properties"] for entity in written(*outcomes) if entity["schema"] == schema]


def shelling() -> Report:
    parties = tuple(Participant(name, None, f"x_{name}") for name in ("4th Brigade", "Ada Venn"))
    return happening(
        type=EventType.ASSAULT, mode="heavy-weapons", time=times()[1], place=places()[1], actors=parties
    )  # fmt: skip


def test_the_article_is_the_proof_of_everything() -> None:
    entities = written(shelling(), REJECTION)
    (article,) = [entity for entity in entities if entity["schema"] == "Article"]
    assert article["properties"] == {
        "title": ["Velmar brigades stay on their bank"],
        "publisher": ["The Harbour Post"],
        "publishedAt": ["2022-03-08"],
        "language": ["eng"],
        "fileName": ["sella.txt"],
        "bodyText": [STORY],
    }
    others = [entity["properties"] for entity in entities if entity is not article]
    assert all(one.get("proof", one.get("document")) == [article["id"]] for one in others)


def test_public_persons_and_forces_are_entities_with_a_mention() -> None:
    assert of("Person", report())[0] | {"proof": []} == {
        "name": ["Pavel Rusk"], "country": ["ua"], "position": ["Colonel"], "proof": [],
    }  # fmt: skip
    assert [one["name"] for one in of("Organization", report())] == [["4th Brigade"]]
    assert [one["detectedSchema"] for one in of("Mention", report())] == [["Organization"], ["Person"]]


def test_private_persons_never_leave_as_entities() -> None:
    entities = written(report(), shelling())
    for entity in entities:
        for name, values in entity["properties"].items():
            if name not in ("bodyText", "summary", "description"):
                assert not any("Venn" in value for value in values), name


def test_an_event_is_dated_placed_and_leads_to_who_is_involved() -> None:
    (event,) = of("Event", shelling())
    (force,) = [entity["id"] for entity in written(shelling()) if entity["schema"] == "Organization"]
    expected = {
        "name": ["ASSAULT/heavy-weapons, Kyiv, 2022-03-02"],
        "startDate": ["2022-03-02"],
        "endDate": ["2022-03-02"],
        "date": ["2022-03-02"],
        "location": ["Kyiv"],
        "country": ["ua"],
        "involved": [force],
        "summary": ["Two brigades of the Velmar army have not crossed the Sella."],
        "recordId": ["e1"],
    }
    assert {name: event[name] for name in expected} == expected
    assert "on the word of this article" in event["notes"]


def test_what_has_no_name_of_its_own_is_no_entity() -> None:
    plain = report()
    troops = replace(plain.grounding.actors[0], id="x_troops", name="troops", key=None)
    meant = replace(plain.grounding, actors=(*plain.grounding.actors, troops))
    assert len(of("Organization", replace(plain, grounding=meant))) == 1


def test_what_nobody_tells_as_a_fact_is_no_event() -> None:
    assert [event["recordId"] for event in of("Event", report())] == [["e8"]]


def test_ids_are_those_of_the_records_where_they_can_be() -> None:
    assert identifier("event", "d", "e_0123456789abcdef") == "sayso-e-0123456789abcdef"
    assert identifier("actor", "d", "ac_0123456789abcdef") == "sayso-ac-0123456789abcdef"
    assert identifier("event", "d", "e 1") != identifier("event", "d2", "e 1")
    assert re.fullmatch(r"sayso-event-[0-9a-f]{16}", identifier("event", "d", "\ud800"))


def test_each_report_comes_as_soon_as_it_is_read() -> None:
    out = io.StringIO()

    def outcomes():
        yield report()
        assert out.getvalue().endswith("}\n")

    write(outcomes(), out, View())


def test_the_library_takes_every_value_as_it_is() -> None:
    model = pytest.importorskip("followthemoney").model
    plain = shelling()
    document = replace(plain.document, url=Known("https://harbour.example/sella", Basis.METADATA))
    for entity in written(report(), replace(plain, reading=replace(plain.reading, document=document))):
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in entity["properties"].items()}


@given(odd_reports())
@settings(deadline=None)
def test_the_library_takes_an_odd_report(odd) -> None:
    model = pytest.importorskip("followthemoney").model
    entities = written(odd)
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.id == entity["id"]
        assert set(proxy.to_dict()["properties"]) == set(entity["properties"])
        linked = [value for prop, value in proxy.itervalues() if prop.type.name == "entity"]
        assert set(linked) <= ids
