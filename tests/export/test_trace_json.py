from __future__ import annotations

import json

import jsonschema

from sayso.export import trace_json
from tests.tellings import FIRST, flooded, traced


def test_everything_is_there_and_fits_the_schema() -> None:
    found = json.loads(json.dumps(trace_json.record(traced())))
    jsonschema.Draft202012Validator(trace_json.schema()).validate(found)
    assert found["schema_version"] == trace_json.VERSION
    assert (found["for"]["at_least"], found["for"]["at_most"], found["standing"]) == (1, 2, "contested")
    first = next(a for a in found["assertions"] if a["id"] == FIRST.id)
    assert first["chain"][1]["mention"] == {"span": [40, 50], "words": "words at 40"}
    assert first["said"] == {"span": [0, 32], "words": "words at 0"}
    assert {s["rule"] for s in found["steps"]} == {"says", "derived", "cites", "rests on"}


def test_a_private_person_is_no_name_of_an_origin() -> None:
    private = trace_json.record(traced())["origins"][1]
    assert (private["name"], private["written"], private["public"]) == ("a person of one article", [], False)


def test_the_schema_refuses_what_it_does_not_know() -> None:
    validator = jsonschema.Draft202012Validator(trace_json.schema())
    validator.check_schema(trace_json.schema())
    for harm in ({"standing": "true"}, {"surprise": 1}):
        assert list(validator.iter_errors(trace_json.record(traced()) | harm))
    assert not list(validator.iter_errors(trace_json.record(flooded(30))))
