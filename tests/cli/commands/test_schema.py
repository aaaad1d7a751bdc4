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
