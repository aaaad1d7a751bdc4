from __future__ import annotations

from sayso.weighing.matching.features import measure
from tests.weighing.matching.support import article, claim, pair


def test_words_for_what_happened() -> None:
    strike = claim("a", "Jets struck the depot.", "struck")
    bombed = claim("b", "Planes bombed the depot.", "bombed")
    burned = claim("c", "The wheat flooded.", "flooded")
    assert measure(pair(strike, strike))["same_trigger"] == 1.0
    assert measure(pair(strike, bombed))["kin_trigger"] == 1.0
    assert not measure(pair(strike, burned)).keys() & {"same_trigger", "kin_trigger"}


def test_claims_of_one_article_are_not_judged_by_how_alike_articles_are() -> None:
    a, b = (claim(i, "A depot burned.", "burned", document="d") for i in "ab")
    found = measure(pair(a, b, {}, 1.0))
    assert "same_article" in found and not found.keys() & {"likeness", "unlike", "unknown_likeness"}


def test_the_title_stands_for_what_a_claim_leaves_out() -> None:
    a, b = claim("a", "General Maltesk has resigned.", "resigned"), claim("b", "He has quit.", "quit")
    titled = {"d-a": article("d-a", None, "A letter"), "d-b": article("d-b", None, "Maltesk steps down")}
    assert measure(pair(a, b, titled))["context"] > 0.0
    assert measure(pair(a, b))["untitled"] == 1.0 and "context" not in measure(pair(a, b))


def test_words_that_stand_for_each_other_count_for_less_than_the_same() -> None:
    a, b, c = (
        claim(i, t, "sent")
        for i, t in (("a", "They sent troops."), ("b", "They sent soldiers."), ("c", "They sent corn."))
    )
    same, kin, other = (measure(pair(a, x)).get("kin_matter", 0.0) for x in (a, b, c))
    assert same > kin > other


def test_a_claim_of_few_words_is_thin() -> None:
    long = claim("a", "Dravonian aircraft bombed the grain depot at Kolvast before dawn.", "bombed")
    assert measure(pair(claim("b", "They came.", "came"), long))["thin"] > measure(pair(long, long)).get("thin", 0.0)
