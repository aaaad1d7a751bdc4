import io
import json

from jsonschema import Draft202012Validator

from sayso.export import View
from sayso.export.jsonl import write
from sayso.export.records import from_dict, schema
from tests.readings import REJECTION
from tests.reports import report


def test_each_outcome_is_one_line_in_order() -> None:
    out = io.StringIO()
    write([report(), REJECTION, report()], out, View())
    lines = out.getvalue().splitlines()
    records = [json.loads(line) for line in lines]
    assert [r["kind"] for r in records] == ["reading", "rejection", "reading"]
    assert from_dict(records[0]) == report()
    for record in records:
        Draft202012Validator(schema()).validate(record)


def test_a_line_is_written_before_the_next_outcome_is_asked_for() -> None:
    out = io.StringIO()

    def outcomes():
        yield report()
        assert out.getvalue().endswith("}\n")

    write(outcomes(), out, View())
    assert out.getvalue().count("\n") == 1
