from __future__ import annotations

import json

import jsonschema

from sayso.export import compare_json
from tests.contrasts import compared


def test_everything_is_there_and_fits_the_schema() -> None:
    found = json.loads(json.dumps(compare_json.record(compared())))
    jsonschema.Draft202012Validator(compare_json.schema()).validate(found)
    first = found["both"][0]
    assert found["schema_version"] == compare_json.VERSION and first["claim"]["id"] == "p_1"
    numbers = next(d for d in first["differences"] if d["aspect"] == "numbers")
    assert numbers["first"][0]["shown_by"] == {
        "document": "d_wire",
        "span": [0, 23],
        "words": "A column of 33 vehicles",
    }
    assert found["both"][1]["other"]["id"] == "p_5" and len(found["only_first"]) == 1


def test_a_private_person_is_no_name_of_a_shared_origin() -> None:
    assert compare_json.record(compared())["both"][0]["shared_origins"] == ["Pavel Rusk", None]


def test_the_schema_refuses_what_it_does_not_know() -> None:
    validator = jsonschema.Draft202012Validator(compare_json.schema())
    validator.check_schema(compare_json.schema())
    for harm in ({"both": [{}]}, {"surprise": 1}):
        assert list(validator.iter_errors(compare_json.record(compared()) | harm))
