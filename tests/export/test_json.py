import io
import json

from jsonschema import Draft202012Validator

from sayso.export import View
from sayso.export.json_ import write
from sayso.export.records import from_dict, rejection_from_dict, schema
from tests.readings import REJECTION, plain


def written(*outcomes) -> dict:
    out = io.StringIO()
    write(outcomes, out, View())
    return json.loads(out.getvalue())


def test_readings_and_rejections_come_back_and_follow_the_schema() -> None:
    record = written(plain(), REJECTION, plain())
    Draft202012Validator(schema()).validate(record)
    assert [from_dict(r) for r in record["readings"]] == [plain(), plain()]
    assert [rejection_from_dict(r) for r in record["rejections"]] == [REJECTION]


def test_nothing_at_all_is_still_json() -> None:
    record = written()
    Draft202012Validator(schema()).validate(record)
    assert (record["readings"], record["rejections"]) == ([], [])
