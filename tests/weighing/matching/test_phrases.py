from __future__ import annotations

from sayso.types.weighing import Setting, Taking
from sayso.weighing.matching.features import FEATURES
from sayso.weighing.matching.phrases import PHRASES, phrase
from tests.weighing.matching.support import ACTOR, article, claim, pair


def test_phrases_are_of_features_that_there_are() -> None:
    assert PHRASES.keys() <= {f.__name__ for f in FEATURES}


def test_a_phrase_names_what_is_the_same_and_what_is_not() -> None:
    a = claim("a", "x", taking=(Taking(ACTOR, "Belarusian forces"),), setting=Setting(site="Kolvast"))
    b = claim("b", "x", taking=(Taking(ACTOR, "Belarusian forces"),), setting=Setting(site="Brennholt"))
    dated = {"d-a": article("d-a", "2022-03-01"), "d-b": article("d-b", "2022-03-04")}
    found = pair(a, b, dated)
    assert phrase("same_actor", found) == "same actor: Belarusian forces"
    assert phrase("articles_apart", found) == "articles 3 days apart"
    assert phrase("other_place", found) == "another place: Kolvast / Brennholt"


def test_what_tells_a_person_nothing_has_no_phrase() -> None:
    assert phrase("always", pair(claim("a", "x"), claim("b", "x"))) == ""


def test_every_phrase_can_be_made_of_bare_assertions() -> None:
    bare = pair(claim("a", ""), claim("b", ""))
    assert all(isinstance(phrase(name, bare), str) for name in PHRASES)
