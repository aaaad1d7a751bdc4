from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.trace_tree import spans, tree
from sayso.types.span import Span
from sayso.types.weighing import Carried, Side
from tests.tellings import ALL, CARRIED, COPY, DENIAL, FIRST, claim_id, flooded, proposition, traced


def test_each_side_has_its_origins_and_each_origin_its_articles() -> None:
    halves = tree(traced()).halves
    assert [half.side for half in halves] == [Side.FOR, Side.AGAINST, Side.OPEN]
    roots = {root.origin.id: root for root in halves[0].roots}
    assert list(roots) == ["o_1", "o_2"]
    (branch,) = roots["o_1"].branches
    assert (branch.head, branch.copies) == (FIRST, (COPY,))
    assert [step.parent for step in roots["o_2"].branches[0].cites] == [FIRST.id]
    assert [step.parent for step in roots["o_2"].rests] == ["o_1"]
    assert halves[1].roots[0].branches[0].head == DENIAL and halves[2].bounds is None


def test_a_flood_of_copies_is_one_branch() -> None:
    half = tree(flooded(300)).halves[0]
    assert len(half.roots) == 2 and half.roots[0].copies == 301


def test_a_copy_that_turns_its_words_round_stands_on_its_own_side() -> None:
    found = proposition()
    turned = replace(COPY, side=Side.AGAINST)
    changed = replace(found, assertions=tuple(turned if a is COPY else a for a in found.assertions))
    against = tree(replace(traced(), proposition=changed)).halves[1]
    assert turned in {branch.head for root in against.roots for branch in root.branches}


@given(st.permutations(ALL), st.lists(st.tuples(st.sampled_from(ALL), st.sampled_from(ALL)), max_size=5))
def test_nobody_is_lost_and_rings_do_no_harm(order: list, pairs: list) -> None:
    found = replace(proposition(), assertions=tuple(order))
    rings = tuple(Carried(a.id, b.id, b.document, Span(0, 3)) for a, b in {a.id: (a, b) for a, b in pairs}.values())
    shown = {
        a.id
        for half in tree(replace(traced(), proposition=found, carried=(*CARRIED, *rings))).halves
        for branch in (*half.loose, *(b for root in half.roots for b in root.branches))
        for a in (branch.head, *branch.also, *branch.copies)
    }
    assert shown == {a.id for a in ALL}


def test_what_is_shown_is_looked_up() -> None:
    assert {("d_00a1", Span(51, 55)), ("d_00a1", Span(40, 50)), ("d_00a2", Span(0, 32))} <= spans(proposition())


def test_what_one_article_says_twice_stands_there_once() -> None:
    again = replace(FIRST, id=claim_id("again"), place=4, span=Span(60, 80))
    found = proposition()
    origin = replace(found.weighed.origins[0], assertions=(FIRST.id, COPY.id, again.id))
    weighed = replace(found.weighed, origins=(origin, *found.weighed.origins[1:]))
    found = replace(found, assertions=(*found.assertions, again), weighed=weighed)
    (branch,) = tree(replace(traced(), proposition=found)).halves[0].roots[0].branches
    assert (branch.head, branch.also, branch.copied) == (FIRST, (again,), 1)
