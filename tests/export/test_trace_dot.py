from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.trace_dot import lines
from sayso.export.trace_tree import tree
from tests.export.test_lineage_dot import STRING
from tests.readings import CHARACTERS
from tests.tellings import ARTICLES, DENIAL, FIRST, PRIVATE, flooded, proposition, short, traced

STATEMENT = re.compile(
    rf"(?:claim|{STRING})(?: -> {STRING})?(?: \[(?:\w+=(?:{STRING}|\w+)(?:, )?)+\])?;"
    rf"|(?:rankdir=LR|label={STRING}|(?:node|edge) \[[^\]]*\]);"
)


def test_edges_lead_from_the_claim_to_origins_and_on_to_articles() -> None:
    found = list(lines(tree(traced()), short))
    assert any(line.startswith('  claim -> "o_1" [label="for"') for line in found)
    assert any(line.startswith('  claim -> "o_3" [label="against"') for line in found)
    assert f'  "o_1" -> "{FIRST.id}";' in found
    assert f'  "{FIRST.id}" -> "{PRIVATE.id}" [label="cited by", style=dashed];' in found
    assert any("+ 1 copy" in line for line in found) and not any("Ada Venn" in line for line in found)


def test_copies_are_counted_and_not_drawn() -> None:
    assert len(list(lines(tree(flooded(900)), short))) < 40


@given(st.text(CHARACTERS, max_size=20), st.text(CHARACTERS, max_size=20))
def test_no_text_breaks_out_of_its_string(outlet: str, words: str) -> None:
    found = proposition(
        text=words,
        articles=tuple(replace(a, outlet=outlet) for a in ARTICLES),
        assertions=(FIRST, replace(DENIAL, text=words)),
    )
    written = list(lines(tree(replace(traced(), proposition=found)), short))
    assert (written[0], written[-1]) == ("digraph trace {", "}")
    for line in written[1:-1]:
        assert "\n" not in line and STATEMENT.fullmatch(line.strip()), line
