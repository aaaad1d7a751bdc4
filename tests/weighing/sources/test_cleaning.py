"""Names without what reading left on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.sources.cleaning import cleaned, named_by, nobody, quoted_by


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("American official's", "American official"),
        ("whose local paper", "local paper"),
        ("what was reported by Ilan Torv", "Ilan Torv"),
        ("public broadcaster by Vitaliy Kirilov", "Vitaliy Kirilov"),
        ("senior official quoted by the agency Quillon Wire", "senior official"),
        ("Sellanian interior ministry", "Sellanian interior ministry"),
    ],
)
def test_a_name_by_itself(written: str, name: str) -> None:
    assert cleaned(written) == name


@pytest.mark.parametrize("words", ["This", "One of them", "it", "of the Republic", "Ukrainian missiles", "drones"])
def test_nobody(words: str) -> None:
    assert nobody(words)


@pytest.mark.parametrize("words", ["officials", "Moscow", "two officers", "Tank Museum", "resident of Mill Street"])
def test_somebody(words: str) -> None:
    assert not nobody(words)


def test_who_is_named_in_a_longer_phrase() -> None:
    assert named_by("what was reported by Ilan Torv") == "Ilan Torv"
    assert named_by("by Ilan Torv") is None
    assert quoted_by("an official quoted by the agency Quillon Wire") == "Quillon Wire"
    assert quoted_by("an official") is None


@given(st.text(max_size=60))
def test_any_words_can_be_cleaned(words: str) -> None:
    assert len(cleaned(words)) <= len(words)
    assert nobody(words) in (True, False)


def test_what_a_body_publishes_is_its_word() -> None:
    assert (
        cleaned("brigade's bulletins one")
        == cleaned("the brigade’s latest statement").removeprefix("the ")
        == "brigade"
    )
    assert cleaned("the ministry's spokeswoman") == "the ministry's spokeswoman"
