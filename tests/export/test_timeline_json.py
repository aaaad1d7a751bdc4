from __future__ import annotations

import json

import jsonschema

from sayso.export import timeline_json
from tests.histories import ROWS, history


def test_everything_is_there_and_fits_the_schema() -> None:
    found = json.loads(json.dumps(timeline_json.record(history())))
    jsonschema.Draft202012Validator(timeline_json.schema()).validate(found)
    assert found["schema_version"] == timeline_json.VERSION and len(found["moments"]) == len(history().moments)
    number = next(m for m in found["moments"] if m["kind"] == "number changed")
    assert number["before"] == {"document": "wire", "span": [0, 12], "words": "Two vehicles"}
    assert found["turns"][1]["for"] == {"at_least": 2, "at_most": 2}


def test_spans_cut_the_words_out() -> None:
    texts = {(a.document, a.span.begin): a.text for a in ROWS}
    for moment in timeline_json.record(history())["moments"]:
        for said in filter(None, (moment["after"], moment["before"])):
            begin, end = said["span"]
            assert texts[said["document"], 0][begin:end] == said["words"]


def test_the_schema_refuses_what_it_does_not_know() -> None:
    validator = jsonschema.Draft202012Validator(timeline_json.schema())
    validator.check_schema(timeline_json.schema())
    for harm in ({"moments": [{}]}, {"surprise": 1}):
        assert list(validator.iter_errors(timeline_json.record(history()) | harm))
