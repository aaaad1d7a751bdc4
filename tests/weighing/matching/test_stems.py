from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.matching.stems import kinds, root, roots
from sayso.weighing.stems import stem


def test_a_noun_and_its_verb_have_one_root() -> None:
    for one, other in (("invasion", "invaded"), ("withdrawal", "withdrew"), ("denial", "denies"), ("entry", "entered")):
        assert root(stem(one)) == root(stem(other)), (one, other)


def test_words_for_one_kind_of_event_are_kin() -> None:
    for one, other in (("strike", "bombard"), ("kill", "died"), ("arrested", "detained"), ("crossed", "entered")):
        assert kinds(stem(one)) & kinds(stem(other)), (one, other)
    for one, other in (("killed", "agreed"), ("withdrew", "shelled"), ("resigned", "flooded")):
        assert not kinds(stem(one)) & kinds(stem(other)), (one, other)


def test_a_word_of_no_group_has_no_kin() -> None:
    assert kinds(stem("xylophone")) == frozenset()
    assert kinds("") == frozenset()


def test_roots_are_of_words_of_content_each_once() -> None:
    assert roots("The invasion: they invaded the depots of the depot") == ("invad", "depot")
    assert roots("") == ()


@given(st.text(max_size=40))
def test_any_text_has_roots(text: str) -> None:
    found = roots(text)
    assert len(set(found)) == len(found)
    assert all(root(r) == root(root(r)) for r in found)
