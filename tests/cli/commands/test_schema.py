import json

from click.testing import CliRunner
from jsonschema import Draft202012Validator

import sayso
from sayso.cli.main import main


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    Draft202012Validator.check_schema(record)
    assert record == sayso.schema()


def test_a_trace_has_a_schema_of_its_own() -> None:
    result = CliRunner().invoke(main, ["schema", "trace"])
    record = json.loads(result.stdout)
    Draft202012Validator.check_schema(record)
    assert record["properties"]["kind"] == {"const": "trace"} and record != sayso.schema()


def test_timelines_and_comparisons_have_schemas_too() -> None:
    for kind in ("timeline", "compare"):
        record = json.loads(CliRunner().invoke(main, ["schema", kind]).stdout)
        Draft202012Validator.check_schema(record)
        assert record["properties"]["kind"] == {"const": kind}
