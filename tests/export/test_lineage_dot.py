from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.lineage_dot import lines
from sayso.export.lineage_tree import tree
from sayso.types.lineage import Family
from sayso.types.listed import Relative
from tests.families import ABSENT, FAMILY, KNOWN, short
from tests.readings import CHARACTERS

STRING = r'"(?:[^"\\]|\\.)*"'
# What the writer uses of the grammar of DOT: a node, an edge, or an attribute of all.
STATEMENT = re.compile(
    rf"(?:credited|{STRING})(?: -> {STRING})?(?: \[(?:\w+=(?:{STRING}|\w+)(?:, )?)+\])?;"
    rf"|(?:rankdir=LR|label={STRING}|(?:node|edge) \[[^\]]*\]);"
)


def test_edges_lead_from_parent_to_child() -> None:
    found = list(lines(tree(FAMILY, KNOWN), short))
    assert '  "d_00a1" -> "d_00a2" [label="cut\\n0.97"];' in found
    assert '  "d_00b1" -> "d_00a3" [label="partial\\n0.97", style=dashed];' in found
    assert any(line.startswith('  "d_00b1" [label="Coast Radio') and "dotted" in line for line in found)


def test_a_credited_outlet_is_a_node() -> None:
    found = list(lines(tree(ABSENT, KNOWN), short))
    assert any(line.startswith("  credited [label=") and "Suspilne" in line for line in found)
    assert '  credited -> "d_00a1";' in found


@given(st.text(CHARACTERS, max_size=20), st.text(CHARACTERS, max_size=20))
def test_no_text_breaks_out_of_its_string(outlet: str, title: str) -> None:
    known = {"d_00a1": Relative("d_00a1", "2022-03-01", outlet, title, None)}
    found = list(lines(tree(Family("d_00a1", ("d_00a1",), (), outlet), known), short))
    assert (found[0], found[-1]) == ("digraph lineage {", "}")
    for line in found[1:-1]:
        assert "\n" not in line and STATEMENT.fullmatch(line.strip()), line
