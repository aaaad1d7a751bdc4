"""Documents under many descriptions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.documents import anonymous, document_sort, join_documents
from tests.weighing.told import body, document


def one(*names: str) -> bool:
    return len(set(join_documents(names)[0].values())) == 1


def test_a_letter_with_two_posters_is_one() -> None:
    assert one("a letter published by the activist Neda Orlosk", "the letter", "an open letter posted by Tomas Brill")


def test_pictures_of_two_makers_are_two_and_a_bare_word_is_neither() -> None:
    names = ("images released by Maxar", "satellite pictures by Planet", "the pictures")
    hosts, may = join_documents(names)
    assert len(set(hosts.values())) == 3
    assert sorted(may["the pictures"]) == sorted(names[:2])


def test_kinds_differ() -> None:
    assert document_sort("an intercepted phone call")[0] == "call"
    assert document_sort("a decree of the president")[0] == "decree"
    assert not one("a decree", "a video")


@given(st.lists(st.text(max_size=30), max_size=6))
def test_every_name_has_a_host_among_the_names(names: list[str]) -> None:
    hosts, _ = join_documents(names)
    assert set(hosts) == set(names)
    assert set(hosts.values()) <= set(names)


def test_a_statement_of_nobody_in_particular() -> None:
    assert anonymous(document("its communiqué")) and anonymous(document("the statement"))
    assert not anonymous(document("statement of the ministry")) and not anonymous(document("the letter"))
    assert not anonymous(body("its communiqué"))
