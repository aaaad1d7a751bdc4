from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

import sayso
from sayso.errors import UsageError
from sayso.export import trace_json
from tests.cli.asked import asker


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("traced")
    asker(folder, weighed=True)
    return folder / "a.sayso"


def test_every_claim_can_be_traced(ledger: Path) -> None:
    validator = jsonschema.Draft202012Validator(trace_json.schema())
    with sayso.open(ledger) as found:
        rows = list(found.claims())
        assert rows
        for row in rows:
            trace = found.trace(row.id)
            assert trace.proposition.text == row.text
            assert trace.proposition.weighed.support.least == row.least
            validator.validate(trace.to_dict())


def test_the_words_are_those_of_the_article(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        (row,) = found.claims(about="brigade went")
        trace = found.trace(row.id)
        text = {a.document: found.report(a.document).document.text for a in trace.proposition.assertions}
    for assertion in trace.to_dict()["assertions"]:
        begin, end = assertion["said"]["span"]
        assert assertion["said"]["words"] == text[assertion["document"]][begin:end]


def test_the_graph_has_every_assertion_origin_and_article(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    networkx = pytest.importorskip("networkx")
    with sayso.open(ledger) as found:
        trace = found.trace(next(iter(found.claims())).id)
    graph = trace.to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    kinds = networkx.get_node_attributes(graph, "kind")
    told = trace.to_dict()
    assert {id for id, kind in kinds.items() if kind == "origin"} == {o["id"] for o in told["origins"]}
    assert all(
        any(data["rule"] == "in" for _, _, data in graph.out_edges(a["id"], data=True)) for a in told["assertions"]
    )


def test_a_graph_needs_its_library(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with sayso.open(ledger) as found:
        trace = found.trace(next(iter(found.claims())).id)
    with pytest.raises(UsageError, match="pip install sayso"):
        trace.to_networkx()
