from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.matching.rarity import rarities, usual_rarity
from sayso.weighing.matching.stems import roots


def test_a_word_of_every_article_is_less_rare_than_a_name() -> None:
    soldier, name = roots("soldiers Brennholt")
    assert usual_rarity(soldier) < usual_rarity(name)


def test_the_word_that_a_small_ledger_is_about_still_counts() -> None:
    assert rarities(10, lambda root: 10)("dam") > 2.0


def test_a_large_ledger_knows_better() -> None:
    assert rarities(100_000, lambda root: 90_000)("zzz") < 0.2
    assert rarities(100_000, lambda root: 1)("zzz") > 9.0


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_rarity_is_never_below_zero_and_falls_with_use(articles: int, found: int) -> None:
    found = min(found, articles)
    seldom, often = rarities(articles, lambda root: 0)("w"), rarities(articles, lambda root: found)("w")
    assert seldom >= often >= 0.0
