from __future__ import annotations

import re
from dataclasses import replace

from sayso.export import trace_text
from sayso.export.format import View
from sayso.export.trace_tree import Traced, tree
from sayso.export.visible import UNSAFE, cells
from sayso.types.weighing import Bounds, Reason
from tests.tellings import flooded, short, traced

PLAIN = View(width=100, colour=False, explain=False)


def text(found: Traced, view: View = PLAIN) -> str:
    return "\n".join(trace_text.lines(tree(found), view, short))


def test_a_claim_reads_from_its_standing_to_each_article() -> None:
    shown = text(traced(related=("p_0123456789",)))
    assert shown.startswith("Velmar troops crossed the Sella.\nCONTESTED: The council of Norrin denies it")
    assert "5 articles, 4 texts; told 1 Mar 2031 to 6 Mar 2031; MOBILIZE/deploy; Sella, Ukraine" in shown
    assert "the same event, but planned, demanded or done: p_0123" in shown
    assert "For it: at least 1, at most 2 independent origins\n  - These 2 articles count once" in shown
    assert "  1. Pavel Rusk (named) · speaks for Velmar army\n     also written Pavlo Rusk" in shown
    assert "- Alder Wire · 1 Mar 2031 · c_" in shown and "“words at 0” [0:32]" in shown
    assert "on the word of Pavel Rusk, spokesman [40:50] “words at 51”" in shown
    assert "+ 1 copy: The Harbour Post" in shown
    assert "Against it: exactly 1 independent origin" in shown and "Neither for nor against" in shown


def test_a_private_person_has_no_name_across_articles() -> None:
    shown = text(traced())
    assert "  2. a person of one article (named there, no public role given)" in shown
    assert "has it from Pavel Rusk, probably" in shown
    assert "leads on to Alder Wire · 1 Mar 2031 · c_" in shown and ", perhaps" in shown


def test_a_flood_is_told_in_one_line() -> None:
    shown = text(flooded(5000))
    assert "+ 5,001 copies: The Harbour Post, Mirror 0, Mirror 1" in shown and len(shown) < 4000


def test_lines_keep_to_the_width_and_obey_nothing_in_the_texts() -> None:
    for width in (40, 72):
        lines = text(traced(), replace(PLAIN, width=width)).split("\n")
        assert max(map(cells, lines)) <= width
        assert not any(UNSAFE.search(line) for line in lines)
    painted = text(traced(), replace(PLAIN, colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == text(traced())


def test_many_reasons_are_counted() -> None:
    found = traced()
    bounds = Bounds(1, 2, tuple(Reason("x", f"Reason {k}.") for k in range(30)))
    weighed = replace(found.proposition.weighed, support=bounds)
    shown = text(replace(found, proposition=replace(found.proposition, weighed=weighed)))
    assert "  - Reason 13.\n  + 16 more reasons; --output-format json gives all" in shown


def test_each_telling_says_why_it_is_of_this_claim() -> None:
    told = " ".join(text(traced()).split())
    assert told.count("joined with") == 1
    assert "joined with Alder Wire" in told and "same event word: cross (probability 0.87)" in told


def test_sources_that_may_be_one_come_with_the_command_that_joins_them() -> None:
    found = traced()
    reason = Reason("ambiguous", "“Ada Venn” may be Pavel Rusk: counted for the upper bound only.", (), ("o_2", "o_1"))
    support = Bounds(1, 2, (reason,))
    doubtful = replace(
        found,
        proposition=replace(found.proposition, weighed=replace(found.proposition.weighed, support=support)),
    )
    assert "one and the same? sayso review p_" in text(doubtful) and "--same o_2 o_1" in text(doubtful)
    assert "one and the same?" not in text(found)
