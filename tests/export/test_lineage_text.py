from __future__ import annotations

import re
from dataclasses import replace

from sayso.export import lineage_text
from sayso.export.format import View
from sayso.export.lineage_tree import tree
from sayso.export.visible import UNSAFE, cells
from sayso.types.lineage import Family
from tests.families import ABSENT, FAMILY, KNOWN, derivation, short

PLAIN = View(width=100, colour=False, explain=False)


def text(family: Family, view: View = PLAIN) -> str:
    return "\n".join(lineage_text.lines(tree(family, KNOWN), view, short))


def test_a_family_reads_from_the_first_article_on() -> None:
    shown = text(FAMILY)
    assert shown.startswith("4 articles, 1 text, from 4 outlets")
    assert "d_00a1 · Alder Wire · 1 Mar 2022\n  Battalions stay\n  the first article of the text here" in shown
    assert "  d_00a2 · The Harbour Post · 2 Mar 2022, 10:00 UTC" in shown
    assert "cut from d_00a1 (Alder Wire, 1 Mar 2022), confidence 0.97, direction 0.91" in shown
    assert "why: published earlier; holds more" in shown and "2 of 3 quotations altered" in shown
    assert "also has passages from d_00b1 (Coast Radio, 1 Feb 2022)" in shown


def test_an_outlet_that_is_only_credited_is_told_as_such() -> None:
    shown = text(ABSENT)
    assert "Suspilne: credited as the source; no article of it is here" in shown
    assert "the same text; from which article is not known" in shown


def test_lines_keep_to_the_width_and_obey_nothing_in_the_texts() -> None:
    for width in (40, 72):
        lines = text(FAMILY, replace(PLAIN, width=width)).split("\n")
        assert max(map(cells, lines)) <= width
        assert not any(UNSAFE.search(line) for line in lines)
    painted = text(FAMILY, replace(PLAIN, colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == text(FAMILY)


def test_a_long_chain_stays_on_the_page() -> None:
    ids = tuple(f"d_{k:04}" for k in range(60))
    chain = tuple(derivation(ids[k + 1], ids[k]) for k in range(59))
    assert max(map(cells, text(Family(ids[0], ids, chain)).split("\n"))) <= 100
