from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.store.packing import pack, unpack
from sayso.types.weighing import Assertion, Carried, Weighed
from tests.readings import CHARACTERS
from tests.tellings import ALL, COUNCIL, RUSK, told, weighed


@pytest.mark.parametrize("assertion", ALL)
def test_an_assertion_comes_back_as_it_was(assertion: Assertion) -> None:
    assert unpack(Assertion, pack(assertion)) == assertion


def test_what_was_weighed_comes_back_as_it_was() -> None:
    assert unpack(Weighed, pack(weighed())) == weighed()


@given(st.text(CHARACTERS), st.lists(st.text(CHARACTERS), max_size=4), st.floats(0, 1))
def test_any_words_and_numbers_come_back(text: str, words: list[str], probability: float) -> None:
    found = told("x", "d_1", RUSK, COUNCIL, text=text, words=tuple(words), probability=probability, type=None)
    assert unpack(Assertion, pack(found)) == found


@pytest.mark.parametrize("harm", [b"", b"no zlib", pack((1, 2))])
def test_what_is_no_record_is_refused(harm: bytes) -> None:
    with pytest.raises(ValueError, match="Carried"):
        unpack(Carried, harm)
