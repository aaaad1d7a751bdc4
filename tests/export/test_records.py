import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from sayso.errors import InputError
from sayso.export.records import dumps, from_dict, rejection_from_dict, rejection_to_dict, schema, to_dict
from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind, Report
from sayso.types.event import Certainty, EventType, Occurrence, Phase, Reality, Role, Stance
from sayso.types.place import Precision
from sayso.types.reading import EntityType
from sayso.types.time import AnchorKind, Granularity, TimexType
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import report

VALID = Draft202012Validator(schema())


def through_json(report: Report) -> dict:
    return json.loads(dumps(to_dict(report)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@given(odd_reports())
@settings(max_examples=60)
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert from_dict(through_json(report)) == report


@given(odd_reports())
@settings(max_examples=30)
def test_what_is_written_follows_the_schema(report: Report) -> None:
    VALID.validate(through_json(report))


@given(odd_reports())
def test_both_kinds_of_offsets_cut_out_the_same_characters(report: Report) -> None:
    record = to_dict(report)
    utf16 = record["document"]["text"].encode("utf-16-le")
    for span in spans(record):
        assert utf16[2 * span["utf16_begin"] : 2 * span["utf16_end"]].decode("utf-16-le") == span["text"]
        assert record["document"]["text"][span["begin"] : span["end"]] == span["text"]


def spans(value: object) -> Iterator[dict]:
    """Every span of a record, however deep."""
    if isinstance(value, dict):
        if "utf16_begin" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_times_places_and_status_are_written_by_their_standards() -> None:
    record = to_dict(report())
    assert [claim["status"] for claim in record["claims"]][0] == {
        "occurrence": "did-not",
        "phase": "past",
        "reality": "asserted",
    }
    night = record["times"][2]
    assert (night["type"], night["value"], night["begin"]) == ("TIME", "2022-03-07TNI", "2022-03-07T18:00:00")
    assert record["times"][0]["edtf"] == "2022-03-08~"
    assert record["times"][0]["anchor"]["name"] == "Russia's invasion of Ukraine"
    assert record["places"][1]["location"]["countries"] == ["UA"]


def test_what_is_not_known_says_why() -> None:
    record = to_dict(report())
    assert record["times"][3]["reason"] == "no month has a day 31"
    assert record["places"][0]["reason"] == "the gazetteer has no place of that name"
    assert record["events"][2]["time_reason"] == "no words of time stand with it"
    assert record["events"][2]["place_reason"] == "no words of place stand with it"


def test_a_private_person_leaves_without_a_key() -> None:
    told = report()
    keyed = tuple(replace(actor, key="k") for actor in told.grounding.actors)
    record = to_dict(replace(told, grounding=replace(told.grounding, actors=keyed)))
    assert [(a["public"], a["key"]) for a in record["actors"]] == [(True, "k"), (True, "k"), (False, None)]
    record["actors"][2]["key"] = "k"
    assert not VALID.is_valid(record)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("claim kind", ClaimKind),
        ("event_type", EventType),
        ("status occurrence", Occurrence),
        ("status phase", Phase),
        ("status reality", Reality),
        ("certainty", Certainty),
        ("stance", Stance),
        ("argument role", Role),
        ("actor kind", ActorKind),
        ("voice kind", VoiceKind),
        ("time type", TimexType),
        ("time granularity", Granularity),
        ("location precision", Precision),
        ("entity_type", EntityType),
    ],
)
def test_the_schema_knows_every_member_of_a_closed_set(path: str, known: type) -> None:
    name, *field = path.split()
    found = schema()["$defs"][name]
    for key in field:
        found = found["properties"][key]
    assert [value for value in found["enum"] if value is not None] == [member.value for member in known]


def test_the_schema_knows_every_kind_of_anchor() -> None:
    anchor = schema()["$defs"]["time"]["properties"]["anchor"]["properties"]["kind"]
    assert anchor["enum"] == [kind.value for kind in AnchorKind]


def test_the_schema_has_the_version_that_records_name() -> None:
    assert schema()["$defs"]["schema_version"]["const"] == to_dict(report())["schema_version"]
    assert schema()["$id"].endswith(":" + to_dict(report())["schema_version"])


def test_a_rejection_comes_back_and_follows_the_schema() -> None:
    record = json.loads(dumps(rejection_to_dict(replace(REJECTION, origin="a\udc80.txt"))))
    VALID.validate(record)
    assert rejection_from_dict(record) == replace(REJECTION, origin="a\udc80.txt")
    with pytest.raises(InputError, match="sayso schema"):
        rejection_from_dict({"kind": "rejection"})


def test_the_schema_refuses_what_it_does_not_know() -> None:
    assert not VALID.is_valid(to_dict(report()) | {"extra": 1})


def test_json_holds_no_character_that_a_terminal_obeys() -> None:
    text = dumps({"a": "\x1b\x9b\x7f\u202e\u2028\udc80🤷"})
    assert text == '{"a": "\\u001b\\u009b\\u007f\\u202e\\u2028\\udc80🤷"}'
    assert json.loads(text) == {"a": "\x1b\x9b\x7f\u202e\u2028\udc80🤷"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda r: r.update(kind="rejection"), "its kind is 'rejection'"),
        (lambda r: r.update(schema_version="2.0"), "schema 2.0"),
        (lambda r: r.update(schema_version="1.0"), "schema 1.0"),
        (lambda r: r.update(schema_version="new"), "schema new"),
        (lambda r: r.update(grounding_warnings=["another"]), "does not end with"),
        (lambda r: r["claims"][0]["status"].update(phase="soon"), "soon"),
        (lambda r: r["times"][0].update(begin="tomorrow"), "tomorrow"),
        (lambda r: r["claims"][0].update(line="3"), "no int"),
        (lambda r: r.pop("voices"), "KeyError: 'voices'"),
        (lambda r: r["attributions"][0].update(manner="shouted"), "shouted"),
        (lambda r: r["attributions"][0]["content"][0].update(text="something else"), "something else"),
        (lambda r: r["attributions"][0]["content"][0].update(end=-1), "negative"),
        (lambda r: r.update(document=None), "TypeError"),
    ],
)
def test_what_is_no_reading_is_refused_in_one_line(change, complaint: str) -> None:
    record = deepcopy(to_dict(report()))
    change(record)
    with pytest.raises(InputError, match=complaint) as caught:
        from_dict(record)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("record", [None, [], "reading", {}])
def test_what_is_no_record_at_all_is_refused(record) -> None:
    with pytest.raises(InputError, match="this is no reading"):
        from_dict(record)
