from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.lineage_tree import named_in, tree
from sayso.types.lineage import Family, Kind
from tests.families import ABSENT, FAMILY, KNOWN, derivation


def shape(family: Family) -> list[tuple[str, int]]:
    return [(line.article.id if line.article else f"({line.name})", line.depth) for line in tree(family, KNOWN).lines]


def test_each_article_stands_below_the_one_it_derives_from() -> None:
    assert shape(FAMILY) == [("d_00a1", 0), ("d_00a2", 1), ("d_00a4", 2), ("d_00a3", 1)]


def test_the_credited_outlet_without_an_article_is_the_root() -> None:
    assert shape(ABSENT) == [("(Suspilne)", 0), ("d_00a1", 1), ("d_00a2", 2), ("d_00a3", 1)]


def test_passages_of_another_family_do_not_move_an_article() -> None:
    found = tree(FAMILY, KNOWN)
    line = next(line for line in found.lines if line.article and line.article.id == "d_00a3")
    assert line.by is None and [other.parent for other in line.others] == ["d_00b1"]
    assert named_in(FAMILY) == {"d_00a1", "d_00a2", "d_00a3", "d_00a4", "d_00b1"}


def test_what_is_not_known_is_shown_by_its_id() -> None:
    assert [article.id for article in tree(FAMILY, {}).articles] == ["d_00a1", "d_00a2", "d_00a4", "d_00a3"]


@given(st.integers(1, 30), st.integers(0, 2**32))
def test_any_derivations_give_each_member_one_line(size: int, seed: int) -> None:
    """Also rings, and children of the first: a tree comes out, whatever is asked."""
    rng = random.Random(seed)
    ids = tuple(f"d_{k:04}" for k in range(size))
    edges = [
        derivation(rng.choice(ids), rng.choice((*ids, "d_else")), rng.choice([*Kind]))
        for _ in range(rng.randint(0, 2 * size))
    ]
    family = Family(rng.choice(ids), ids, tuple(edges), rng.choice([None, "Suspilne"]))
    found = tree(family, {})
    assert sorted(article.id for article in found.articles) == list(ids)
    for k, line in enumerate(found.lines):
        assert line.parent is None or line.parent < k
        assert line.depth == (0 if line.parent is None else found.lines[line.parent].depth + 1)
    assert tree(replace(family, derivations=tuple(edges)), {}) == found
