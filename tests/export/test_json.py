import io
import json
import os
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from sayso.export import View
from sayso.export.json_ import write
from sayso.export.records import from_dict, rejection_from_dict, schema
from tests.readings import REJECTION
from tests.reports import report


def written(*outcomes) -> dict:
    out = io.StringIO()
    write(outcomes, out, View())
    return json.loads(out.getvalue())


def test_readings_and_rejections_come_back_and_follow_the_schema() -> None:
    record = written(report(), REJECTION, report())
    Draft202012Validator(schema()).validate(record)
    assert [from_dict(r) for r in record["readings"]] == [report(), report()]
    assert [rejection_from_dict(r) for r in record["rejections"]] == [REJECTION]


WRITE = """
import sys
from sayso.export import View
from sayso.export.json_ import write
from tests.odd import odd_report
from tests.reports import report
write([report(), *(odd_report("a 🤷 b", seed) for seed in range(9))], sys.stdout, View())
"""


def test_the_same_input_gives_the_same_bytes_in_any_process_and_zone() -> None:
    root = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(map(str, (root, root / "src")))
    written = set()
    for seed, zone in (("0", "UTC"), ("1", "Pacific/Kiritimati")):
        env = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run([sys.executable, "-c", WRITE], env=env, check=True, capture_output=True, timeout=120)
        written.add(run.stdout)
    assert len(written) == 1


def test_nothing_at_all_is_still_json() -> None:
    record = written()
    Draft202012Validator(schema()).validate(record)
    assert (record["readings"], record["rejections"]) == ([], [])
