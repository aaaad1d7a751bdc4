"""Names of outlets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.outlets import Outlets, outlet_words, stands_for


@pytest.mark.parametrize("name", ["Suspilne", "the Suspilne broadcaster", "Suspilne Chernihiv", "suspilne.media"])
def test_one_outlet_under_many_names(name: str) -> None:
    outlets = Outlets(["Suspilne", "the Suspilne broadcaster", "Suspilne Chernihiv", "suspilne.media"])
    assert outlets.key(name) == outlets.key("Suspilne")


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Times", "Times of Velmar"), ("Kyiv Lantern", "Kyiv Post"), ("Harrow Evening Post", "Harrow Gazette")],
)
def test_outlets_that_share_a_word_only(one: str, other: str) -> None:
    outlets = Outlets([one, other])
    assert outlets.key(one) != outlets.key(other)


def test_addresses_and_short_names() -> None:
    outlets = Outlets(["https://www.kyivlantern.example/news/1", "Kyiv Lantern", "AP", "Associated Press"])
    assert outlets.key("https://www.kyivlantern.example/news/1") == outlets.key("Kyiv Lantern")
    assert outlets.key("AP") == outlets.key("the Associated Press")


@given(st.lists(st.text(max_size=20), max_size=6))
def test_keys_do_not_depend_on_order(names: list[str]) -> None:
    one, other = Outlets(names), Outlets(names[::-1])
    assert [one.key(n) for n in names] == [other.key(n) for n in names]
    assert all(isinstance(outlet_words(n), tuple) for n in names)


def test_an_acronym_is_the_outlet_with_these_letters() -> None:
    outlets = Outlets(["Olmar Press Line", "OPL", "Harrow Post", "HPX"])
    assert outlets.key("OPL") == outlets.key("Olmar Press Line")
    assert outlets.key("HPX") not in (outlets.key("Harrow Post"), outlets.key("OPL"))
    two = Outlets(["Olmar Press Line", "Old Port Ledger", "OPL"])
    assert two.key("OPL") == "opl"


def test_an_acronym_may_take_more_than_one_letter_of_a_word() -> None:
    outlets = Outlets({"VADA", "Varre Dispatch Agency", "Harrow Post"})
    assert outlets.key("VADA") == outlets.key("Varre Dispatch Agency") != outlets.key("Harrow Post")
    assert stands_for("VADA", ["Varre", "Dispatch", "Agency"]) and not stands_for("VADA", ["Vale", "Agency"])
