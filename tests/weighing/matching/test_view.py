from __future__ import annotations

from sayso.types.weighing import Setting, Taking
from sayso.weighing.matching.view import name_words, proper, view
from tests.weighing.matching.support import ACTOR, article, claim


def test_a_people_and_its_country_have_one_key_whatever_the_spelling() -> None:
    for one, other in (
        ("Ukraine", "Ukrainians"),
        ("Belarus", "Belarusian"),
        ("Russia's", "Russians"),
        ("Israel", "Israeli"),
    ):
        assert proper(f"x {one}") == proper(f"x {other}"), (one, other)
    assert proper("x Lukashenko") == proper("x Lukashenka")
    assert proper("x Kherson") != proper("x Kharkiv")


def test_words_in_small_letters_are_no_names() -> None:
    assert proper("the troops entered") == frozenset()


def test_common_nouns_in_names_are_compared_by_their_roots() -> None:
    assert name_words("Belarusian troops") & name_words("the troops of Belarus") == name_words("Belarusian troops")


def test_those_who_take_part_are_names_of_a_claim_that_calls_them_they() -> None:
    seen = view(claim("a", "They crossed.", "cross", taking=(Taking(ACTOR, "Belarusian troops"),)), {})
    assert seen.proper == proper("x Belarus")


def test_days_are_counted_and_what_is_no_day_is_unknown() -> None:
    a = claim("a", "A depot burned.", "burn", setting=Setting(since="2023-02-01T00:00:00", until="2023-02-02T00:00:00"))
    seen = view(a, {"d-a": article("d-a", "soon")})
    assert seen.until is not None and seen.since is not None and seen.until - seen.since == 1
    assert seen.published is None


def test_a_new_assertion_of_an_old_id_is_seen_anew() -> None:
    first = view(claim("a", "A depot burned.", "burn"), {})
    second = view(claim("a", "A bridge fell.", "fall"), {})
    assert first.words != second.words
