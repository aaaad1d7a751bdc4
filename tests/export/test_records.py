import json
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from sayso.errors import InputError
from sayso.export.records import dumps, from_dict, rejection_from_dict, rejection_to_dict, schema, to_dict
from sayso.types.reading import Reading
from tests.readings import REJECTION, odd_readings, plain

VALID = Draft202012Validator(schema())


def through_json(reading: Reading) -> dict:
    return json.loads(dumps(to_dict(reading)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@given(odd_readings())
@settings(max_examples=60)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert from_dict(through_json(reading)) == reading


@given(odd_readings())
@settings(max_examples=30)
def test_what_is_written_follows_the_schema(reading: Reading) -> None:
    VALID.validate(through_json(reading))


@given(odd_readings())
def test_both_kinds_of_offsets_cut_out_the_same_characters(reading: Reading) -> None:
    record = to_dict(reading)
    utf16 = record["document"]["text"].encode("utf-16-le")
    for attribution in record["attributions"]:
        for span in (*attribution["source"], *attribution["cue"], *attribution["content"]):
            assert utf16[2 * span["utf16_begin"] : 2 * span["utf16_end"]].decode("utf-16-le") == span["text"]
            assert record["document"]["text"][span["begin"] : span["end"]] == span["text"]


def test_a_rejection_comes_back_and_follows_the_schema() -> None:
    record = json.loads(dumps(rejection_to_dict(replace(REJECTION, origin="a\udc80.txt"))))
    VALID.validate(record)
    assert rejection_from_dict(record) == replace(REJECTION, origin="a\udc80.txt")
    with pytest.raises(InputError, match="sayso schema"):
        rejection_from_dict({"kind": "rejection"})


def test_the_schema_refuses_what_it_does_not_know() -> None:
    assert not VALID.is_valid(to_dict(plain()) | {"extra": 1})


def test_json_holds_no_character_that_a_terminal_obeys() -> None:
    text = dumps({"a": "\x1b\x9b\x7f\u202e\u2028\udc80🤷"})
    assert text == '{"a": "\\u001b\\u009b\\u007f\\u202e\\u2028\\udc80🤷"}'
    assert json.loads(text) == {"a": "\x1b\x9b\x7f\u202e\u2028\udc80🤷"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda r: r.update(kind="rejection"), "its kind is 'rejection'"),
        (lambda r: r.update(schema_version="2.0"), "schema 2.0"),
        (lambda r: r.pop("voices"), "KeyError: 'voices'"),
        (lambda r: r["attributions"][0].update(manner="shouted"), "shouted"),
        (lambda r: r["attributions"][0]["content"][0].update(text="something else"), "something else"),
        (lambda r: r["attributions"][0]["content"][0].update(end=-1), "negative"),
        (lambda r: r.update(document=None), "TypeError"),
    ],
)
def test_what_is_no_reading_is_refused_in_one_line(change, complaint: str) -> None:
    record = deepcopy(to_dict(plain()))
    change(record)
    with pytest.raises(InputError, match=complaint) as caught:
        from_dict(record)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("record", [None, [], "reading", {}])
def test_what_is_no_record_at_all_is_refused(record) -> None:
    with pytest.raises(InputError, match="this is no reading"):
        from_dict(record)
