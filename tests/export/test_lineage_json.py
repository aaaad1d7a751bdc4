from __future__ import annotations

import json

from sayso.export.lineage_json import record
from sayso.export.lineage_tree import tree
from tests.families import ABSENT, FAMILY, KNOWN


def test_everything_that_is_known_is_there() -> None:
    found = json.loads(json.dumps(record(tree(FAMILY, KNOWN))))
    assert (found["kind"], found["first"], found["articles"], found["texts"]) == ("family", "d_00a1", 4, 1)
    assert [m["id"] for m in found["members"]] == ["d_00a1", "d_00a2", "d_00a4", "d_00a3"]
    assert found["members"][0]["outlet"] == "Alder Wire" and found["members"][3]["published"] is None
    respun = found["derivations"][1]
    assert (respun["parent"], respun["kind"], respun["probability"]) == ("d_00a2", "respun", 0.978)
    assert respun["passages"] == [{"parent": [0, 40], "child": [3, 41]}]
    assert [q["alteration"] for q in respun["quotes"]] == ["number", None, "negation"]


def test_the_absent_root_has_its_name() -> None:
    assert record(tree(ABSENT, KNOWN))["root"] == "Suspilne"
